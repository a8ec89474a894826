package io.sweepnet.spark.search;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.DirectEvaluator;

/**
 * One executor's part of a step: the current parameters and a slice of the candidates in, the best of the slice out. How
 * it travels to the executor and back is not its business.
 */
final class CandidateShare {

    private final double[] parameters;
    private final Step step;

    CandidateShare(double[] parameters, Step step) {
        this.parameters = parameters;
        this.step = step;
    }

    /** The best of the slice. */
    Choice choose(SearchProblem problem) {
        Parameters current = Parameters.of(problem.architecture(), parameters);
        try (DirectEvaluator evaluator = new DirectEvaluator(current, problem.dataset(), problem.loss())) {
            return evaluator.best(step);
        }
    }
}
