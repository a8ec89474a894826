package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Network;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.HistoryRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a table lies in files, and how many task slots there are, does not change a bit of a model. */
@Timeout(120)
class PartitionsTest {

    private static final StructType NUMBERS = new StructType()
            .add("x1", DataTypes.DoubleType)
            .add("x2", DataTypes.DoubleType)
            .add("y", DataTypes.DoubleType);

    private static final StructType KINDS = new StructType()
            .add("x1", DataTypes.DoubleType)
            .add("x2", DataTypes.DoubleType)
            .add("y", DataTypes.StringType);

    /** All of a model but where its table lay. */
    private record Trained(
            Network network, SavedModel.Inputs inputs, SavedModel.Target target, String sha256, List<Double> losses) {}

    @TempDir
    private Path folder;

    @AfterEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    /** Targets far from zero that differ in their last digits: a sum of them depends on the order of its terms. */
    private static List<Row> farFromZero() {
        Random random = new Random(7);
        return IntStream.range(0, 1000)
                .mapToObj(row -> {
                    double x1 = random.nextGaussian();
                    double x2 = random.nextGaussian();
                    return RowFactory.create(x1, x2, 1e8 + x1 - 0.5 * x2 + 1e-3 * random.nextGaussian());
                })
                .toList();
    }

    private static List<Row> sortedByKind() {
        return List.of(
                RowFactory.create(0.5, 1.0, "a"),
                RowFactory.create(0.75, 0.0, "a"),
                RowFactory.create(-1.0, 2.0, "b"),
                RowFactory.create(-1.5, 0.5, "b"),
                RowFactory.create(3.0, -2.0, "c"));
    }

    private Path write(List<Row> rows, StructType schema, int files) throws IOException {
        Path table = folder.resolve("in-" + files + "-files");
        LocalSpark.session()
                .createDataFrame(rows, schema)
                .repartition(files)
                .write()
                .parquet(table.toString());
        try (Stream<Path> written = Files.list(table)) {
            assertThat(written.filter(file -> file.toString().endsWith(".parquet")))
                    .as("files, of which an empty one need not be there")
                    .hasSizeBetween(Math.min(files, rows.size()) / 2, files);
        }
        return table;
    }

    private Trained trained(int cores, Path table, String... more) {
        LocalSpark.session().stop();
        SparkSession spark = SparkSession.builder()
                .master("local[" + cores + "]")
                .appName("sweepnet-tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.files.openCostInBytes", "1")
                .getOrCreate();
        String[] settings = Stream.concat(
                        Stream.of(
                                "data.path=" + table,
                                "data.target=y",
                                "models=hybrid",
                                "network.hidden=3",
                                "search.sweeps=2",
                                "search.tolerance=0",
                                "search.weights.size=7",
                                "search.biases.size=7",
                                "gradient.epochs=4",
                                "gradient.batch=64"),
                        Stream.of(more))
                .toArray(String[]::new);
        LocalRun run = LocalRun.of(spark, folder, settings);
        assertThat(run.row().environment().master()).isEqualTo("local[" + cores + "]");
        assertThat(run.row().setup().seed()).isEqualTo(42);
        assertThat(run.row().placement().partitions()).isPositive();
        SavedModel model = run.model().orElseThrow();
        return new Trained(
                model.network(),
                model.inputs().orElseThrow(),
                model.target().orElseThrow(),
                model.provenance().orElseThrow().dataSha256(),
                run.history().stream().map(HistoryRow::loss).toList());
    }

    @Test
    void theSameRowsInAnyNumberOfFilesGiveTheSameModel() throws IOException {
        Path one = write(farFromZero(), NUMBERS, 1);
        Path four = write(farFromZero(), NUMBERS, 4);
        Path seventeen = write(farFromZero(), NUMBERS, 17);
        String scaled = "data.target-scaling=standard";

        Trained expected = trained(1, one, scaled, "search.execution=candidates");

        assertThat(trained(4, four, scaled, "search.execution=candidates")).isEqualTo(expected);
        assertThat(trained(3, seventeen, scaled, "search.execution=candidates")).isEqualTo(expected);
        assertThat(trained(2, seventeen, scaled, "search.execution=driver")).isEqualTo(expected);
    }

    /** Most files of 200 hold nothing, and the others one class each. */
    @Test
    void emptyPartitionsAndSuchOfOneClassGiveTheSameModel() throws IOException {
        Path one = write(sortedByKind(), KINDS, 1);
        Path many = write(sortedByKind(), KINDS, 200);
        Files.write(many.resolve("part-99999.parquet"), Files.readAllBytes(emptyFile()));
        String[] settings = {"search.execution=candidates", "data.test=0", "gradient.batch=full"};

        Trained expected = trained(1, one, settings);

        assertThat(trained(8, many, settings)).isEqualTo(expected);
        assertThat(expected.target().classes()).containsExactly("a", "b", "c");
    }

    @Test
    void aTableOfEmptyFilesIsRefusedInASentence() throws IOException {
        Path empty = emptyFile().getParent();

        assertThatThrownBy(() -> trained(2, empty))
                .isInstanceOf(InputException.class)
                .hasMessage(empty + " has no rows; at least 2 are needed");
    }

    private Path emptyFile() throws IOException {
        Path table = folder.resolve("empty");
        LocalSpark.session().createDataFrame(List.<Row>of(), KINDS).write().parquet(table.toString());
        try (Stream<Path> files = Files.list(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
