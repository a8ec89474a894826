package io.sweepnet.search;

/**
 * Keeps the best of the candidates that it is offered: the one with the lowest loss and, among equal losses, the lowest
 * rank. A loss that is NaN or infinite never wins and never blocks a finite one. The result does not depend on the order of
 * the offers, so candidates and the choices of shares are reduced by the same rule.
 *
 * <pre>{@code
 * BestChoice best = new BestChoice(step);
 * for (int index = step.candidates().from(); index < step.candidates().to(); index++) {
 *     double value = step.candidates().value(index);
 *     best.offer(index, value, direct.of(initial.with(step.parameter(), value).toArray()));
 * }
 * Choice choice = best.choice();
 * }</pre>
 */
public final class BestChoice {

    private final Step step;
    private int index = Choice.STAY;
    private double value = Double.NaN;
    private double loss = Double.NaN;
    private double bound;
    private int nonFinite;
    private boolean empty = true;

    /** Starts without any offer for a step, whose ties decide between equal losses. */
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

    /** Offers the choice of a share of the step's candidates. */
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

    /** Returns the best of all offers; if none was finite, {@link Choice#STAY} with a value and a loss of NaN. */
    public Choice choice() {
        return new Choice(index, value, loss, bound, nonFinite);
    }
}
