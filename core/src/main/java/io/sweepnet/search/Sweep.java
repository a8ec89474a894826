package io.sweepnet.search;

/**
 * The result of one complete sweep over all parameters.
 *
 * @param number the number of the sweep, from 1
 * @param end losses and deadness at its end
 * @param accepted number of parameters that took the value of a candidate
 * @param candidateEvaluations losses evaluated in this sweep
 */
public record Sweep(int number, SweepEnd end, int accepted, long candidateEvaluations) {

    /** Returns the loss after the sweep, by the direct rule. */
    public double loss() {
        return end.loss();
    }
}
