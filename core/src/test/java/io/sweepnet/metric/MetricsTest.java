package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.SquaredLoss;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All metrics: against scikit-learn (resource {@code metrics.py}), whatever the shards, and what the registry says. */
class MetricsTest {

    private static final JsonObject CASES = read();

    private static JsonObject read() {
        try (Reader json =
                new InputStreamReader(MetricsTest.class.getResourceAsStream("metrics.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(json).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> cases() {
        return CASES.keySet();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areThoseOfScikitLearn(String name) {
        JsonObject known = CASES.getAsJsonObject(name);
        Measured metrics = measured(known, 1);
        JsonObject whole = known.getAsJsonObject("whole");
        JsonObject perClass = known.getAsJsonObject("perClass");

        for (String metric : whole.keySet()) {
            assertThat(metrics.value(metric))
                    .as(metric)
                    .isCloseTo(whole.get(metric).getAsDouble(), within(1e-13));
        }
        for (String metric : perClass.keySet()) {
            JsonArray values = perClass.getAsJsonArray(metric);
            for (int k = 0; k < values.size(); k++) {
                Double value = metrics.value(metric, String.valueOf(k));
                if (values.get(k).isJsonNull()) {
                    assertThat(value).as("%s of %d", metric, k).isNull();
                } else {
                    assertThat(value)
                            .as("%s of %d", metric, k)
                            .isCloseTo(values.get(k).getAsDouble(), within(1e-13));
                }
            }
        }
        Set<String> measured = new HashSet<>();
        metrics.values().forEach(value -> measured.add(value.metric()));
        assertThat(measured).as("all metrics are compared").isEqualTo(whole.keySet());
    }

    /** Sums of halves are exact, so that the order does not matter; the ranks do not depend on the parts at all. */
    @ParameterizedTest
    @MethodSource("cases")
    void countsAndRanksAreTheSameBitsHoweverManyPartsTheRowsHave(String name) {
        JsonObject known = CASES.getAsJsonObject(name);
        Set<String> exact = Set.of(
                "accuracy",
                "f1",
                "precision",
                "recall",
                "balanced_accuracy",
                "mcc",
                "roc_auc",
                "median_absolute_error");

        List<MetricValue> whole = measured(known, 1).values();
        for (int parts : new int[] {2, 7}) {
            List<MetricValue> merged = measured(known, parts).values();

            assertThat(merged).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                if (exact.contains(whole.get(i).metric())) {
                    assertThat(merged.get(i)).isEqualTo(whole.get(i));
                } else {
                    assertThat(merged.get(i).value()).isCloseTo(whole.get(i).value(), within(1e-14));
                }
            }
        }
    }

    private static Measured measured(JsonObject known, int parts) {
        int classes = known.get("classes").getAsInt();
        double[] targets = numbers(known.get("targets"));
        Dataset.Builder table = Measured.table(targets, numbers(known.get("weights")));
        if (classes > 0) {
            table.classes(IntStream.range(0, classes).mapToObj(String::valueOf).toList());
        }
        double[][] outputs = Stream.of(known.getAsJsonArray("outputs").asList().toArray(JsonElement[]::new))
                .map(MetricsTest::numbers)
                .toArray(double[][]::new);
        return Measured.of(table.build(), outputs, TargetScaling.NONE, Metrics.of(classes > 0), parts);
    }

    private static double[] numbers(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    /** A higher value for better predictions where higher is better, a lower one where lower is. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDirectionIsThatOfBetterPredictions(boolean classes) {
        double[] ones = {1, 1, 1, 1};
        for (Metric metric : Metrics.of(classes)) {
            double[] values = new double[2];
            for (int better = 0; better < 2; better++) {
                Measured measured = classes
                        ? Measured.classes(
                                List.of("a", "b"),
                                new double[] {0, 1, 0, 1},
                                ones,
                                Measured.choosing(2, 0, 1, 0, better))
                        : Measured.numbers(
                                new double[] {1, 2, 3, 4}, ones, TargetScaling.NONE, 1, 2, 2 + better, 3 + better);
                values[better] = measured.value(metric.name());
            }
            assertThat(values[1] > values[0]).as(metric.name()).isEqualTo(metric.higherIsBetter());
            assertThat(values[1]).as(metric.name()).isNotEqualTo(values[0]);
        }
    }

    @Test
    void namesAreUniqueAndFound() {
        List<Metric> all = Stream.concat(Metrics.of(false).stream(), Metrics.of(true).stream())
                .toList();

        assertThat(all).extracting(Metric::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9_]+"));
        for (Metric metric : all) {
            assertThat(Metrics.named(metric.name())).isSameAs(metric);
            assertThat(Metrics.names()).contains(metric.name());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.named("rsme"))
                .withMessage("unknown metric 'rsme'; known are " + Metrics.names());
    }

    @Test
    void theLossTrainedOnComesFirst() {
        assertThat(Metrics.with(new SquaredLoss()))
                .extracting(Metric::name)
                .containsExactly("loss", "rmse", "mae", "median_absolute_error", "r2");
    }
}
