package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.EvaluatorRunner;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a search ends, and what it has then: losses of sweeps are prescribed. */
class CoordinateSearchEndTest {

    private static final Parameters ZEROS = Parameters.of(Architecture.of(1, List.of(), 1, List.of()), new double[2]);

    /** Moves every parameter to the number of its step; the loss after each sweep is the next of a list. */
    private static final class Scripted implements CandidateEvaluator {
        private final double[] losses;
        private int sweeps;

        Scripted(double... losses) {
            this.losses = losses;
        }

        @Override
        public Choice best(Step step) {
            return new Choice(0, step.number(), 0, 0, 0);
        }

        @Override
        public void accept(ParameterIndex parameter, double value) {}

        @Override
        public double loss() {
            return losses[sweeps++];
        }

        @Override
        public void close() {}
    }

    private static CoordinateSearch search(StopRule stop, boolean keepCurrent, double initialLoss) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(Values.of(0), Values.of(0)), ParameterOrder.LAYER, Ties.FIRST, keepCurrent, stop, 1);
        return new CoordinateSearch(settings, ZEROS, initialLoss);
    }

    /** The initial loss is 10; losses after the sweeps follow. */
    @ParameterizedTest
    @CsvSource({
        // Frozen from the start: as many sweeps as the patience.
        "10 10 10 10 10,            9, 0,   1, true,  1, converged",
        "10 10 10 10 10,            9, 0,   3, true,  3, converged",
        // Frozen from sweep 2 on: 1 + patience.
        "9 9 9 9 9 9,               9, 0,   3, true,  4, converged",
        // A gain starts the count anew.
        "10 9 9 8 8 8,              9, 0,   2, true,  6, converged",
        // Gains below the tolerance count as none, those of the tolerance count.
        "9.5 9 8.5 8.25 8,          9, 0.5, 1, true,  4, converged",
        "9.5 9 8.5 8.25 8,          9, 0.5, 2, true,  5, converged",
        "9.75 9.5 9.25 9,           9, 0.5, 1, true,  1, converged",
        // However small, with a tolerance of 0.
        "9.9 9.8 9.7 9.7,           9, 0,   1, true,  4, converged",
        // The limit comes first, also where both would end it with the patience later.
        "9 8 7 6,                   3, 0,   1, true,  3, sweep-limit",
        "10 10 10,                  2, 0,   3, true,  2, sweep-limit",
        // Both at once: it converged.
        "10 10,                     2, 0,   2, true,  2, converged",
        // Losses that cannot be computed are no gain, a finite one after them is.
        "NaN NaN,                   9, 0,   2, true,  2, converged",
        "Infinity 20 20,            9, 0,   2, true,  4, converged",
        // Without the current value losses may rise; from there on only a drop counts.
        "12 11 11.5 11.5,           9, 0.5, 2, false, 4, converged",
        "12 12 9 9,                 9, 0.5, 2, false, 2, converged",
        // A new lowest loss counts, even by less than the tolerance.
        "9.9 9.8 9.7 9.8 9.9,       9, 0.5, 2, false, 5, converged",
    })
    void sweepsMadeAndReason(
            String losses, int limit, double tolerance, int patience, boolean keepCurrent, int sweeps, String reason) {
        double[] script = Arrays.stream((losses + " 20".repeat(9)).split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        CoordinateSearch search = search(new StopRule(limit, tolerance, patience), keepCurrent, 10);

        StopReason end = EvaluatorRunner.play(search, new Scripted(script), SearchListener.NONE, () -> false);

        assertThat(search.sweep()).isEqualTo(sweeps);
        assertThat(end.label()).isEqualTo(reason);
        assertThat(Double.valueOf(search.loss())).isEqualTo(Double.valueOf(script[sweeps - 1]));
    }

    @Test
    void fromALossThatIsNotFiniteEveryFiniteOneIsAGain() {
        CoordinateSearch search = search(new StopRule(9, 0.5, 1), true, Double.NaN);

        StopReason end = EvaluatorRunner.play(search, new Scripted(1e300, 1e300), SearchListener.NONE, () -> false);

        assertThat(search.sweep()).isEqualTo(2);
        assertThat(end).isEqualTo(StopReason.CONVERGED);
    }

    @Test
    void withoutSweepsItEndsAtItsLimit() {
        CoordinateSearch search = search(new StopRule(0, 0, 1), true, 10);

        assertThat(EvaluatorRunner.play(search, new Scripted(), SearchListener.NONE, () -> false))
                .isEqualTo(StopReason.SWEEP_LIMIT);
        assertThat(search.parameters()).isEqualTo(ZEROS);
        assertThat(search.loss()).isEqualTo(10);
    }

    /** The answer changes to "cancel" before the step of that number; steps 0 and 1 make the first sweep. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 10", "1, 0, 0, 10", "2, 0, 1, 9", "3, 2, 1, 9", "5, 4, 3, 8"})
    void cancellationKeepsWhatWasReached(int steps, double weight, double bias, double loss) {
        CoordinateSearch search = search(new StopRule(9, 0, 9), true, 10);
        AtomicInteger asked = new AtomicInteger();

        StopReason end = EvaluatorRunner.play(
                search, new Scripted(9, 8, 7), SearchListener.NONE, () -> asked.getAndIncrement() == steps);

        assertThat(end).isEqualTo(StopReason.CANCELLED);
        assertThat(search.parameters().toArray()).containsExactly(weight, bias);
        assertThat(search.loss()).isEqualTo(loss);
        assertThat(search.ask()).isEmpty();
    }

    @Test
    void theListenerHearsEachStepAndThenTheSweep() {
        StringBuilder heard = new StringBuilder();
        SearchListener listener = new SearchListener() {
            @Override
            public void onStep(CoordinateSearch search) {
                heard.append(search.sweep())
                        .append('.')
                        .append(search.stepsInSweep())
                        .append(' ');
            }

            @Override
            public void onSweep(CoordinateSearch search, Sweep sweep) {
                heard.append(sweep).append(' ').append(search.loss()).append(' ');
            }
        };

        EvaluatorRunner.play(search(new StopRule(2, 0, 9), true, 10), new Scripted(9, 8), listener, () -> false);

        assertThat(heard.toString())
                .isEqualTo("1.1 1.2 " + new Sweep(1, SweepEnd.of(9), 2, 4) + " 9.0 2.1 2.2 "
                        + new Sweep(2, SweepEnd.of(8), 2, 4) + " 8.0 ");
    }
}
