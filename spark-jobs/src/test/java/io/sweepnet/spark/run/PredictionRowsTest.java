package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.table.Table;
import io.sweepnet.training.TrainingHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions and metrics of networks of one layer, whose outputs can be worked out by hand. */
class PredictionRowsTest {

    private static final String RUN = "20260102T030405Z-1a2b3c";
    private static final int ROWS = 40;

    /** Rows 0, 2, 4 .. of a file of which every other row was left out; x is the position, the target is 3 x + 1. */
    private static Dataset line() {
        double[] x = IntStream.range(0, ROWS).mapToDouble(row -> 2 * row).toArray();
        return Dataset.builder()
                .feature("x", x)
                .target("y", Arrays.stream(x).map(value -> 3 * value + 1).toArray())
                .positions(IntStream.range(0, ROWS).map(row -> 2 * row).toArray())
                .build();
    }

    private static Dataset kinds() {
        return Dataset.builder()
                .feature("x", IntStream.range(0, ROWS).mapToDouble(row -> row).toArray())
                .target(
                        "kind",
                        IntStream.range(0, ROWS).mapToDouble(row -> row % 3).toArray())
                .classes(List.of("a", "b", "c"))
                .build();
    }

    private static PreparedData prepared(Dataset table, String lossName, TargetScaling scaling) {
        Split raw = Split.of(table, 0.3, 0.2, 7);
        Split split = new Split(
                scaling.apply(raw.training()),
                raw.validation().map(scaling::apply),
                raw.test().map(scaling::apply));
        Loss loss = Losses.of(lossName);
        List<String> ids = IntStream.range(0, 2 * ROWS).mapToObj(i -> "id" + i).toList();
        return new PreparedData(
                TableSummary.of(new Table(table, ClassKind.TEXT, 0, Optional.of(ids), List.of())),
                new DriverTable(split, scaling, Optional.of(ids)),
                FeatureScaling.fit(FeatureScaling.Kind.NONE, raw.training()),
                scaling,
                scaling.isNone() ? loss : loss.forTargetScale(scaling.scale()),
                lossName,
                architecture(1, Math.max(1, table.classes().size())));
    }

    private static Architecture architecture(int inputs, int outputs) {
        return new Architecture(List.of(inputs, outputs), List.of(Activation.IDENTITY));
    }

    /** Weights of all outputs, then biases. */
    private static ModelRun model(ModelKind kind, Architecture architecture, double... flat) {
        Parameters parameters = Parameters.of(architecture, flat);
        TrainingHistory history = new TrainingHistory(
                parameters, parameters, 1, 1, List.of(), TrainingHistory.Status.DONE, "epoch-limit", 0, 0, 0, 0);
        return new ModelRun(kind, history, Instant.EPOCH, Instant.EPOCH, Optional.empty(), List.of(), 0, false);
    }

    /** The rows as they are written. */
    private static PredictionRows rows(PreparedData data, List<ModelRun> models) {
        DriverTable rows = (DriverTable) data.rows();
        return new PredictionRows(Predictions.of(RUN, data, models), rows.driverParts(), rows.ids());
    }

    private static List<PredictionRow> all(Iterable<PredictionRow> rows) {
        List<PredictionRow> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }

    @Test
    void everyModelPredictsEveryRowInReadingOrder() {
        PreparedData data = prepared(line(), "squared", TargetScaling.NONE);
        PredictionRows rows = rows(
                data,
                List.of(
                        model(ModelKind.SEARCH, data.architecture(), 3, 1),
                        model(ModelKind.GRADIENT, data.architecture(), -1, 0.5)));

        List<PredictionRow> list = all(rows);

        assertThat(list).hasSize(2 * ROWS);
        for (int i = 0; i < list.size(); i++) {
            PredictionRow row = list.get(i);
            long position = 2L * (i % ROWS);
            boolean first = i < ROWS;
            assertThat(row.runId()).isEqualTo(RUN);
            assertThat(row.model()).isEqualTo(first ? "search" : "gradient");
            assertThat(row.row()).isEqualTo(position);
            assertThat(row.id()).isEqualTo("id" + position);
            assertThat(row.target()).isEqualTo(3.0 * position + 1);
            assertThat(row.prediction()).isEqualTo(first ? 3.0 * position + 1 : 0.5 - position);
            assertThat(row.scores()).containsExactly(row.prediction());
            assertThat(row.predictedLabel()).isNull();
            assertThat(row.split()).isEqualTo(list.get(i % ROWS).split());
        }
        assertThat(list.subList(0, ROWS).stream().filter(row -> row.split().equals("test")))
                .hasSize(12);
        assertThat(list.subList(0, ROWS).stream().filter(row -> row.split().equals("validation")))
                .hasSize(8);
        assertThat(all(rows)).as("asked for again").isEqualTo(list);
    }

    /** A second model that cannot be computed fails at its own first row: nothing was made before it was asked for. */
    @Test
    void rowsAreMadeWhenTheyAreAskedFor() {
        PreparedData data = prepared(line(), "squared", TargetScaling.NONE);
        Iterator<PredictionRow> rows = rows(
                        data,
                        List.of(
                                model(ModelKind.SEARCH, data.architecture(), 3, 1),
                                model(ModelKind.GRADIENT, architecture(2, 1), 3, 1, 2)))
                .iterator();

        for (int row = 0; row < ROWS; row++) {
            assertThat(rows.next().model()).isEqualTo("search");
        }
        assertThat(rows.hasNext()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(rows::next).withMessageContaining("takes 2 features, got 1");
    }

    @Test
    void afterTheLastRowThereIsNone() {
        PreparedData data = prepared(line(), "squared", TargetScaling.NONE);
        Iterator<PredictionRow> rows = rows(data, List.of()).iterator();

        assertThat(rows.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(rows::next);
    }

    /** Whatever loss it was trained on, a network of classes has probabilities, a log loss and every F1. */
    @ParameterizedTest
    @ValueSource(strings = {"cross-entropy", "zero-one"})
    void theFiguresOfClassesAreThoseOfTheirPredictions(String lossName) {
        PreparedData data = prepared(kinds(), lossName, TargetScaling.NONE);
        ModelRun model = model(ModelKind.SEARCH, data.architecture(), 0.1, -0.1, 0.02, -1, 1, 0);
        List<PredictionRow> predictions = all(rows(data, List.of(model)));
        ModelMetrics measured = new ModelMetrics(
                data, ModelMetrics.targets(data), model.history().trained());

        for (String part : List.of("train", "validation", "test")) {
            List<PredictionRow> rows =
                    predictions.stream().filter(row -> row.split().equals(part)).toList();
            double right = rows.stream()
                    .filter(row -> row.predictedLabel().equals(row.targetLabel()))
                    .count();
            double logLoss = rows.stream()
                    .mapToDouble(row -> -Math.log(row.scores().get(row.target().intValue())))
                    .average()
                    .orElseThrow();

            assertThat(rows).hasSizeGreaterThanOrEqualTo(8).allSatisfy(row -> {
                assertThat(row.scores().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-15));
                assertThat(row.predictedLabel())
                        .isEqualTo(data.classes().get(row.prediction().intValue()));
                assertThat(row.targetLabel()).isEqualTo(data.classes().get((int) (row.row() % 3)));
            });
            assertThat(value(measured, part, "accuracy", null)).isCloseTo(right / rows.size(), within(1e-15));
            assertThat(value(measured, part, "log_loss", null)).isCloseTo(logLoss, within(1e-12));
            double mean = data.classes().stream()
                    .mapToDouble(name -> value(measured, part, "f1", name))
                    .average()
                    .orElseThrow();
            assertThat(value(measured, part, "f1", null)).isCloseTo(mean, within(1e-15));
            assertThat(measured.loss(part)).isEqualTo(value(measured, part, "loss", null));
            if (lossName.equals("zero-one")) {
                assertThat(measured.loss(part)).isCloseTo(1 - right / rows.size(), within(1e-15));
            } else {
                assertThat(measured.loss(part))
                        .as("the same figure")
                        .isEqualTo(value(measured, part, "log_loss", null));
            }
        }
    }

    /** All outputs are equal: the first class, for the predictions, the loss and the accuracy alike. */
    @Test
    void equalOutputsAreTheFirstClassEverywhere() {
        PreparedData data = prepared(kinds(), "zero-one", TargetScaling.NONE);
        ModelRun model = model(ModelKind.SEARCH, data.architecture(), 0, 0, 0, 0, 0, 0);
        List<PredictionRow> predictions = all(rows(data, List.of(model)));
        ModelMetrics measured = new ModelMetrics(
                data, ModelMetrics.targets(data), model.history().trained());

        assertThat(predictions).hasSize(ROWS).allSatisfy(row -> {
            assertThat(row.predictedLabel()).isEqualTo("a");
            assertThat(row.scores()).containsOnly(1 / 3.0);
        });
        List<PredictionRow> held =
                predictions.stream().filter(row -> row.split().equals("test")).toList();
        double ofFirst =
                held.stream().filter(row -> row.targetLabel().equals("a")).count();
        assertThat(value(measured, "test", "accuracy", null)).isEqualTo(ofFirst / held.size());
        assertThat(measured.loss("test")).isEqualTo((held.size() - ofFirst) / held.size());
        assertThat(value(measured, "test", "log_loss", null)).isCloseTo(Math.log(3), within(1e-15));
    }

    @Test
    void theFiguresOfNumbersAreThoseOfTheirPredictions() {
        PreparedData data = prepared(line(), "squared", new TargetScaling(100, 50));
        ModelRun model = model(ModelKind.SEARCH, data.architecture(), 0.05, -1.9);
        List<PredictionRow> predictions = all(rows(data, List.of(model)));
        ModelMetrics measured = new ModelMetrics(
                data, ModelMetrics.targets(data), model.history().trained());

        for (String part : List.of("train", "validation", "test")) {
            double squared = predictions.stream()
                    .filter(row -> row.split().equals(part))
                    .mapToDouble(row -> Math.pow(row.prediction() - row.target(), 2))
                    .average()
                    .orElseThrow();

            assertThat(measured.loss(part)).isCloseTo(squared, within(1e-9));
            assertThat(value(measured, part, "rmse", null)).isCloseTo(Math.sqrt(squared), within(1e-9));
        }
        assertThat(measured.loss("other")).isNull();
    }

    private static Double value(ModelMetrics measured, String part, String metric, String ofClass) {
        List<MetricRow> found = measured.rows(RUN, "search").stream()
                .filter(row -> row.split().equals(part) && row.metric().equals(metric))
                .filter(row -> ofClass == null ? row.ofClass() == null : ofClass.equals(row.ofClass()))
                .toList();
        assertThat(found).as("%s of %s in %s", metric, ofClass, part).hasSize(1);
        return found.get(0).value();
    }
}
