package io.sweepnet.spark.execution;

import io.sweepnet.search.Choice;
import io.sweepnet.spark.channel.Bid;

/**
 * The common choice of all shares of a step.
 *
 * @param isDirect whether the direct rule was needed, within a share or between shares
 */
record SharedChoice(Choice choice, boolean isDirect) {

    /** Returns the choice of an outcome that is not open. */
    static SharedChoice of(Bid.Outcome outcome) {
        return of(outcome, outcome.winner().counts(), false);
    }

    /** Returns the choice of the outcome of the second bids, which settled an open outcome. */
    static SharedChoice settled(Bid.Outcome open, Bid.Outcome outcome) {
        return of(outcome, open.winner().counts(), true);
    }

    private static SharedChoice of(Bid.Outcome outcome, double[] counts, boolean isDirect) {
        Bid winner = outcome.winner();
        int nonFinite = (int) counts[0];
        boolean any = !Double.isNaN(winner.value());
        Choice choice = any
                ? new Choice((int) winner.payload()[0], winner.payload()[1], winner.value(), winner.error(), nonFinite)
                : new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, nonFinite);
        return new SharedChoice(choice, isDirect || counts[1] > 0);
    }

    /** Returns the choice as numbers, for the channel's reports. */
    double[] toArray() {
        return new double[] {
            choice.index(), choice.value(), choice.loss(), choice.bound(), choice.nonFinite(), isDirect ? 1 : 0
        };
    }

    /** Returns the choice of which {@link #toArray} gave these numbers. */
    static SharedChoice of(double[] numbers) {
        Choice choice = new Choice((int) numbers[0], numbers[1], numbers[2], numbers[3], (int) numbers[4]);
        return new SharedChoice(choice, numbers[5] > 0);
    }
}
