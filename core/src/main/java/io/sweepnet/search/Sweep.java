package io.sweepnet.search;

/**
 * What one whole sweep over all parameters did.
 *
 * @param number counts sweeps from 1
 * @param end what was found at its end
 * @param accepted how many parameters took a candidate's value
 * @param candidateEvaluations losses evaluated in this sweep
 */
public record Sweep(int number, SweepEnd end, int accepted, long candidateEvaluations) {

    /** Loss after the sweep, by the direct rule. */
    public double loss() {
        return end.loss();
    }
}
