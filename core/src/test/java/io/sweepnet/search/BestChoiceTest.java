package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.ParameterIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BestChoiceTest {

    private final BestChoice first = new BestChoice(step(0, Ties.FIRST));

    @Test
    void theLowestLossWins() {
        first.offer(0, 10, 3);
        first.offer(1, 11, 2);
        first.offer(2, 12, 4);

        assertThat(first.choice()).isEqualTo(new Choice(1, 11, 2, 0, 0));
        assertThat(first.choice().moves()).isTrue();
    }

    @Test
    void withoutOffersItStays() {
        assertThat(first.choice()).isEqualTo(new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 0));
        assertThat(first.choice().moves()).isFalse();
    }

    @Test
    void aLossThatIsNotFiniteIsCountedAndNoMore() {
        first.offer(0, 10, Double.NaN);
        first.offer(1, 11, Double.POSITIVE_INFINITY);
        first.offer(2, 12, Double.NEGATIVE_INFINITY);
        assertThat(first.choice()).isEqualTo(new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 3));

        first.offer(3, 13, Double.MAX_VALUE);
        first.offer(4, 14, Double.NaN);
        assertThat(first.choice()).isEqualTo(new Choice(3, 13, Double.MAX_VALUE, 0, 4));
    }

    @Test
    void stayingWinsTiesAtFirst() {
        first.offer(0, 10, 1);
        first.offer(Choice.STAY, 5, 1);

        assertThat(first.choice()).isEqualTo(new Choice(Choice.STAY, 5, 1, 0, 0));
    }

    @Test
    void aShareWithoutAFiniteLossAddsItsCountAlone() {
        first.offer(new Choice(4, 14, 2, 0.25, 3));
        first.offer(new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 9));

        assertThat(first.choice()).isEqualTo(new Choice(4, 14, 2, 0.25, 12));
    }

    @Test
    void theBoundOfTheWinningShareIsKept() {
        first.offer(new Choice(4, 14, 2, 0.25, 0));
        first.offer(new Choice(9, 19, 1, 0.5, 0));
        assertThat(first.choice()).isEqualTo(new Choice(9, 19, 1, 0.5, 0));

        first.offer(2, 12, 0);
        assertThat(first.choice()).isEqualTo(new Choice(2, 12, 0, 0, 0));
    }

    @Test
    void zeroAndMinusZeroTie() {
        first.offer(1, 11, -0.0);
        first.offer(0, 10, 0.0);

        assertThat(first.choice().index()).isZero();
    }

    /** Losses of few different values, some not finite: whatever the order of offers and the cut into shares. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theOrderOfOffersDoesNotMatter(long seed) {
        Random random = new Random(seed);
        double[] kinds = {1, 1, 2, 0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY};
        double[] losses =
                random.ints(12, 0, kinds.length).mapToDouble(i -> kinds[i]).toArray();
        for (Ties ties : Ties.values()) {
            Step step = step(seed, ties);
            Choice inOrder = bestOf(step, losses, positions());
            for (int round = 0; round < 10; round++) {
                List<Integer> shuffled = positions();
                Collections.shuffle(shuffled, random);
                int cut = random.nextInt(12);

                BestChoice reduced = new BestChoice(step);
                reduced.offer(bestOf(step, losses, shuffled.subList(cut, 12)));
                reduced.offer(bestOf(step, losses, shuffled.subList(0, cut)));

                assertThat(reduced.choice()).as("seed %d, %s", seed, shuffled).isEqualTo(inOrder);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofEqualLossesTheLowestRankWins(Ties ties) {
        for (int number = 0; number < 30; number++) {
            Step step = step(number, ties);
            Choice choice = bestOf(step, new double[12], positions());

            int winner = choice.index();
            assertThat(positions())
                    .as("step %d", number)
                    .allSatisfy(i -> assertThat(step.rank(winner)).isLessThanOrEqualTo(step.rank(i - 1)));
        }
    }

    private static List<Integer> positions() {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            positions.add(i);
        }
        return positions;
    }

    /** Offers the losses of these positions; position 0 is the current value. */
    private static Choice bestOf(Step step, double[] losses, List<Integer> positions) {
        BestChoice best = new BestChoice(step);
        for (int i : positions) {
            best.offer(i - 1, i, losses[i]);
        }
        return best.choice();
    }

    private static Step step(long number, Ties ties) {
        return new Step(number, ParameterIndex.bias(0, 0), Grid.of(0, 1, 11), true, ties, 42);
    }
}
