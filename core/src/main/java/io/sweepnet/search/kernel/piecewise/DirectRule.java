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

/** Decides by the losses of forward passes what sums leave open, and counts the steps that need it. */
final class DirectRule {

    /** Values that are tried at once. */
    private static final int BLOCK = 256;

    private final DoubleSupplier current;
    private final Supplier<ValueLosses> lossesFactory;

    /** Null until they are needed. */
    private ValueLosses valueLosses;

    private final double[] values = new double[BLOCK];

    /** Of all values of a step. */
    private double[] losses = {};

    private long decisions;

    /**
     * The rule.
     *
     * @param current gives the loss of the current parameters
     * @param lossesFactory makes what gives it with other values of a parameter
     */
    DirectRule(DoubleSupplier current, Supplier<ValueLosses> lossesFactory) {
        this.current = current;
        this.lossesFactory = lossesFactory;
    }

    /** The loss of the current parameters. */
    double loss() {
        return current.getAsDouble();
    }

    /**
     * The losses with other values of a parameter.
     *
     * @param value gives the value of a number from 0
     * @param losses receives them
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

    /** The best of all values of a step. */
    Choice best(Step step, SortedCandidates candidates, double current) {
        count();
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

    /** Counts a step. */
    void count() {
        decisions++;
    }

    /** How many steps needed forward passes. */
    long decisions() {
        return decisions;
    }
}
