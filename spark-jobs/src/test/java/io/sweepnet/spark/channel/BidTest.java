package io.sweepnet.spark.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidTest {

    private static Bid bid(double value, double error, long rank) {
        return new Bid(value, error, rank, new double[] {1, 10}, new double[] {rank, value});
    }

    private static Bid.Outcome lowest(Bid... bids) {
        double[][] partials = Stream.of(bids).map(Bid::toPartial).toArray(double[][]::new);
        double[] outcome = Reduction.LOWEST.reduce(partials, 1);
        List<double[]> reversed = Arrays.asList(partials.clone());
        Collections.reverse(reversed);
        if (!Double.isNaN(outcome[0])) {
            assertThat(Reduction.LOWEST.reduce(reversed.toArray(double[][]::new), 1))
                    .as("in whatever order")
                    .isEqualTo(outcome);
        }
        return Bid.outcome(outcome);
    }

    @Test
    void theLowestValueWinsAndCountsAreAddedUp() {
        Bid.Outcome outcome = lowest(bid(3, 0, 0), bid(1, 0, 9), bid(2, 0, -4));

        assertThat(outcome.winner().value()).isEqualTo(1);
        assertThat(outcome.winner().payload()).containsExactly(9, 1);
        assertThat(outcome.winner().counts()).containsExactly(3, 30);
        assertThat(outcome.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1L << 32, -5, -1, 0, 1, 0xFFFF_FFFFL, 1L << 32, Long.MAX_VALUE - 1})
    void ofEqualValuesTheLowestRankWinsToTheLastBit(long rank) {
        Bid.Outcome outcome = lowest(bid(1, 0, rank + 1), bid(1, 0, rank), bid(2, 0, Long.MIN_VALUE));

        assertThat(outcome.winner().rank()).isEqualTo(rank);
        assertThat(outcome.isOpen()).as("exact values are settled").isFalse();
    }

    @Test
    void nanAndInfinityNeverWin() {
        assertThat(lowest(bid(Double.NaN, 0, 0), bid(5, 0, 7)).winner().rank()).isEqualTo(7);
        assertThat(lowest(bid(Double.NEGATIVE_INFINITY, 0, 0), bid(5, 0, 7))
                        .winner()
                        .rank())
                .isEqualTo(7);
        Bid.Outcome none = lowest(bid(Double.NaN, 0, 0), bid(Double.POSITIVE_INFINITY, 0, 1));
        assertThat(none.winner().value()).isNaN();
        assertThat(none.isOpen()).isFalse();
    }

    @Test
    void errorsThatOverlapLeaveItOpenAndTellWhoContends() {
        Bid low = bid(1, 0.1, 0);
        Bid near = bid(1.15, 0.1, 1);
        Bid far = bid(2, 0.1, 2);

        Bid.Outcome outcome = lowest(low, near, far);

        assertThat(outcome.isOpen()).isTrue();
        assertThat(outcome.ceiling()).isEqualTo(1.1);
        assertThat(low.isContender(outcome)).isTrue();
        assertThat(near.isContender(outcome)).isTrue();
        assertThat(far.isContender(outcome)).isFalse();
        assertThat(bid(Double.NaN, 0, 3).isContender(outcome)).isFalse();
        assertThat(lowest(low, far).isOpen()).isFalse();
    }

    @Test
    void anExactValueThatAnotherMayUndercutIsOpen() {
        assertThat(lowest(bid(1, 0, 0), bid(1.05, 0.1, 1)).isOpen()).isTrue();
    }
}
