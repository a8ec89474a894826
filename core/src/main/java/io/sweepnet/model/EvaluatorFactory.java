package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.kernel.Kernel;

/** Chooses where and how a search's losses are computed; the results are the same, whatever it chooses. */
@FunctionalInterface
public interface EvaluatorFactory {

    /** The fastest kernel that serves, in the calling thread. */
    EvaluatorFactory FASTEST = (initial, dataset, loss) ->
            Kernel.fastest(initial.architecture(), loss).create(initial, dataset, loss);

    /**
     * The fastest kernel that serves a continuous range of candidates, in the calling thread; where none does, an
     * IllegalArgumentException says why.
     */
    EvaluatorFactory FASTEST_EXACT = (initial, dataset, loss) ->
            Kernel.fastest(initial.architecture(), loss, true).create(initial, dataset, loss);

    /** An evaluator at the initial parameters; the search closes it. */
    CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss);
}
