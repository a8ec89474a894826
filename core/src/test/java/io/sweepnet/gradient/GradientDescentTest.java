package io.sweepnet.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RandomProblem;
import io.sweepnet.RatioLoss;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.gradient.GradientDescent.End;
import io.sweepnet.gradient.GradientDescent.Settings;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientDescentTest {

    private static final Architecture ARCHITECTURE = Architecture.of(3, List.of(4), 2, List.of(Activation.TANH));
    private static final RandomProblem PROBLEM = new RandomProblem(ARCHITECTURE, new SquaredLoss(), 23, true, 1);
    private static final ReduceOnPlateau.Settings PLATEAU = ReduceOnPlateau.Settings.DEFAULT;

    private static Settings settings(int epochs, double rate, OptionalInt batch, long seed) {
        return new Settings(epochs, rate, batch, PLATEAU, seed);
    }

    private static Settings full(int epochs) {
        return settings(epochs, 0.05, OptionalInt.empty(), 1);
    }

    private static GradientDescent descent(Settings settings) {
        return new GradientDescent(settings, PROBLEM.parameters(), PROBLEM.dataset(), PROBLEM.loss());
    }

    /** One line per epoch, so that two runs can be compared to the bit. */
    private static List<String> history(GradientDescent descent) {
        List<String> lines = new ArrayList<>();
        descent.run(
                (epoch, loss, rate, parameters) ->
                        lines.add(epoch + " " + loss + " " + rate + " " + List.of(box(parameters))),
                () -> false);
        return lines;
    }

    private static Double[] box(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    private static double directLoss(Parameters parameters) {
        return new DirectLoss(ARCHITECTURE, PROBLEM.dataset(), PROBLEM.loss()).of(parameters.toArray());
    }

    @Test
    void everyEpochOfAFullBatchIsOneStepOfAdam() {
        Backpropagation batch = new Backpropagation(ARCHITECTURE, PROBLEM.dataset(), PROBLEM.loss(), 23);
        batch.load(IntStream.range(0, 23).toArray(), 0);
        Adam adam = new Adam(ARCHITECTURE.parameterCount());
        double[] expected = PROBLEM.parameters().toArray();

        GradientDescent descent = descent(full(5));
        End end = descent.run(
                (epoch, loss, rate, parameters) -> {
                    assertThat(loss).as("before epoch %d", epoch).isEqualTo(batch.loss(expected));
                    adam.step(expected, batch.gradient(), 0.05);
                    assertThat(parameters).as("after epoch %d", epoch).containsExactly(expected);
                    assertThat(rate).isEqualTo(0.05);
                },
                () -> false);

        assertThat(end).isEqualTo(End.EPOCH_LIMIT);
        assertThat(descent.parameters().toArray()).containsExactly(expected);
    }

    @Test
    void lossesAreThoseBeforeEachEpochAndFall() {
        List<Double> losses = new ArrayList<>();
        GradientDescent descent = descent(full(60));

        descent.run((epoch, loss, rate, parameters) -> losses.add(loss), () -> false);

        assertThat(losses).hasSize(60);
        double initial = directLoss(PROBLEM.parameters());
        assertThat(losses.get(0)).isCloseTo(initial, within(initial * 1e-13));
        assertThat(directLoss(descent.parameters())).isLessThan(losses.get(0) / 2);
    }

    @Test
    void withoutEpochsNothingChanges() {
        GradientDescent descent = descent(full(0));

        assertThat(history(descent)).isEmpty();
        assertThat(descent.run((epoch, loss, rate, parameters) -> {}, () -> false))
                .isEqualTo(End.EPOCH_LIMIT);
        assertThat(descent.parameters()).isEqualTo(PROBLEM.parameters());
    }

    @Test
    void aRowOfWeightZeroIsNoRowEvenWhereItOverflows() {
        double[] x = {1, 2, 3, 1e200};
        double[] y = {1, 2, 3, -1e200};
        Dataset weighted = Dataset.builder()
                .feature("x", x)
                .target("y", y)
                .weights(new double[] {1, 1, 1, 0})
                .build();
        Dataset without = Dataset.of(new double[][] {{1, 2, 3}}, new double[] {1, 2, 3});
        Architecture linear = Architecture.of(1, List.of(), 1, List.of());
        Parameters start = Parameters.of(linear, new double[] {0.5, 0});

        GradientDescent withRow = new GradientDescent(full(20), start, weighted, new SquaredLoss());
        GradientDescent withoutRow = new GradientDescent(full(20), start, without, new SquaredLoss());

        assertThat(history(withRow)).isEqualTo(history(withoutRow));
    }

    @ParameterizedTest(name = "batches of {0}")
    @ValueSource(ints = {1, 5, 10})
    void miniBatchesDependOnTheSeedAlone(int batch) {
        OptionalInt rows = OptionalInt.of(batch);
        List<String> history = history(descent(settings(6, 0.05, rows, 7)));

        assertThat(history(descent(settings(6, 0.05, rows, 7)))).isEqualTo(history);
        assertThat(history(descent(settings(6, 0.05, rows, 8))).get(5)).isNotEqualTo(history.get(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 24, 1000})
    void aBatchOfAllRowsOrMoreIsTheFullBatch(int batch) {
        assertThat(history(descent(settings(6, 0.05, OptionalInt.of(batch), 7))))
                .isEqualTo(history(descent(full(6))));
    }

    /** Batches of 10, 10 and 3 rows: three steps of Adam an epoch, over the rows in another order each epoch. */
    /** Several shards of a table, some rows of weight 0: the sum of the shards' parts is what one pass over all rows has. */
    @Test
    void theGradientOfATableIsTheSumOfItsShards() {
        RandomProblem problem = new RandomProblem(ARCHITECTURE, PROBLEM.loss(), 5 * Shards.ROWS, true, 3);
        Dataset dataset = problem.dataset();
        double[] parameters = problem.parameters().toArray();
        TableGradient sharded = new TableGradient(ARCHITECTURE, dataset, problem.loss());
        Backpropagation whole = new Backpropagation(ARCHITECTURE, dataset, problem.loss(), dataset.rows());
        whole.load(IntStream.range(0, dataset.rows()).toArray(), 0);
        double[] gradient = new double[parameters.length];

        assertThat(sharded.lossAndGradient(parameters, gradient)).isCloseTo(whole.loss(parameters), within(1e-12));
        assertThat(gradient).containsExactly(whole.gradient(), within(1e-12));
        assertThat(sharded.loss(parameters)).isCloseTo(whole.loss(parameters), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "23, 1", "8, 3", "1, 23"})
    void anEpochTakesEveryRowOnceAndAsManyStepsAsBatches(int batch, int steps) {
        double rate = 1e-6;
        GradientDescent descent = descent(settings(1, rate, OptionalInt.of(batch), 7));

        descent.run((epoch, loss, learningRate, parameters) -> {}, () -> false);

        double[] before = PROBLEM.parameters().toArray();
        double[] after = descent.parameters().toArray();
        double farthest = 0;
        for (int i = 0; i < before.length; i++) {
            farthest = Math.max(farthest, Math.abs(after[i] - before[i]));
        }
        assertThat(farthest).isLessThanOrEqualTo(rate * steps * 1.01).isGreaterThan(rate * Math.sqrt(steps) / 2);
    }

    /** So high a rate that the second loss overflows: what is kept has the one finite loss there was. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aDivergedRunKeepsTheParametersOfTheLowestFiniteLoss(int batch) {
        OptionalInt rows = batch == 0 ? OptionalInt.empty() : OptionalInt.of(batch);
        List<Integer> epochs = new ArrayList<>();
        GradientDescent descent = descent(settings(50, 1e200, rows, 1));

        End end = descent.run((epoch, loss, rate, parameters) -> epochs.add(epoch), () -> false);

        assertThat(end).isEqualTo(End.DIVERGED);
        assertThat(epochs).containsExactly(1);
        assertThat(descent.parameters()).isEqualTo(PROBLEM.parameters());
    }

    /** The loss falls, until momentum carries the output below -1, where no logarithm is. */
    @Test
    void aDivergedRunKeepsTheBestEpochNotTheFirst() {
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Parameters start = Parameters.of(line, new double[] {0, 1});
        Dataset table = Dataset.of(new double[][] {{0}}, new double[] {-0.875});
        List<Parameters> before = new ArrayList<>(List.of(start));
        List<Double> losses = new ArrayList<>();
        GradientDescent descent =
                new GradientDescent(settings(200, 0.2, OptionalInt.empty(), 1), start, table, new RatioLoss());

        End end = descent.run(
                (epoch, loss, rate, parameters) -> {
                    losses.add(loss);
                    before.add(Parameters.of(line, parameters));
                },
                () -> false);

        assertThat(end).isEqualTo(End.DIVERGED);
        int best = losses.indexOf(Collections.min(losses));
        assertThat(best).isGreaterThan(5);
        assertThat(descent.parameters()).isEqualTo(before.get(best));
    }

    @Test
    void aStartThatCannotBeComputedHasDiverged() {
        double[] broken = PROBLEM.parameters().toArray();
        broken[0] = Double.NaN;
        Parameters start = Parameters.of(ARCHITECTURE, broken);
        GradientDescent descent = new GradientDescent(full(0), start, PROBLEM.dataset(), PROBLEM.loss());

        assertThat(descent.run((epoch, loss, rate, parameters) -> {}, () -> false))
                .isEqualTo(End.DIVERGED);
        assertThat(descent.parameters()).isEqualTo(start);
    }

    @Test
    void cancellationIsAskedBeforeEachEpochAndKeepsWhatWasReached() {
        AtomicInteger asked = new AtomicInteger();
        GradientDescent descent = descent(full(50));
        GradientDescent shorter = descent(full(3));

        End end = descent.run((epoch, loss, rate, parameters) -> {}, () -> asked.getAndIncrement() == 3);

        assertThat(end).isEqualTo(End.CANCELLED);
        assertThat(asked).hasValue(4);
        assertThat(history(shorter)).hasSize(3);
        assertThat(descent.parameters()).isEqualTo(shorter.parameters());
    }

    @Test
    void whatHasNoGradientIsRefusedByName() {
        Dataset table = Dataset.of(new double[3][2], new double[2]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientDescent(full(1), PROBLEM.parameters(), table, new ZeroOneLoss()))
                .withMessageContaining("'zero-one'");
    }

    @ParameterizedTest
    @CsvSource({"-1, 0.1, 1, epochs", "1, 0, 1, rate", "1, NaN, 1, rate", "1, Infinity, 1, rate", "1, 0.1, 0, batch"})
    void settingsThatMakeNoSenseAreRefused(int epochs, double rate, int batch, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(epochs, rate, OptionalInt.of(batch), 1))
                .withMessageContaining(named)
                .withMessageContaining("got");
    }
}
