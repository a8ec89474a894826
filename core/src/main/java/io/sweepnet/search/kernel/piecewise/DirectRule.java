package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.incremental.ValueLosses;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/**
 * The direct rule: decides by forward passes over all rows where sums leave the choice open, and counts the steps for
 * which it does.
 */
final class DirectRule {

    /** The number of values whose losses are computed together. */
    private static final int BLOCK = 256;

    private final DoubleSupplier current;
    private final Supplier<ValueLosses> lossesFactory;

    /** Null until it is needed. */
    private ValueLosses valueLosses;

    private final double[] values = new double[BLOCK];

    /** The losses of all values of a step. */
    private double[] losses = {};

    private long decisions;

    /**
     * Creates the direct rule over all rows.
     *
     * @param current returns the loss of the current parameters
     * @param lossesFactory makes what computes the loss with other values of a parameter; called at most once
     */
    DirectRule(DoubleSupplier current, Supplier<ValueLosses> lossesFactory) {
        this.current = current;
        this.lossesFactory = lossesFactory;
    }

    /** Returns the loss of the current parameters. */
    double loss() {
        return current.getAsDouble();
    }

    /**
     * Computes the losses with other values of a parameter.
     *
     * @param parameter the parameter
     * @param value returns the value with an index from 0
     * @param count number of values
     * @param losses receives the losses, [index]
     */
    void losses(ParameterIndex parameter, IntToDoubleFunction value, int count, double[] losses) {
        if (valueLosses == null) {
            valueLosses = lossesFactory.get();
        }
        for (int start = 0; start < count; start += BLOCK) {
            int block = Math.min(BLOCK, count - start);
            for (int i = 0; i < block; i++) {
                values[i] = value.applyAsDouble(start + i);
            }
            valueLosses.compute(parameter, values, block);
            for (int i = 0; i < block; i++) {
                losses[start + i] = valueLosses.loss(i);
            }
        }
    }

    /** Returns the best of all values of a step. */
    Choice best(Step step, SortedCandidates candidates, double current) {
        countDecision();
        BestChoice best = new BestChoice(step);
        if (step.withCurrent()) {
            best.offer(Choice.STAY, current, loss());
        }
        if (losses.length < candidates.count()) {
            losses = new double[candidates.count()];
        }
        losses(step.parameter(), candidates::value, candidates.count(), losses);
        for (int position = 0; position < candidates.count(); position++) {
            best.offer(candidates.index(position), candidates.value(position), losses[position]);
        }
        return best.choice();
    }

    /** Counts a step that the direct rule decides. */
    void countDecision() {
        decisions++;
    }

    /** Returns the number of steps that the direct rule has decided. */
    long decisions() {
        return decisions;
    }
}
