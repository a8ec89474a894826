package io.sweepnet.search;

/**
 * What one whole sweep over all parameters did.
 *
 * @param number counts sweeps from 1
 * @param loss loss after the sweep, by the direct rule
 * @param accepted how many parameters took a candidate's value
 * @param candidateEvaluations losses evaluated in this sweep
 */
public record Sweep(int number, double loss, int accepted, long candidateEvaluations) {}
