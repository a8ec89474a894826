package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The state machine alone: asked and told by hand. */
class CoordinateSearchTest {

    private static final Architecture SMALL = Architecture.of(2, List.of(3), 1, List.of(Activation.RELU));
    private static final Parameters ZEROS = Parameters.of(SMALL, new double[13]);
    private static final Candidates WEIGHTS = Values.of(-1, 0, 1);
    private static final Candidates BIASES = Grid.of(-5, 5, 11);
    private static final Choice STAY = new Choice(Choice.STAY, 0, 10, 0, 0);

    private static CoordinateSearch search(ParameterOrder order, boolean keepCurrent, int maxSweeps) {
        StopRule stop = new StopRule(maxSweeps, 0.5, 2);
        SearchSettings settings =
                new SearchSettings(new SearchSpace(WEIGHTS, BIASES), order, Ties.RANDOM, keepCurrent, stop, 42);
        return new CoordinateSearch(settings, ZEROS, 10);
    }

    /** Stays through a whole sweep. */
    private static List<Step> sweep(CoordinateSearch search) {
        List<Step> steps = new ArrayList<>();
        while (!search.isSweepDone()) {
            steps.add(search.ask().orElseThrow());
            search.tell(STAY);
        }
        return steps;
    }

    @Test
    void asksTheSameStepUntilItIsTold() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 5);

        Step step = search.ask().orElseThrow();

        assertThat(search.ask()).hasValue(step);
        assertThat(step).isEqualTo(new Step(0, ParameterIndex.weight(0, 0, 0), WEIGHTS, true, Ties.RANDOM, 42));
        search.tell(STAY);
        assertThat(search.ask()).hasValue(new Step(1, ParameterIndex.weight(0, 0, 1), WEIGHTS, true, Ties.RANDOM, 42));
    }

    @Test
    void weightsAndBiasesAreTriedWithTheirOwnCandidates() {
        for (Step step : sweep(search(ParameterOrder.LAYER, false, 5))) {
            assertThat(step.candidates()).isSameAs(step.parameter().isWeight() ? WEIGHTS : BIASES);
            assertThat(step.withCurrent()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stepsFollowTheOrderAndAreNumberedOnOverSweeps(ParameterOrder order) {
        CoordinateSearch search = search(order, true, 5);
        for (int sweep = 1; sweep <= 2; sweep++) {
            int before = 13 * (sweep - 1);
            List<Step> steps = sweep(search);

            assertThat(steps.stream().map(Step::parameter).map(SMALL::flatIndex))
                    .containsExactlyElementsOf(IntStream.of(order.ofSweep(SMALL, 42, sweep))
                            .boxed()
                            .toList());
            assertThat(steps.stream().map(Step::number))
                    .containsExactlyElementsOf(IntStream.range(before, before + 13)
                            .mapToObj(Long::valueOf)
                            .toList());
            search.endSweep(10 - sweep);
        }
    }

    @Test
    void tellMovesAParameterWhereACandidateWon() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 5);
        for (Choice choice : List.of(STAY, new Choice(2, 1, 9, 0, 0), new Choice(0, -1, 8, 0, 0))) {
            search.ask();
            search.tell(choice);
        }

        assertThat(search.parameters().toArray()).containsExactly(0, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(search.stepsInSweep()).isEqualTo(3);
    }

    @Test
    void aSweepCountsMovesAndEvaluations() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 5);
        int moves = 4;
        for (int step = 0; step < 13; step++) {
            search.ask();
            search.tell(step < moves ? new Choice(1, 0, 9, 0, 2) : STAY);
        }

        long ofSweep = 9 * (3 + 1) + 4 * (11 + 1);
        assertThat(search.endSweep(9)).isEqualTo(new Sweep(1, SweepEnd.of(9), moves, ofSweep));
        sweep(search);
        assertThat(search.endSweep(8)).isEqualTo(new Sweep(2, SweepEnd.of(8), 0, ofSweep));
        assertThat(search.candidateEvaluations()).isEqualTo(2 * ofSweep);
        assertThat(search.nonFiniteEvaluations()).isEqualTo(2L * moves);
    }

    @Test
    void withoutTheCurrentValueThereIsOneEvaluationLessPerStep() {
        CoordinateSearch search = search(ParameterOrder.LAYER, false, 5);
        sweep(search);

        assertThat(search.endSweep(9).candidateEvaluations()).isEqualTo(9 * 3 + 4 * 11);
    }

    @Test
    void itTellsHowFarItIs() {
        CoordinateSearch search = search(ParameterOrder.OUTPUT_FIRST, true, 5);
        assertThat(search.sweep()).isZero();
        assertThat(search.loss()).isEqualTo(10);
        assertThat(search.stepsPerSweep()).isEqualTo(13);
        assertThat(search.maxSweeps()).isEqualTo(5);

        search.ask();
        search.tell(STAY);

        assertThat(search.sweep()).isEqualTo(1);
        assertThat(search.stepsInSweep()).isEqualTo(1);
        assertThat(search.isSweepDone()).isFalse();
        sweep(search);
        assertThat(search.stepsInSweep()).isEqualTo(13);
        assertThat(search.loss()).as("the sweep is not ended").isEqualTo(10);
        search.endSweep(7);
        assertThat(search.loss()).isEqualTo(7);
        assertThat(search.sweep()).isEqualTo(1);
    }

    @Test
    void aCompleteSweepMustBeEndedFirst() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 5);
        sweep(search);

        assertThatIllegalStateException().isThrownBy(search::ask).withMessage("sweep 1 is complete: end it first");
        assertThatIllegalStateException()
                .isThrownBy(() -> search.tell(STAY))
                .withMessage("sweep 1 is complete: end it first");
    }

    @Test
    void aSweepThatIsNotCompleteCannotBeEnded() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 5);

        assertThatIllegalStateException().isThrownBy(() -> search.endSweep(9)).withMessage("sweep 0 is not complete");
        search.ask();
        search.tell(STAY);
        assertThatIllegalStateException().isThrownBy(() -> search.endSweep(9)).withMessage("sweep 1 is not complete");
        sweep(search);
        search.endSweep(9);
        assertThatIllegalStateException().isThrownBy(() -> search.endSweep(8)).withMessage("sweep 1 is not complete");
    }

    @Test
    void afterTheEndNothingIsAskedOrTaken() {
        CoordinateSearch search = search(ParameterOrder.LAYER, true, 1);
        sweep(search);
        search.endSweep(9);

        assertThat(search.ask()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> search.tell(STAY)).withMessage("the search has ended");
    }

    @Test
    void withoutSweepsNothingIsAsked() {
        assertThat(search(ParameterOrder.LAYER, true, 0).ask()).isEmpty();
    }
}
