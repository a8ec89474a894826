package io.sweepnet.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.SearchState;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Sweep;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A runner goes on from any state at the start of a sweep as if the search had never been interrupted. */
class ResumedSearchTest {

    private static final int SWEEPS = 6;

    private static RandomProblem problem(String loss, Activation activation, long seed) {
        Architecture architecture = Architecture.of(3, List.of(4), 2, List.of(activation));
        return new RandomProblem(architecture, Losses.of(loss), 60, true, seed);
    }

    /** Random orders and ties depend on the numbers of sweep and step; without the current value losses may rise. */
    private static SearchSettings settings(long seed) {
        return new SearchSettings(
                new SearchSpace(Grid.of(-2, 2, 9), Grid.of(-1, 1, 5)),
                ParameterOrder.RANDOM,
                Ties.RANDOM,
                seed % 2 == 0,
                new StopRule(SWEEPS, 0, 3),
                seed);
    }

    private static SearchRunner runner(RandomProblem problem, Kernel kernel) {
        return new InMemoryTrainingRows(problem.architecture(), problem.loss(), problem.dataset(), Optional.empty())
                .with(kernel, 1)
                .runner();
    }

    private static CoordinateSearch search(RandomProblem problem, SearchSettings settings) {
        double loss = new InMemoryTrainingRows(
                        problem.architecture(), problem.loss(), problem.dataset(), Optional.empty())
                .loss(problem.parameters().toArray());
        return new CoordinateSearch(settings, problem.parameters(), loss);
    }

    /** Ends a search from outside after so many sweeps, and writes down what all of them did. */
    private static SearchListener recorded(List<Sweep> sweeps, int last) {
        return new SearchListener() {
            @Override
            public void onSweep(CoordinateSearch search, Sweep sweep) {
                sweeps.add(sweep);
                if (sweep.number() == last) {
                    search.end(StopReason.CANCELLED);
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "squared, RELU, PIECEWISE, 1",
        "squared, RELU, PIECEWISE, 2",
        "zero-one, STEP, PIECEWISE, 3",
        "cross-entropy, TANH, INCREMENTAL, 4",
        "huber(0.75), RELU, DIRECT, 5"
    })
    void aResumedSearchHasTheBitsOfOneThatWasNeverInterrupted(
            String loss, Activation activation, Kernel kernel, long seed) {
        RandomProblem problem = problem(loss, activation, seed);
        SearchSettings settings = settings(seed);
        List<Sweep> expected = new ArrayList<>();
        CoordinateSearch whole = search(problem, settings);
        StopReason reason = runner(problem, kernel).run(whole, recorded(expected, 0), () -> false);
        assertThat(expected).hasSizeGreaterThan(2);

        for (int last = 1; last < expected.size(); last++) {
            List<Sweep> sweeps = new ArrayList<>();
            CoordinateSearch interrupted = search(problem, settings);
            assertThat(runner(problem, kernel).run(interrupted, recorded(sweeps, last), () -> false))
                    .isEqualTo(StopReason.CANCELLED);
            SearchState state =
                    SearchState.of(problem.architecture(), interrupted.state().toArray());
            assertThat(state).isEqualTo(interrupted.state());
            assertThat(state.sweep()).isEqualTo(last);

            CoordinateSearch resumed = CoordinateSearch.resume(settings, state);
            assertThat(resumed.state()).isEqualTo(state);
            assertThat(runner(problem, kernel).run(resumed, recorded(sweeps, 0), () -> false))
                    .isEqualTo(reason);

            assertThat(sweeps).as("after sweep %d", last).isEqualTo(expected);
            assertThat(resumed.state()).isEqualTo(whole.state());
            assertThat(resumed.stopReason()).hasValue(reason);
        }
    }

    @Test
    void aStateWhoseSearchHadEndedByItsRuleHasEnded() {
        SearchSettings settings = settings(2);
        CoordinateSearch search = search(problem("squared", Activation.RELU, 2), settings);
        runner(problem("squared", Activation.RELU, 2), Kernel.PIECEWISE).run(search, SearchListener.NONE, () -> false);

        CoordinateSearch resumed = CoordinateSearch.resume(settings, search.state());

        assertThat(resumed.stopReason()).isEqualTo(search.stopReason());
        assertThat(resumed.ask()).isEmpty();
    }

    @Test
    void inTheMiddleOfASweepThereIsNoState() {
        CoordinateSearch search = search(problem("squared", Activation.RELU, 2), settings(2));
        assertThat(search.ask()).isPresent();

        assertThatIllegalStateException().isThrownBy(search::state).withMessage("sweep 1 is not complete");
    }

    @Test
    void numbersOfAnotherNetworkAreNoState() {
        Architecture architecture = Architecture.of(1, List.of(), 1, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SearchState.of(architecture, new double[12]))
                .withMessage("the state of a search of 2 parameters has 11 numbers, got 12");
    }
}
