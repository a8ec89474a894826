package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.DirectEvaluator;

/** The reference evaluator, for tests that change what becomes of its answers. */
public abstract class DirectAnswers implements CandidateEvaluator {

    private final DirectEvaluator direct;

    protected DirectAnswers(DirectEvaluator direct) {
        this.direct = direct;
    }

    @Override
    public Choice best(Step step) {
        return direct.best(step);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        direct.accept(parameter, value);
    }

    @Override
    public double loss() {
        return direct.loss();
    }

    @Override
    public long directDecisions() {
        return direct.directDecisions();
    }

    @Override
    public void close() {
        direct.close();
    }
}
