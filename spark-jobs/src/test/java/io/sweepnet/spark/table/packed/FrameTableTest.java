package io.sweepnet.spark.table.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sweepnet.data.Split;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.rows.RandomTables;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A DataFrame is the table that files of its rows are. */
class FrameTableTest {

    private static final String FRAME = "the DataFrame";

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"iris, species", "diabetes, progression"})
    void theDataFrameOfAFileGivesTheDatasetOfTheFile(String name, String target) {
        String file = "../conf/data/" + name + ".csv";
        Dataset<Row> frame =
                spark.read().option("header", true).option("inferSchema", true).csv(file);
        ColumnRoles roles = ColumnRoles.ofTarget(target);

        Table ofFile = PackedTable.open(spark, TableFiles.of(file), roles).collect();
        Table ofFrame = PackedTable.of(frame.coalesce(1), roles).collect();

        assertSame(ofFrame.dataset(), ofFile.dataset());
        assertThat(positions(ofFrame.dataset())).isEqualTo(positions(ofFile.dataset()));
        assertThat(ofFrame.notes()).isEqualTo(ofFile.notes());
        assertThat(ofFrame.classKind()).isEqualTo(ofFile.classKind());
    }

    /** Many of the rows are the same, some lack values, and the ids are to stay with their rows. */
    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 2, 13})
    void whateverThePartitionsTheRowsAreThoseOfParquetFiles(int partitions) {
        RandomTables random = new RandomTables(400, 6, 0.05, partitions);
        TableFiles files = TableFiles.of(random.parquet(folder, 3).toString());
        ColumnRoles roles = new ColumnRoles(
                Optional.of("kind"),
                Optional.of("id"),
                Optional.of("weight"),
                List.of(),
                Task.AUTO,
                MissingPolicy.DROP);

        Table ofFiles = PackedTable.open(spark, files, roles).collect();
        Table ofFrame =
                PackedTable.of(random.frame().repartition(partitions), roles).collect();

        assertSame(ofFrame.dataset().canonical(), ofFiles.dataset().canonical());
        assertThat(ofFrame.notes()).isEqualTo(ofFiles.notes());
        assertThat(ofFrame.droppedRows()).isEqualTo(ofFiles.droppedRows()).isPositive();
        Split frameParts = Split.of(ofFrame.dataset(), 0.2, 0.1, 42);
        Split fileParts = Split.of(ofFiles.dataset(), 0.2, 0.1, 42);
        assertSame(frameParts.training(), fileParts.training());
        assertSame(frameParts.validation().orElseThrow(), fileParts.validation().orElseThrow());
        assertSame(frameParts.test().orElseThrow(), fileParts.test().orElseThrow());
        assertThat(sorted(ofFrame.ids().orElseThrow()))
                .isEqualTo(sorted(ofFiles.ids().orElseThrow()));
    }

    /** Rows that the driver holds: Spark computes their columns there, in no partition yet. */
    @Test
    void rowsCountInTheOrderOfThePartitions() {
        Dataset<Row> frame =
                spark.sql("SELECT * FROM VALUES (0D, 5D), (1D, 6D), (2D, 7D), (3D, 8D), (4D, 9D) AS t(x, y)");
        assertThat(frame.javaRDD().getNumPartitions()).as("partitions").isGreaterThan(1);
        PackedTable table = PackedTable.of(frame, ColumnRoles.ofTarget("y"));

        io.sweepnet.data.Dataset collected = table.collect().dataset();
        assertThat(collected.features()[0]).containsExactly(0, 1, 2, 3, 4);
        assertThat(positions(collected)).containsExactly(0, 1, 2, 3, 4);
        try (RowBlocks blocks = table.onExecutors()) {
            for (RowBlock block : blocks.blocks().collect()) {
                for (int row = 0; row < block.rows(); row++) {
                    assertThat(block.columns()[0][row]).isEqualTo(block.positions()[row]);
                }
            }
        }
    }

    @Test
    void columnsOfNamesThatDifferByCaseAreDifferent() {
        Dataset<Row> frame = spark.sql("SELECT id * 2D AS a, id * 3D AS b, id * 4D AS c FROM range(4)")
                .toDF("x.1", "X.1", "`y`");

        io.sweepnet.data.Dataset data =
                PackedTable.of(frame, ColumnRoles.ofTarget("`y`")).collect().dataset();

        assertThat(data.featureNames()).containsExactly("x.1", "X.1");
        assertThat(data.features()[1]).containsExactlyInAnyOrder(0, 3, 6, 9);
    }

    @Test
    void numbersOfEveryTypeAreNumbersAndNaNIsMissing() {
        Dataset<Row> frame =
                spark.sql("SELECT CAST(id AS TINYINT) AS b, CAST(id AS SMALLINT) AS s, CAST(id AS INT) AS i, id AS l,"
                        + " CAST(id + 0.5 AS FLOAT) AS f, CAST(id + 0.25 AS DECIMAL(20, 2)) AS d,"
                        + " IF(id = 2, CAST('NaN' AS DOUBLE), id) AS y FROM range(5)");
        ColumnRoles roles = new ColumnRoles(
                Optional.of("y"), Optional.empty(), Optional.empty(), List.of(), Task.AUTO, MissingPolicy.DROP);

        Table table = PackedTable.of(frame.coalesce(1), roles).collect();

        assertThat(table.dataset().featureNames()).containsExactly("b", "s", "i", "l", "f", "d");
        assertThat(table.dataset().features()[4]).containsExactly(0.5, 1.5, 3.5, 4.5);
        assertThat(table.dataset().features()[5]).containsExactly(0.25, 1.25, 3.25, 4.25);
        assertThat(table.dataset().targets()[0]).containsExactly(0, 1, 3, 4);
        assertThat(table.droppedRows()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "array(id, 2)",
                "map('k', id)",
                "struct(id, 'a')",
                "DATE '2020-01-01'",
                "TIMESTAMP '2020-01-01 10:00:00'",
                "CAST('abc' AS BINARY)",
                "id > 1",
                "'text'"
            })
    void aColumnThatIsNoNumberIsRefusedAsThatOfAParquetFile(String column) {
        Dataset<Row> frame = spark.sql("SELECT id * 1D AS x, " + column + " AS odd, id * 2D AS y FROM range(4)")
                .coalesce(1);
        Path file = folder.resolve("odd.parquet");
        frame.write().parquet(file.toString());
        String part = filesOf(file).get(0);
        PackedTable ofFrame = PackedTable.of(frame, ColumnRoles.ofTarget("y"));

        assertThat(ofFrame.collect().notes()).contains("not used, since they hold no numbers: odd");
        ColumnRoles odd = ColumnRoles.ofTarget("y").withFeatures(List.of("x", "odd"));
        Throwable refusal = catchThrowable(() -> PackedTable.of(frame, odd).collect());
        assertThat(refusal)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("feature 'odd' holds text (")
                .hasMessageEndingWith(" in row 1 of " + FRAME + "), numbers are needed");
        assertThatThrownBy(() -> PackedTable.open(spark, TableFiles.of(file.toString()), odd)
                        .collect())
                .hasMessage(refusal.getMessage().replace(FRAME, part));
    }

    @Test
    void aColumnOfNullsIsListed() {
        Dataset<Row> frame = spark.sql("SELECT id * 1D AS x, NULL AS nothing, id * 2D AS y FROM range(4)");

        assertThat(PackedTable.of(frame, ColumnRoles.ofTarget("y")).collect().notes())
                .contains("not used, since they hold no value: nothing");
    }

    @Test
    void messagesNameTheDataFrame() {
        Dataset<Row> frame = spark.sql("SELECT * FROM VALUES (1D, 'a', 2D), (NULL, 'b', 3D) AS t(x, k, y)")
                .coalesce(1);

        assertRefused(frame, "z", "data.target = z: the DataFrame has no such column; it has [x, k, y]");
        assertRefused(
                frame,
                "y",
                "missing values: column 'x' 1 (first in row 2 of the DataFrame); data.missing = drop leaves such rows out");
        assertRefused(frame.limit(1), "y", "the DataFrame has 1 row; at least 2 are needed");
        assertRefused(
                frame.toDF("x", "x", "y"), "y", "the DataFrame: two columns are named 'x'; the names must differ");
        assertRefused(frame.toDF("x", "", "y"), "y", "the DataFrame: column 2 of 3 has no name: [x, , y]");
        assertRefused(
                spark.readStream().format("rate").load(),
                "value",
                "the DataFrame is a stream, which has no last row; write it to a table first");
        assertThatThrownBy(() -> PackedTable.of(frame, "wines", ColumnRoles.ofTarget("z"))
                        .collect())
                .hasMessage("data.target = z: wines has no such column; it has [x, k, y]");
    }

    private static void assertRefused(Dataset<Row> frame, String target, String message) {
        assertThatThrownBy(() ->
                        PackedTable.of(frame, ColumnRoles.ofTarget(target)).collect())
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private static List<String> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet") && !name.startsWith("."))
                    .toList();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertSame(io.sweepnet.data.Dataset data, io.sweepnet.data.Dataset expected) {
        assertThat(data.sha256()).isEqualTo(expected.sha256());
        assertThat(data.featureNames()).isEqualTo(expected.featureNames());
        assertThat(data.targetNames()).isEqualTo(expected.targetNames());
        assertThat(data.classes()).isEqualTo(expected.classes());
        assertThat(data.isWeighted()).isEqualTo(expected.isWeighted());
        assertThat(Arrays.deepEquals(data.features(), expected.features()))
                .as("features")
                .isTrue();
        assertThat(Arrays.deepEquals(data.targets(), expected.targets()))
                .as("targets")
                .isTrue();
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(data.weight(row)).isEqualTo(expected.weight(row));
        }
    }

    private static int[] positions(io.sweepnet.data.Dataset data) {
        int[] positions = new int[data.rows()];
        for (int row = 0; row < positions.length; row++) {
            positions[row] = data.position(row);
        }
        return positions;
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().map(String::valueOf).sorted().toList();
    }
}
