package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes on networks of one feature, whose parameters are easily counted: a linear one has 2, with 3 hidden units 10. */
class TrainingNotesTest {

    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void aLinearModelOfAllRows() {
        settings.put("data.path", "table.csv");
        settings.put("data.target", "y");
        settings.put("data.test", "0");
        settings.put("network.hidden", "[]");
        settings.put("models", "search");
    }

    private static Dataset.Builder rows(int count) {
        return Dataset.builder()
                .feature("x", IntStream.range(0, count).mapToDouble(row -> row).toArray());
    }

    private static Dataset numbers(double... target) {
        return rows(target.length).target("y", target).build();
    }

    private List<String> notes(Dataset table) {
        return notes(table, Optional.empty());
    }

    private List<String> notes(Dataset table, Optional<SavedModel> initial) {
        RunConfig config = RunConfig.load(Optional.empty(), settings);
        Table loaded = new Table(table, ClassKind.TEXT, 0, Optional.empty(), List.of());
        return TrainingNotes.of(config, PreparedData.of(loaded, TableSummary.of(loaded), config, initial), initial);
    }

    @Test
    void asManyRowsAsParametersAreEnough() {
        settings.put("network.hidden", "[3]");

        assertThat(notes(numbers(new double[10]))).isEmpty();
        assertThat(notes(numbers(new double[9])))
                .containsExactly("the network has 10 parameters for 9 rows to learn from, and may learn them by heart:"
                        + " no rows are held out, which would tell (data.test); a smaller network.hidden may help");
    }

    /** Of 12 rows, a quarter is held out: 9 are left to learn from. */
    @Test
    void rowsHeldOutAreNotLearnedFrom() {
        settings.put("network.hidden", "[3]");
        settings.put("data.test", "0.25");

        assertThat(notes(numbers(new double[12])))
                .containsExactly("the network has 10 parameters for 9 rows to learn from, and may learn them by heart:"
                        + " the held-out loss tells; a smaller network.hidden may help");
    }

    @Test
    void rowsThatDoNotCountAreNotLearnedFrom() {
        Dataset table = rows(3).target("y", new double[3])
                .weights(new double[] {1, 0, 0})
                .build();

        assertThat(notes(table))
                .containsExactly("the network has 2 parameters for 1 row to learn from, and may learn them by heart:"
                        + " no rows are held out, which would tell (data.test); fewer data.features may help");
    }

    @ParameterizedTest
    @CsvSource({"1e-9, 1.0E-9, none", "0.09, 0.09, 9"})
    void aSampleOfAlmostNoRowsIsToldOf(String share, String shown, String rows) {
        settings.put("search.sample", share);

        assertThat(notes(numbers(new double[100])))
                .containsExactly("search.sample = " + shown + " leaves about " + rows
                        + " of the 100 training rows to the first sweeps, too few to learn from");
    }

    @ParameterizedTest
    @CsvSource({"0.1, search", "1, search", "1e-9, gradient"})
    void aSampleThatSufficesOrIsNotUsedIsNot(String share, String model) {
        settings.put("search.sample", share);
        settings.put("models", model);

        assertThat(notes(numbers(new double[100]))).isEmpty();
    }

    @Test
    void aTargetAtTheBoundIsWithinReach() {
        assertThat(notes(numbers(1, -5000, 5000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5000.5, search", "-5000.5, hybrid"})
    void aTargetBeyondTheBoundWantsToBeScaled(double target, String model) {
        settings.put("models", model);

        assertThat(notes(numbers(1, 2, target)))
                .containsExactly("target 'y' goes up to 5000.5 in size, and the search tries no parameter beyond 5.0:"
                        + " -D data.target-scaling=standard brings it within reach");
    }

    /** The wider of the two ranges, on its wider side, is what counts. */
    @ParameterizedTest
    @CsvSource({"search.weights.low, -6", "search.weights.high, 6", "search.biases.low, -6", "search.biases.high, 6"})
    void theWiderRangeCounts(String key, String bound) {
        settings.put(key, bound);

        assertThat(notes(numbers(1, 2, 6000))).isEmpty();
        assertThat(notes(numbers(1, 2, 6000.5))).singleElement().asString().contains("beyond 6.0");
    }

    @Test
    void aListOfCandidatesHasABoundToo() {
        settings.put("search.weights.values", "[-1, 0, 1]");
        settings.put("search.biases.values", "[0.5, -2]");

        assertThat(notes(numbers(1, 2, 2000))).isEmpty();
        assertThat(notes(numbers(1, 2, 2001))).singleElement().asString().contains("beyond 2.0");
    }

    @Test
    void aScaledTargetIsWithinReach() {
        settings.put("data.target-scaling", "standard");

        assertThat(notes(numbers(1, 2, 1e9))).isEmpty();
    }

    @Test
    void gradientsReachAnything() {
        settings.put("models", "gradient");

        assertThat(notes(numbers(1, 2, 1e9))).isEmpty();
    }

    @Test
    void classesAreNoSize() {
        settings.put("search.weights.values", "[1e-9]");
        settings.put("search.biases.values", "[1e-9]");
        Dataset table = rows(8).target(
                        "y", IntStream.range(0, 8).mapToDouble(row -> row % 2).toArray())
                .classes(List.of("a", "b"))
                .build();

        assertThat(notes(table)).isEmpty();
    }

    /** A model goes on in its own scaling, so that the setting would change nothing. */
    @Test
    void anInitialModelKeepsItsScaling() {
        Network network = new Network(
                Parameters.of(new Architecture(List.of(1, 1), List.of(Activation.IDENTITY)), new double[2]));
        SavedModel alone = SavedModel.of(network);
        SavedModel unscaled = new SavedModel(
                network,
                Optional.empty(),
                Optional.of(new SavedModel.Target("y", TargetScaling.NONE, List.of(), ClassKind.TEXT)),
                Optional.empty(),
                Optional.empty());

        assertThat(notes(numbers(1, 2, 1e9), Optional.of(alone))).hasSize(1);
        assertThat(notes(numbers(1, 2, 1e9), Optional.of(unscaled))).isEmpty();
    }
}
