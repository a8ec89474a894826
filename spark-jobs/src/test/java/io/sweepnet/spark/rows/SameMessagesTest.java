package io.sweepnet.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.ReadTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a table is told in the same words wherever its rows are held. */
class SameMessagesTest {

    /**
     * A table that cannot be used.
     *
     * @param first its first file
     * @param second its second file
     * @param message words of the message
     * @param settings each key followed by its value
     */
    record Refused(String first, String second, String message, List<String> settings) {
        @Override
        public String toString() {
            return message;
        }
    }

    private static Refused refused(String first, String second, String message, String... settings) {
        return new Refused(first, second, message, List.of(settings));
    }

    static Stream<Refused> tables() {
        return Stream.of(
                refused("x,y\n1,2\n2,3\n", "x,y\n1,2,3\n", "row 1 of b.csv has not the 2 cells of the header"),
                refused("x,y\n1,2\n", "x,y\n", "has 1 row; at least 2 are needed"),
                refused("x,y\n", "x,y\n", "has no rows; at least 2 are needed"),
                refused("x,y\n1,2\n", "x,y\n2,3\n", "has no such column; it has [x, y]", "data.target", "z"),
                refused("x,y\n1,2\n", "x,y\n2,3\n", "has no such column", "data.id", "name"),
                refused("x,y\n1,2\n", "x,y\noops,3\n", "'oops' in row 1 of b.csv is no finite number"),
                refused("x,t,y\n1,,2\n", "x,t,y\n2,d,3\n", "('d' in row 1 of b.csv)", "data.features", "[t]"),
                refused("x,y\na,2\n", "x,y\nb,3\n", "has no numeric column"),
                refused("x,y\n1,2\n", "x,y\n2,b\n", "target 'y' holds numbers and text ('b' in row 1 of b.csv)"),
                refused("x,y\n1,2\n", "x,y\n3,5\n,4\n", "missing values: column 'x' 1 (first in row 2 of b.csv)"),
                refused("x,y\n1,2\n", "x,y\n,3\n", "without rows that miss values has 1 row", "data.missing", "drop"),
                refused("x,y\n1,a\n", "x,y\n2,b\uFFFD\n", "target 'y' is not in UTF-8 ('b\uFFFD' in row 1 of b.csv)"),
                refused(
                        "id,x,y\na,1,1\n",
                        "id,x,y\nb\uFFFD,2,2\n",
                        "id 'id' is not in UTF-8 ('b\uFFFD' in row 1 of b.csv)",
                        "data.id",
                        "id"),
                refused("x,y\n1,a\n", "x,y\n2,a\n", "target 'y' has one class alone ('a')"),
                refused(
                        "x,w,y\n1,1,2\n",
                        "x,w,y\n1,1,2\n1,-3,3\n",
                        "weight 'w' is -3.0 in row 2 of b.csv; weights must not be negative",
                        "data.weight",
                        "w"),
                refused("x,w,y\n1,0,2\n", "x,w,y\n1,0,2\n", "weight 'w' is 0 in every row", "data.weight", "w"),
                refused(
                        "x,w,y\n1,1e308,2\n",
                        "x,w,y\n1,1e308,2\n",
                        "weight 'w' adds up to more than a number can hold",
                        "data.weight",
                        "w"),
                refused(
                        "x,y\n1,2\n",
                        "x,y\n2,3\n",
                        "data.test = 0.9, data.validation = 0.0: of 2 rows, 2 for test",
                        "data.test",
                        "0.9"),
                refused(
                        "x,w,y\n1,0,2\n",
                        "x,w,y\n1,1,2\n",
                        "a part of 1 rows has none of a weight above 0",
                        "data.weight",
                        "w",
                        "data.test",
                        "0.5"),
                refused(
                        "x,y\n1e300,2\n",
                        "x,y\n-1e300,3\n",
                        "feature 'x' is too large to be scaled",
                        "data.test",
                        "0"));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void theMessageIsThatOfTheDriver(Refused table) throws IOException {
        Path path = Files.createDirectory(folder.resolve("table"));
        Files.writeString(path.resolve("a.csv"), table.first());
        Files.writeString(path.resolve("b.csv"), table.second());
        String[] settings = Stream.concat(Stream.of("data.target", "y"), table.settings().stream())
                .toArray(String[]::new);
        DataConfig config = RandomTables.config(path, settings);
        SparkSession spark = LocalSpark.session();

        Throwable ofDriver = catchThrowable(() -> {
            Preparation preparation = config.preparation();
            var read = ReadTables.read(spark, config).dataset();
            Split split = preparation.split(() -> Split.of(read, config.test(), config.validation(), 42));
            preparation.features(kind -> FeatureScaling.fit(kind, split.training()));
        });
        Throwable ofExecutors = catchThrowable(() -> {
            try (DistributedTable read = DistributedTable.read(ReadTables.open(spark, config), config.preparation())) {
                read.split(42, Optional.empty(), Optional.empty()).close();
            }
        });

        assertThat(ofDriver).isInstanceOf(InputException.class).hasMessageContaining(table.message());
        assertThat(ofExecutors).isInstanceOf(InputException.class).hasMessage(ofDriver.getMessage());
        assertThat(spark.sparkContext().getPersistentRDDs().size())
                .as("what is left on executors")
                .isZero();
    }
}
