package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;

/** Decides by forward passes what sums leave open, and counts the steps that need it. */
final class DirectRule {

    private final Architecture architecture;
    private final double[] parameters;
    private final DirectLoss direct;
    private long decisions;

    DirectRule(Architecture architecture, double[] parameters, DirectLoss direct) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.direct = direct;
    }

    /** The loss of the current parameters. */
    double loss() {
        return direct.of(parameters);
    }

    /** The loss with another value of a parameter. */
    double loss(ParameterIndex parameter, double value) {
        int place = architecture.flatIndex(parameter);
        double current = parameters[place];
        parameters[place] = value;
        try {
            return direct.of(parameters);
        } finally {
            parameters[place] = current;
        }
    }

    /** The best of all values of a step. */
    Choice best(Step step, CandidateLine line, double current) {
        count();
        BestChoice best = new BestChoice(step);
        if (step.withCurrent()) {
            best.offer(Choice.STAY, current, loss());
        }
        for (int place = 0; place < line.count(); place++) {
            best.offer(line.index(place), line.value(place), loss(step.parameter(), line.value(place)));
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
