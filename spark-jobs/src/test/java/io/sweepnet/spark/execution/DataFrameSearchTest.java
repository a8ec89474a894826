package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.JavadocExamplesContract;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.SquaredLoss;
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
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a DataFrame to predictions: "From a program" in docs/execution.md. */
@Timeout(180)
class DataFrameSearchTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ANOTHER_EXECUTION =
            Pattern.compile("`([^`\n]*\\(spark\\.sparkContext\\(\\), request, scaled\\))`");

    /** A row of the table of packages in docs/limits.md: the root, and the names of the public packages below it. */
    private static final Pattern PACKAGES = Pattern.compile("(?m)^\\| [\\w-]+, `([\\w.]+)` \\| ([^|]+) \\|");

    private static final double[] ROW = {1.5, -2};
    private static final double TARGET_OF_ROW = 3 * 1.5 + 2 * 2 + 1;

    private final SparkSession spark = LocalSpark.session();

    /** Computed from the rows' numbers: y = 3 a - 2 b + 1. */
    private final Dataset<Row> frame = spark.range(0, 1200, 1, 3)
            .selectExpr("sin(id) * 3 as a", "cos(id * id) as b")
            .selectExpr("a", "b", "3 * a - 2 * b + 1 as y");

    private final SearchRequest request = SearchRequest.of(settings().build(), 30);

    @TempDir
    private Path folder;

    @Test
    void everyExecutionFindsTheSameParameters() {
        Split split = split();
        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, split.training());
        Split scaled = each(split, scaling::apply);
        SearchResult inDriver = search(new DriverExecution(request, scaled));

        List<SearchResult> onExecutors = List.of(
                search(new CandidatesExecution(spark.sparkContext(), request, scaled)),
                search(RowsExecution.of(spark.sparkContext(), request, scaled)),
                search(new RestartsExecution(spark.sparkContext(), request, scaled)),
                overRows(TargetScalingKind.NONE, target -> request, (result, rows) -> {
                    assertThat(rows.scaling()).isEqualTo(scaling);
                    return result;
                }));

        assertThat(onExecutors)
                .extracting(result -> result.report().execution())
                .containsExactly("candidates", "rows", "restarts", "rows");
        assertThat(onExecutors).allSatisfy(result -> assertThat(bits(result)).isEqualTo(bits(inDriver)));
        assertThat(shareOfVarianceLeft(inDriver, scaled.test().orElseThrow())).isLessThan(0.05);
    }

    @Test
    void withAScaledTargetLossesAndPredictionsAreInItsOwnUnits() {
        Split split = split();
        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, split.training());
        TargetScaling target = TargetScaling.standard(split.training());
        Split scaled = each(split, part -> target.apply(scaling.apply(part)));
        SearchResult inDriver = search(new DriverExecution(withScaledTarget(target), scaled));

        double predicted = overRows(TargetScalingKind.STANDARD, this::withScaledTarget, (result, rows) -> {
            assertThat(rows.targetScaling()).isEqualTo(target);
            assertThat(bits(result)).isEqualTo(bits(inDriver));
            double[] row = {rows.scaling().apply(0, ROW[0]), rows.scaling().apply(1, ROW[1])};
            return rows.targetScaling().restore(new Network(result.history().trained()).predict(row)[0]);
        });

        double squaredErrors = 0;
        Network network = new Network(inDriver.history().trained());
        double[] outputs = network.predict(scaled.training().features())[0];
        for (int i = 0; i < outputs.length; i++) {
            double error = target.restore(outputs[i]) - split.training().targets()[0][i];
            squaredErrors += error * error;
        }
        assertThat(inDriver.history().finalLoss()).isCloseTo(squaredErrors / outputs.length, within(1e-9));
        assertThat(predicted).isCloseTo(TARGET_OF_ROW, within(2.0));
    }

    /** The blocks of the page, each the body of a method, use public packages only and predict the same. */
    @Test
    void thePageCompilesAndPredictsTheSame() throws Exception {
        String page = Files.readString(Path.of("../docs/execution.md"));
        List<String> blocks = found(EXAMPLE, page);
        List<String> others = found(ANOTHER_EXECUTION, page);
        assertThat(blocks).hasSize(2);
        assertThat(others).hasSize(3);
        List<String> bodies = new ArrayList<>(blocks);
        for (String other : others) {
            String body = blocks.get(1).replace("new DriverExecution(request, scaled)", other);
            assertThat(body).isNotEqualTo(blocks.get(1));
            bodies.add(body);
        }

        List<Double> predicted = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            String parameters = "SparkSession spark, Dataset<Row> frame" + (i == 0 ? "" : ", SearchRequest request");
            predicted.add(run("Page" + i, parameters, bodies.get(i), i == 0));
        }

        assertThat(predicted.get(0)).isCloseTo(TARGET_OF_ROW, within(2.0));
        assertThat(predicted).containsOnly(predicted.get(0));
    }

    private static ModelSettings.Builder settings() {
        return ModelSettings.builder().inputSize(2).hiddenSizes(4).outputSize(1);
    }

    private SearchRequest withScaledTarget(TargetScaling target) {
        return SearchRequest.of(
                settings()
                        .loss(new SquaredLoss().forTargetScale(target.scale()))
                        .build(),
                30);
    }

    private Split split() {
        return Split.of(
                PackedTable.of(frame, ColumnRoles.ofTarget("y")).collect().dataset(), 0.2, 0.1, 42);
    }

    private static Split each(Split split, UnaryOperator<io.sweepnet.data.Dataset> map) {
        return new Split(
                map.apply(split.training()),
                split.validation().map(map),
                split.test().map(map));
    }

    private static SearchResult search(Execution made) {
        try (Execution execution = made) {
            return execution.search(TrainingContext.NONE);
        }
    }

    private interface Use<T> {
        T of(SearchResult result, DistributedSplit split);
    }

    /** Searches over rows that never were in the driver. */
    private <T> T overRows(TargetScalingKind kind, Function<TargetScaling, SearchRequest> requested, Use<T> use) {
        Preparation preparation = new Preparation(FeatureScaling.Kind.STANDARD, kind, 0.2, 0.1);
        PackedTable packed = PackedTable.of(frame, ColumnRoles.ofTarget("y"));
        try (DistributedTable table = DistributedTable.read(packed, preparation);
                DistributedSplit split = table.split(42, Optional.empty(), Optional.empty())) {
            return use.of(search(RowsExecution.of(requested.apply(split.targetScaling()), split)), split);
        }
    }

    private static List<Long> bits(SearchResult result) {
        List<Long> bits = new ArrayList<>();
        for (double parameter : result.history().trained().toArray()) {
            bits.add(Double.doubleToRawLongBits(parameter));
        }
        return bits;
    }

    private static double shareOfVarianceLeft(SearchResult result, io.sweepnet.data.Dataset rows) {
        double[] outputs = new Network(result.history().trained()).predict(rows.features())[0];
        double[] targets = rows.targets()[0];
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        double left = 0;
        double all = 0;
        for (int i = 0; i < targets.length; i++) {
            left += Math.pow(outputs[i] - targets[i], 2);
            all += Math.pow(targets[i] - sum / targets.length, 2);
        }
        return left / all;
    }

    private double run(String name, String parameters, String body, boolean makesItsRequest) throws Exception {
        Path source = Files.writeString(
                folder.resolve(name + ".java"),
                importsOfPublicPackages()
                        + "import java.util.Optional;\nimport org.apache.spark.sql.Dataset;\n"
                        + "import org.apache.spark.sql.Row;\nimport org.apache.spark.sql.SparkSession;\n\n"
                        + "public class " + name + " {\n\npublic static double run(" + parameters + ") {\n" + body
                        + "}\n}\n");
        JavadocExamplesContract.compile(folder, List.of(source.toString()), "-Xlint:all");
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> page = classes.loadClass(name);
            return (double)
                    (makesItsRequest
                            ? page.getMethod("run", SparkSession.class, Dataset.class)
                                    .invoke(null, spark, frame)
                            : page.getMethod("run", SparkSession.class, Dataset.class, SearchRequest.class)
                                    .invoke(null, spark, frame, request));
        }
    }

    private static String importsOfPublicPackages() throws IOException {
        String imports = PACKAGES.matcher(Files.readString(Path.of("../docs/limits.md")))
                .results()
                .flatMap(row -> Pattern.compile(", ")
                        .splitAsStream(row.group(2).replace("`", "").strip())
                        .map(below -> "import " + row.group(1) + "." + below + ".*;\n"))
                .collect(Collectors.joining());
        assertThat(imports).contains("import io.sweepnet.data.*;\n", "import io.sweepnet.spark.execution.*;\n");
        return imports;
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(match -> match.group(1)).toList();
    }
}
