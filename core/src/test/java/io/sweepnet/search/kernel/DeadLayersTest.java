package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which layers are dead, by hand and against every candidate passed through the network one by one. */
class DeadLayersTest {

    private static final Grid FIVE = Grid.of(-5, 5, 11);
    private static final Architecture SMALL = Architecture.of(1, List.of(1), 1, List.of(Activation.RELU));
    private static final Dataset ROWS = Dataset.of(new double[][] {{1, 2, 3}}, new double[] {1, 2, 3});

    private static SearchSettings settings(Candidates candidates, Ties ties, boolean keepCurrent) {
        return new SearchSettings(
                new SearchSpace(candidates, candidates),
                ParameterOrder.LAYER,
                ties,
                keepCurrent,
                new StopRule(9, 0, 1),
                1);
    }

    private static boolean isDead(SearchSettings settings, double... weightBiasWeightBias) {
        return new DeadLayers(SMALL, ROWS, settings).isAnyAt(Parameters.of(SMALL, weightBiasWeightBias));
    }

    /** A weight of 5 on rows up to 3 lifts a bias of -15 to 0, which ReLU takes for 0, and a bias of -14 above. */
    @Test
    void aUnitIsDeadWhereNoCandidateLiftsIt() {
        assertThat(isDead(settings(FIVE, Ties.FIRST, true), -5, -15, 1, 1)).isTrue();
        assertThat(isDead(settings(FIVE, Ties.FIRST, true), -5, -14, 1, 1)).isFalse();
    }

    /** The bias of 5 lifts a weight of -5 to 0 on the row of 1, and one of -4 above. */
    @Test
    void biasesLiftAUnitToo() {
        assertThat(isDead(settings(FIVE, Ties.FIRST, true), -5, -20, 1, 1)).isTrue();
        assertThat(isDead(settings(FIVE, Ties.FIRST, true), -4, -20, 1, 1)).isFalse();
    }

    @Test
    void valuesOutsideTheRangeAreComparedAsTheyAre() {
        assertThat(isDead(settings(FIVE, Ties.FIRST, true), 0, 30, 1, 1))
                .as("a constant that candidates change")
                .isFalse();
    }

    @Test
    void aSearchThatWandersIsNotDead() {
        assertThat(isDead(settings(FIVE, Ties.RANDOM, true), -5, -20, 1, 1)).isFalse();
    }

    /** Without the current value the first candidate wins where all are equal. */
    @Test
    void aSearchThatDoesNotKeepItsValuesIsDeadAtTheFirstCandidates() {
        assertThat(isDead(settings(FIVE, Ties.FIRST, false), -5, -20, 1, 1)).isFalse();
        Values low = Values.of(-20, -10, -9);
        assertThat(isDead(settings(low, Ties.FIRST, false), -20, -20, 1, 1)).isTrue();
        assertThat(isDead(settings(low, Ties.FIRST, false), -10, -20, 1, 1)).isFalse();
        assertThat(isDead(settings(low, Ties.FIRST, true), -10, -20, 1, 1)).isTrue();
    }

    @Test
    void aWholeRangeIsJudgedByItsEnds() {
        Interval range = new Interval(-5, 5);
        assertThat(isDead(settings(range, Ties.FIRST, true), -5, -15, 1, 1)).isTrue();
        assertThat(isDead(settings(range, Ties.FIRST, true), -5, Math.nextUp(-15.0), 1, 1))
                .isFalse();
        assertThat(isDead(settings(range, Ties.FIRST, false), -5, -20, 1, 1)).isFalse();
    }

    @Test
    void aNetworkWithoutHiddenLayersIsNeverDead() {
        Architecture linear = Architecture.of(1, List.of(), 1, List.of());
        Dataset zeros = Dataset.of(new double[][] {{0, 0}}, new double[] {1, 2});
        DeadLayers layers = new DeadLayers(linear, zeros, settings(FIVE, Ties.FIRST, true));
        assertThat(layers.isAnyAt(Parameters.of(linear, new double[2]))).isFalse();
    }

    /** A row of weight 0 at 100 would be lifted. */
    @Test
    void rowsOfWeightZeroAreNoRows() {
        for (int weight = 0; weight < 2; weight++) {
            Dataset rows = Dataset.builder()
                    .feature("x", new double[] {100, 1, 2})
                    .target("y", new double[] {1, 2, 3})
                    .weights(new double[] {weight, 1, 1})
                    .build();
            DeadLayers layers = new DeadLayers(SMALL, rows, settings(FIVE, Ties.FIRST, true));
            assertThat(layers.isAnyAt(Parameters.of(SMALL, new double[] {-5, -15, 1, 1})))
                    .isEqualTo(weight == 0);
        }
    }

    /** Steps that no candidate flips, but not the same on all rows: the network tells rows apart. */
    @Test
    void fixedUnitsThatDifferBetweenRowsAreAlive() {
        Architecture steps = Architecture.of(1, List.of(1), 1, List.of(Activation.STEP));
        Dataset rows = Dataset.of(new double[][] {{-1000, 1000}}, new double[] {1, 2});
        DeadLayers layers = new DeadLayers(steps, rows, settings(Values.of(1, 2), Ties.FIRST, true));
        assertThat(layers.isAnyAt(Parameters.of(steps, new double[] {1, 1, 1, 1})))
                .isFalse();
    }

    /** The change is in the last of many rows. */
    @Test
    void everyRowIsLookedAt() {
        double[] column = new double[3000];
        Arrays.fill(column, 1);
        Architecture network = Architecture.of(1, List.of(2), 1, List.of(Activation.RELU));
        Parameters parameters = Parameters.of(network, new double[] {-5, -4, -100, -100, 1, 1, 1});
        SearchSettings settings = settings(FIVE, Ties.FIRST, true);
        assertThat(new DeadLayers(network, Dataset.of(new double[][] {column}, column), settings).isAnyAt(parameters))
                .isFalse();
        parameters = Parameters.of(network, new double[] {-5, -5, -100, -100, 1, 1, 1});
        assertThat(new DeadLayers(network, Dataset.of(new double[][] {column}, column), settings).isAnyAt(parameters))
                .isTrue();
        double[] last = column.clone();
        last[2999] = 21;
        assertThat(new DeadLayers(network, Dataset.of(new double[][] {last}, column), settings).isAnyAt(parameters))
                .isFalse();
    }

    /** Networks of one to three hidden layers, near and far from the edge of death. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"RELU", "LEAKY_RELU", "STEP", "SIGN", "TANH", "HARD_TANH", "HARD_SIGMOID"})
    void itIsWhatEveryCandidateSays(Activation activation) {
        int dead = 0;
        int alive = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<Integer> hidden = random.ints(1 + seed % 3, 1, 4).boxed().toList();
            Architecture network = Architecture.of(
                    2, hidden, 1, hidden.stream().map(layer -> activation).toList());
            double[] flat = random.doubles(network.parameterCount(), -2, 2).toArray();
            int layer = random.nextInt(hidden.size());
            double shift = activation == Activation.TANH ? 100 : 1 + 9 * random.nextDouble();
            for (int unit = 0; unit < network.units(layer); unit++) {
                flat[network.biasOffset(layer) + unit] -= shift;
            }
            double[][] features = {
                random.doubles(12, -1, 1).toArray(), random.doubles(12, -1, 1).toArray()
            };
            Dataset rows = Dataset.of(features, new double[12]);
            Candidates weights = Values.of(-1, 0.5, 1);
            // A bias that can be anything would always wake a layer: these stay where they are.
            Candidates biases = random.nextBoolean() ? weights : Values.of(-2 - shift, -1 - shift);
            SearchSettings settings = new SearchSettings(
                    new SearchSpace(weights, biases), ParameterOrder.LAYER, Ties.FIRST, true, new StopRule(9, 0, 1), 1);
            boolean expected = isDeadByHand(network, rows, settings, flat);
            assertThat(new DeadLayers(network, rows, settings).isAnyAt(Parameters.of(network, flat)))
                    .as("seed %d, %s, %s", seed, network, Arrays.toString(flat))
                    .isEqualTo(expected);
            dead += expected ? 1 : 0;
            alive += expected ? 0 : 1;
        }
        assertThat(alive).isPositive();
        if (activation != Activation.LEAKY_RELU) {
            assertThat(dead).isPositive();
        }
    }

    private static boolean isDeadByHand(Architecture network, Dataset rows, SearchSettings settings, double[] flat) {
        for (int layer = 0; layer < network.layerCount() - 1; layer++) {
            double[][] values = values(network, layer, rows, flat);
            boolean isDead = Arrays.stream(values)
                    .allMatch(column -> Arrays.stream(column).allMatch(value -> value == column[0]));
            for (int i = 0; isDead && i < network.weightOffset(layer + 1); i++) {
                Candidates candidates = settings.space().candidates(network.parameterIndex(i));
                for (int index = candidates.from(); isDead && index < candidates.to(); index++) {
                    double[] changed = flat.clone();
                    changed[i] = candidates.value(index);
                    isDead = Arrays.deepEquals(values(network, layer, rows, changed), values);
                }
            }
            if (isDead) {
                return true;
            }
        }
        return false;
    }

    /** With 0 in place of -0, which is the same value. */
    private static double[][] values(Architecture network, int layer, Dataset rows, double[] flat) {
        ForwardPass forward = new ForwardPass(network);
        forward.layers(layer + 1, flat, rows.features(), 0, rows.rows());
        return Arrays.stream(forward.activations(layer))
                .map(column -> Arrays.stream(column, 0, rows.rows())
                        .map(value -> value + 0.0)
                        .toArray())
                .toArray(double[][]::new);
    }
}
