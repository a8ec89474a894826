package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.incremental.CandidateLosses;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** Decides by the losses of forward passes what sums leave open, and counts the steps that need it. */
final class DirectRule {

    /** Values that are tried at once. */
    private static final int BLOCK = 256;

    private final double[] parameters;
    private final DirectLoss direct;
    private final Supplier<CandidateLosses> makeLosses;

    /** Null until they are needed. */
    private CandidateLosses candidateLosses;

    private final double[] values = new double[BLOCK];

    /** Of all values of a step. */
    private double[] losses = {};

    private long decisions;

    DirectRule(Architecture architecture, double[] parameters, Dataset dataset, Loss loss, Workers workers) {
        this.parameters = parameters;
        this.direct = new DirectLoss(architecture, dataset, loss);
        this.makeLosses = () -> CandidateLosses.ofForwardPasses(architecture, parameters, dataset, loss, workers);
    }

    /** The loss of the current parameters. */
    double loss() {
        return direct.of(parameters);
    }

    /**
     * The losses with other values of a parameter.
     *
     * @param value gives the value of a number from 0
     * @param losses receives them
     */
    void losses(ParameterIndex parameter, IntToDoubleFunction value, int count, double[] losses) {
        if (candidateLosses == null) {
            candidateLosses = makeLosses.get();
        }
        for (int start = 0; start < count; start += BLOCK) {
            int block = Math.min(BLOCK, count - start);
            for (int i = 0; i < block; i++) {
                values[i] = value.applyAsDouble(start + i);
            }
            candidateLosses.compute(parameter, values, block);
            for (int i = 0; i < block; i++) {
                losses[start + i] = candidateLosses.loss(i);
            }
        }
    }

    /** The best of all values of a step. */
    Choice best(Step step, CandidateLine line, double current) {
        count();
        BestChoice best = new BestChoice(step);
        if (step.withCurrent()) {
            best.offer(Choice.STAY, current, loss());
        }
        if (losses.length < line.count()) {
            losses = new double[line.count()];
        }
        losses(step.parameter(), line::value, line.count(), losses);
        for (int place = 0; place < line.count(); place++) {
            best.offer(line.index(place), line.value(place), losses[place]);
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
