package io.sweepnet.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.TargetScalingKind;
import io.sweepnet.spark.table.Task;
import io.sweepnet.spark.table.packed.PackedTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of a DataFrame on executors are those of a file of its rows in the driver, bit for bit. */
@Timeout(180)
class DistributedFrameTest {

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    /** With 0 partitions the frame stays as it is: rows that the driver holds. */
    @ParameterizedTest(name = "{0} rows in {1} partitions")
    @CsvSource({"300, 0", "300, 5", "5000, 0", "5000, 9"})
    void splitAndScaledAsTheFile(int rows, int partitions) {
        RandomTables random = new RandomTables(rows, 5, 0.05, rows);
        org.apache.spark.sql.Dataset<Row> frame =
                partitions == 0 ? random.frame() : random.frame().repartition(partitions);
        ColumnRoles roles = new ColumnRoles(
                Optional.of("kind"),
                Optional.of("id"),
                Optional.of("weight"),
                List.of(),
                Task.AUTO,
                MissingPolicy.DROP);
        TableFiles files = TableFiles.of(random.parquet(folder, 2).toString());
        Preparation preparation = new Preparation(FeatureScaling.Kind.STANDARD, TargetScalingKind.NONE, 0.2, 0.1);
        Dataset ofFile = PackedTable.open(spark, files, roles).collect().dataset();
        Split expected = Split.of(ofFile, 0.2, 0.1, 7);
        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, expected.training());

        try (DistributedTable table = DistributedTable.read(PackedTable.of(frame, roles), preparation, 20_000);
                DistributedSplit split = table.split(7, Optional.empty(), Optional.empty())) {
            assertThat(table.sha256()).isEqualTo(ofFile.sha256());
            assertThat(split.scaling()).isEqualTo(scaling);
            assertPart(split.training(), scaling.apply(expected.training()));
            assertPart(
                    split.validation().orElseThrow(),
                    scaling.apply(expected.validation().orElseThrow()));
            assertPart(split.test().orElseThrow(), scaling.apply(expected.test().orElseThrow()));
            assertThat(positions(split)).as("places in reading order").doesNotHaveDuplicates();
        }
    }

    private static void assertPart(TablePart part, Dataset expected) {
        int row = 0;
        for (Dataset shard : part.shards().collect()) {
            Dataset same =
                    expected.rows(IntStream.range(row, row + shard.rows()).toArray());
            assertThat(Arrays.deepEquals(shard.features(), same.features())).isTrue();
            assertThat(Arrays.deepEquals(shard.targets(), same.targets())).isTrue();
            row += shard.rows();
        }
        assertThat(row).isEqualTo(expected.rows());
    }

    private static int[] positions(DistributedSplit split) {
        return split.training().shards().collect().stream()
                .flatMapToInt(shard -> IntStream.range(0, shard.rows()).map(shard::position))
                .toArray();
    }
}
