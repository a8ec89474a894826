package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Network;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.spark.rows.DistributedTable;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TargetScalingKind;
import io.sweepnet.spark.table.packed.PackedTable;
import io.sweepnet.training.TrainingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a DataFrame to predictions, as docs/execution.md shows it. */
@Timeout(180)
class DataFrameSearchTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final SparkSession spark = LocalSpark.session();

    /** Computed from the rows' numbers: y = 3 a - 2 b + 1. */
    private final Dataset<Row> frame = spark.range(0, 1200, 1, 3)
            .selectExpr("sin(id) * 3 as a", "cos(id * id) as b")
            .selectExpr("a", "b", "3 * a - 2 * b + 1 as y");

    private final ModelSettings settings =
            ModelSettings.builder().inputSize(2).hiddenSizes(4).outputSize(1).build();
    private final SearchRequest request = SearchRequest.of(settings, 30);

    private double predictedOverRows() {
        Preparation preparation = new Preparation(FeatureScaling.Kind.STANDARD, TargetScalingKind.NONE, 0.2, 0.1);
        PackedTable packed = PackedTable.of(frame, ColumnRoles.ofTarget("y"));
        try (DistributedTable table = DistributedTable.read(packed, preparation);
                DistributedSplit split = table.split(42, Optional.empty(), Optional.empty());
                Execution execution = RowsExecution.of(request, split)) {
            SearchResult result = execution.search(TrainingContext.NONE);
            assertThat(result.report().execution()).isEqualTo("rows");
            Network network = new Network(result.history().trained());
            double[] row = {split.scaling().apply(0, 1.5), split.scaling().apply(1, -2)};
            return network.predict(row)[0];
        }
    }

    private double predicted(Function<Split, Execution> made) {
        Split split = Split.of(
                PackedTable.of(frame, ColumnRoles.ofTarget("y")).collect().dataset(), 0.2, 0.1, 42);
        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, split.training());
        Split scaled = new Split(
                scaling.apply(split.training()),
                split.validation().map(scaling::apply),
                split.test().map(scaling::apply));
        try (Execution execution = made.apply(scaled)) {
            SearchResult result = execution.search(TrainingContext.NONE);
            Network network = new Network(result.history().trained());
            return network.predict(new double[] {scaling.apply(0, 1.5), scaling.apply(1, -2)})[0];
        }
    }

    @Test
    void everyExecutionOfADataFramePredictsTheSame() {
        double predicted = predicted(scaled -> new DriverExecution(request, scaled));

        assertThat(predicted).isCloseTo(3 * 1.5 + 2 * 2 + 1, within(2.0));
        assertThat(predictedOverRows()).isEqualTo(predicted);
        assertThat(List.of(
                        predicted(scaled -> new CandidatesExecution(spark.sparkContext(), request, scaled)),
                        predicted(scaled -> new RestartsExecution(spark.sparkContext(), request, scaled))))
                .containsOnly(predicted);
    }

    /** Every statement of the page is one of this test, but for the line that makes the execution. */
    @Test
    void thePageShowsTheCodeOfThisTest() throws IOException {
        String page = Files.readString(Path.of("../docs/execution.md"));
        String test = compact(Files.readString(
                Path.of("src/test/java", getClass().getName().replace('.', '/').concat(".java"))));
        List<String> statements = EXAMPLE.matcher(page)
                .results()
                .flatMap(example -> Pattern.compile("[;{]\\s")
                        .splitAsStream(example.group(1).replaceAll("//.*", "") + " "))
                .map(DataFrameSearchTest::compact)
                .filter(statement -> !statement.contains("newDriverExecution"))
                .toList();

        assertThat(statements)
                .hasSizeGreaterThan(15)
                .allSatisfy(statement -> assertThat(test).contains(statement));
    }

    private static String compact(String code) {
        return code.replaceAll("\\s", "");
    }
}
