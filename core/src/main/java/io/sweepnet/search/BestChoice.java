package io.sweepnet.search;

/**
 * Keeps the best of what it is offered: the lowest loss, of equal ones the lowest rank. A loss that is NaN or infinite
 * never wins and never blocks a finite one. The result does not depend on the order of the offers, so candidates and the
 * choices of shares reduce by the same rule.
 */
public final class BestChoice {

    private final Step step;
    private int index = Choice.STAY;
    private double value = Double.NaN;
    private double loss = Double.NaN;
    private double bound;
    private int nonFinite;
    private boolean empty = true;

    /** The best choice of a step, so far none. */
    public BestChoice(Step step) {
        this.step = step;
    }

    /** Offers a candidate, or the current value with index {@link Choice#STAY}, with its loss by the direct rule. */
    public void offer(int index, double value, double loss) {
        if (Double.isFinite(loss)) {
            offerFinite(index, value, loss, 0);
        } else {
            nonFinite++;
        }
    }

    /** Offers the choice of a share. */
    public void offer(Choice choice) {
        nonFinite += choice.nonFinite();
        if (Double.isFinite(choice.loss())) {
            offerFinite(choice.index(), choice.value(), choice.loss(), choice.bound());
        }
    }

    private void offerFinite(int index, double value, double loss, double bound) {
        if (empty || loss < this.loss || (loss == this.loss && step.rank(index) < step.rank(this.index))) {
            this.index = index;
            this.value = value;
            this.loss = loss;
            this.bound = bound;
            this.empty = false;
        }
    }

    /** The best of all offers; to stay, with a loss of NaN, where none was finite. */
    public Choice choice() {
        return new Choice(index, value, loss, bound, nonFinite);
    }
}
