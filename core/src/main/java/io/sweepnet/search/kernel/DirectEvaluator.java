package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;

/**
 * The reference evaluator: a full forward pass over all rows for every candidate, in the calling thread. Slow and simple; all
 * other evaluators choose what this one chooses.
 *
 * <pre>{@code
 * try (CandidateEvaluator evaluator = new DirectEvaluator(initial, table, new SquaredLoss())) {
 *     CoordinateSearch search = new CoordinateSearch(searchSettings, initial, evaluator.loss());
 *     EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
 * }
 * }</pre>
 */
public final class DirectEvaluator implements CandidateEvaluator {

    private final Architecture architecture;
    private final DirectLoss loss;
    private final double[] parameters;

    private long steps;

    /**
     * Creates an evaluator at the given parameters.
     *
     * @throws IllegalArgumentException if network, table and loss do not fit
     */
    public DirectEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this.architecture = initial.architecture();
        this.loss = new DirectLoss(architecture, dataset, loss);
        this.parameters = initial.toArray();
    }

    @Override
    public Choice best(Step step) {
        step.checkNumbered(Kernel.DIRECT.label());
        BestChoice best = new BestChoice(step);
        if (step.withCurrent()) {
            best.offer(Choice.STAY, value(step.parameter()), loss());
        }
        Candidates candidates = step.candidates();
        for (int index = candidates.from(); index < candidates.to(); index++) {
            double value = candidates.value(index);
            best.offer(index, value, lossAt(step.parameter(), value));
        }
        steps++;
        return best.choice();
    }

    /** Returns the loss at another value of one parameter, with all others fixed. */
    public double lossAt(ParameterIndex parameter, double value) {
        int index = architecture.flatIndex(parameter);
        double current = parameters[index];
        parameters[index] = value;
        try {
            return loss.of(parameters);
        } finally {
            parameters[index] = current;
        }
    }

    /** Returns the current value of a parameter. */
    public double value(ParameterIndex parameter) {
        return parameters[architecture.flatIndex(parameter)];
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
    }

    @Override
    public double loss() {
        return loss.of(parameters);
    }

    @Override
    public long directDecisions() {
        return steps;
    }

    @Override
    public void close() {}
}
