package io.sweepnet.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.TargetScalingKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table on executors has the rows, order, shards, parts, scalings, notes and digest of one in the driver, bit for bit. */
@Timeout(180)
class DistributedTableTest {

    private static final String PART_BYTES = "spark.sql.files.maxPartitionBytes";
    private static final String OPEN_COST = "spark.sql.files.openCostInBytes";
    private static final String FEWEST_PARTS = "spark.sql.files.minPartitionNum";

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    @BeforeEach
    void manyParts() {
        spark.conf().set(PART_BYTES, "200000");
        spark.conf().set(OPEN_COST, "1000");
    }

    @AfterEach
    void restore() {
        spark.conf().unset(PART_BYTES);
        spark.conf().unset(OPEN_COST);
        spark.conf().unset(FEWEST_PARTS);
    }

    @ParameterizedTest(name = "{0} rows in {1} files, {2} bytes a range")
    @CsvSource({
        "2, 1, 16000000",
        "5, 3, 10",
        "2047, 1, 16000000",
        "2048, 2, 3000",
        "5000, 3, 50000",
        "70000, 7, 500000",
        "70000, 1, 160000000"
    })
    void numbersOfCsvFiles(int rows, int files, long rangeBytes) {
        Path table = new RandomTables(rows, 18, 0, rows).csv(folder, files);
        if (files == 1) {
            // The file in one part, which is packed in several pieces where its rows are many.
            spark.conf().set(PART_BYTES, "128m");
            spark.conf().set(FEWEST_PARTS, "1");
        }

        assertSame(
                rangeBytes,
                RandomTables.config(
                        table,
                        "data.target",
                        "number",
                        "data.target-scaling",
                        "standard",
                        "data.test",
                        "0.3",
                        "data.validation",
                        rows < 10 ? "0" : "0.1"));
    }

    @ParameterizedTest(name = "{0} rows in {1} files, {2} bytes a range, {3} of them missing")
    @CsvSource({"40, 4, 100, 0.2", "2060, 2, 3000, 0.01", "5000, 5, 50000, 0.1", "70000, 6, 300000, 0.02"})
    void weightedClassesWithIdsOfParquetFiles(int rows, int files, long rangeBytes, double missing) {
        Path table = new RandomTables(rows, 6, missing, rows).parquet(folder, files);

        assertSame(
                rangeBytes,
                RandomTables.config(
                        table,
                        "data.target",
                        "kind",
                        "data.id",
                        "id",
                        "data.weight",
                        "weight",
                        "data.missing",
                        "drop",
                        "data.scaling",
                        "unit-norm",
                        "data.validation",
                        "0.15"));
    }

    @ParameterizedTest(name = "{0} rows, task {1}")
    @CsvSource({"300, classification", "5000, classification", "5000, regression"})
    void libSvmFiles(int rows, String task) {
        boolean classes = task.equals("classification");
        Path table = new RandomTables(rows, 5, 0, rows).libSvm(folder, 4, classes);

        assertSame(40000, RandomTables.config(table, "data.task", task, "data.scaling", "min-max"));
    }

    /** Of rows that are all the same nothing but the position tells one from the other. */
    @Test
    void copiesOfFewRows() throws IOException {
        String csv = "x,z,y\n" + "1,0.5,a\n".repeat(1000) + "2,-0.5,b\n1,0.5,b\n".repeat(2000);
        Path table = Files.writeString(folder.resolve("copies.csv"), csv);

        assertSame(1000, RandomTables.config(table, "data.target", "y"));
    }

    @Test
    void nothingIsHeldOutWhereNothingIsToBe() {
        Path table = new RandomTables(2500, 3, 0, 1).csv(folder, 2);

        assertSame(
                10000, RandomTables.config(table, "data.target", "number", "data.test", "0", "data.scaling", "none"));
    }

    @Test
    void scalingsOfAnInitialModelAreTaken() {
        DataConfig config = RandomTables.config(new RandomTables(100, 2, 0, 1).csv(folder, 1), "data.target", "number");
        FeatureScaling scaling =
                new FeatureScaling(FeatureScaling.Kind.STANDARD, List.of(1.0, 2.0, 3.0), List.of(2.0, 4.0, 8.0));
        TargetScaling target = new TargetScaling(5, 10);

        try (DistributedTable table = DistributedTable.read(ReadTables.open(spark, config), config.preparation());
                DistributedSplit split = table.split(3, Optional.of(scaling), Optional.of(target))) {
            Split expected = Split.of(ReadTables.read(spark, config).dataset(), 0.2, 0, 3);

            assertPart(target.apply(scaling.apply(expected.training())), split.training(), Optional.empty());
            assertThat(split.scaling()).isEqualTo(scaling);
            assertThat(split.targetScaling()).isEqualTo(target);
        }
    }

    @Test
    void whatIsLostIsMadeAnewAndNothingIsLeft() {
        DataConfig config = RandomTables.config(
                new RandomTables(5000, 4, 0.1, 9).csv(folder, 3), "data.target", "kind", "data.missing", "drop");
        Table loaded = ReadTables.read(spark, config);
        Split expected = Split.of(loaded.dataset(), 0.2, 0, 42);
        FeatureScaling scaling = FeatureScaling.fit(config.scaling(), expected.training());

        DistributedSplit split;
        try (DistributedTable table =
                DistributedTable.read(ReadTables.open(spark, config), config.preparation(), 20000)) {
            split = table.split(42, Optional.empty(), Optional.empty());
        }
        assertThat(spark.sparkContext().getPersistentRDDs().size()).as("parts").isEqualTo(2);
        split.training().shards().unpersist(true);
        assertPart(scaling.apply(expected.training()), split.training(), Optional.empty());
        split.close();

        assertThat(spark.sparkContext().getPersistentRDDs().size()).isZero();
    }

    private void assertSame(long rangeBytes, DataConfig config) {
        Table loaded = ReadTables.read(spark, config);
        Dataset raw = loaded.dataset();
        Split parts = Split.of(raw, config.test(), config.validation(), 42);
        FeatureScaling scaling = FeatureScaling.fit(config.scaling(), parts.training());
        TargetScaling targetScaling = config.targetScaling() == TargetScalingKind.NONE
                ? TargetScaling.NONE
                : TargetScaling.standard(parts.training());

        try (DistributedTable table =
                        DistributedTable.read(ReadTables.open(spark, config), config.preparation(), rangeBytes);
                DistributedSplit split = table.split(42, Optional.empty(), Optional.empty())) {
            assertThat(table.description())
                    .isEqualTo(new TableDescription(
                            raw.featureNames(),
                            raw.targetNames().get(0),
                            raw.classes(),
                            loaded.classKind(),
                            raw.isWeighted(),
                            loaded.ids().isPresent(),
                            raw.rows(),
                            loaded.droppedRows(),
                            loaded.notes()));
            assertThat(table.sha256()).isEqualTo(raw.sha256());
            assertThat(split.scaling()).isEqualTo(scaling);
            assertThat(split.targetScaling()).isEqualTo(targetScaling);
            assertThat(split.weightedRows())
                    .isEqualTo(parts.training().withoutWeightlessRows().rows());
            assertThat(split.largestTarget())
                    .isEqualTo(Arrays.stream(parts.training().targets()[0])
                            .map(Math::abs)
                            .max()
                            .orElseThrow());
            assertPart(scaled(parts.training(), scaling, targetScaling), split.training(), loaded.ids());
            assertThat(split.validation().isPresent())
                    .isEqualTo(parts.validation().isPresent());
            parts.validation()
                    .ifPresent(part -> assertPart(
                            scaled(part, scaling, targetScaling),
                            split.validation().orElseThrow(),
                            loaded.ids()));
            assertThat(split.test().isPresent()).isEqualTo(parts.test().isPresent());
            parts.test()
                    .ifPresent(part -> assertPart(
                            scaled(part, scaling, targetScaling), split.test().orElseThrow(), loaded.ids()));
        }
    }

    private static Dataset scaled(Dataset part, FeatureScaling scaling, TargetScaling targetScaling) {
        Dataset scaled = scaling.apply(part);
        return targetScaling.isNone() ? scaled : targetScaling.apply(scaled);
    }

    private static void assertPart(Dataset expected, TablePart part, Optional<List<String>> ids) {
        Shards shards = Shards.of(expected.rows());
        assertThat(part.rows()).isEqualTo(expected.rows());
        assertThat(part.shards().getNumPartitions()).isEqualTo(shards.count());
        assertThat(part.ids().isPresent()).isEqualTo(ids.isPresent());
        List<List<Dataset>> partitions = part.shards().glom().collect();
        for (int k = 0; k < shards.count(); k++) {
            int[] rows = IntStream.range(shards.from(k), shards.to(k)).toArray();
            assertThat(partitions.get(k)).hasSize(1);
            assertShard(expected.rows(rows), partitions.get(k).get(0), k);
        }
        if (ids.isPresent()) {
            List<String> found = part.ids().orElseThrow().collect().stream()
                    .flatMap(Arrays::stream)
                    .toList();
            List<String> wanted = IntStream.range(0, expected.rows())
                    .mapToObj(row -> ids.get().get(expected.position(row)))
                    .toList();
            assertThat(found).isEqualTo(wanted);
        }
    }

    private static void assertShard(Dataset expected, Dataset shard, int k) {
        assertThat(Arrays.deepEquals(shard.features(), expected.features()))
                .as("features of shard %d", k)
                .isTrue();
        assertThat(Arrays.deepEquals(shard.targets(), expected.targets()))
                .as("targets of shard %d", k)
                .isTrue();
        for (int row = 0; row < expected.rows(); row++) {
            assertThat(shard.position(row)).isEqualTo(expected.position(row));
            assertThat(shard.weight(row)).isEqualTo(expected.weight(row));
        }
        assertThat(shard.featureNames()).isEqualTo(expected.featureNames());
        assertThat(shard.targetNames()).isEqualTo(expected.targetNames());
        assertThat(shard.classes()).isEqualTo(expected.classes());
        assertThat(shard.isWeighted()).isEqualTo(expected.isWeighted());
        assertThat(shard.canonical()).isSameAs(shard);
    }
}
