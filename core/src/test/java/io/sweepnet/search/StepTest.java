package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.network.ParameterIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    /** A current value that is nearest to the first candidate. */
    private static final double BELOW = -9;

    private static final ParameterIndex BIAS = ParameterIndex.bias(0, 0);

    @ParameterizedTest
    @CsvSource({"100, 1", "100, 3", "100, 8", "7, 7", "5, 8", "1, 4", "0, 3"})
    void sharesCoverTheCandidatesOnceAndDifferByOne(int candidates, int shares) {
        Step step = step(Grid.of(-5, 5, 101).slice(1, 1 + candidates), true);
        int next = 1;
        for (int k = 0; k < shares; k++) {
            Step share = step.share(k, shares, BELOW);
            assertThat(share.candidates().from()).as("start of share %d", k).isEqualTo(next);
            next = share.candidates().to();
            assertThat(share.candidates().count())
                    .as("size of share %d", k)
                    .isBetween(candidates / shares, candidates / shares + 1);
        }

        assertThat(next).isEqualTo(1 + candidates);
    }

    @Test
    void theCurrentValueIsInOneShareAloneThatOfTheNearestCandidate() {
        Step step = step(Grid.of(0, 1, 10), true);

        assertThat(step.share(0, 3, BELOW).withCurrent()).isTrue();
        assertThat(step.share(1, 3, BELOW).withCurrent()).isFalse();
        assertThat(step.share(2, 3, BELOW).withCurrent()).isFalse();
        assertThat(step(Grid.of(0, 1, 10), false).share(0, 3, BELOW).withCurrent())
                .isFalse();
        assertThat(step.share(1, 3, BELOW).share(0, 2, BELOW).withCurrent()).isFalse();
        for (int index = 0; index < 10; index++) {
            double current = step.candidates().value(index) + 0.01;
            for (int k = 0; k < 3; k++) {
                Step share = step.share(k, 3, current);
                assertThat(share.withCurrent())
                        .isEqualTo(share.candidates().from() <= index
                                && index < share.candidates().to());
            }
        }
    }

    @Test
    void theCurrentValueIsInTheFirstOfSharesWithoutCandidates() {
        Step none = step(Grid.of(0, 1, 10).slice(4, 4), true);

        assertThat(none.share(0, 2, 0.5).withCurrent()).isTrue();
        assertThat(none.share(1, 2, 0.5).withCurrent()).isFalse();
    }

    @Test
    void aShareIsTheSameStepOtherwise() {
        Step step = step(Values.of(3, 1, 2), true);

        assertThat(step.share(1, 3, 3.2))
                .isEqualTo(new Step(7, BIAS, Values.of(3, 1, 2).slice(1, 2), false, Ties.RANDOM, 42));
        assertThat(step.share(0, 1, BELOW)).isEqualTo(step);
    }

    /** A grid as long as an array may be, cut in two: the product of count and share exceeds an int. */
    @Test
    void sharesOfAHugeGridDoNotOverflow() {
        Step step = step(Grid.of(0, 1, Integer.MAX_VALUE), false);

        assertThat(step.share(1, 2, BELOW).candidates().from()).isEqualTo(Integer.MAX_VALUE / 2);
        assertThat(step.share(6, 7, BELOW).candidates().to()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void evaluationsCountTheCurrentValueWhereItTakesPart() {
        assertThat(step(Grid.of(0, 1, 10), true).evaluations()).isEqualTo(11);
        assertThat(step(Grid.of(0, 1, 10), false).evaluations()).isEqualTo(10);
        assertThat(step(Grid.of(0, 1, 10).slice(3, 3), false).evaluations()).isZero();
    }

    /** One for the answer, however it is found; and it is nobody's share but the whole. */
    @Test
    void aContinuousRangeCountsAsOneAndIsNotSplit() {
        Step step = step(new Interval(0, 1), true);

        assertThat(step.evaluations()).isEqualTo(2);
        assertThat(step(new Interval(0, 1), false).evaluations()).isEqualTo(1);
        assertThat(step.share(0, 1, BELOW)).isEqualTo(step);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step.share(0, 2, BELOW))
                .withMessageContaining("Interval[low=0.0, high=1.0] is not split");
    }

    @Test
    void ranksAreThoseOfItsTies() {
        assertThat(step(Grid.of(0, 1, 10), true).rank(4)).isEqualTo(Ties.RANDOM.rank(42, 7, 4));
    }

    private static Step step(Candidates candidates, boolean withCurrent) {
        return new Step(7, BIAS, candidates, withCurrent, Ties.RANDOM, 42);
    }
}
