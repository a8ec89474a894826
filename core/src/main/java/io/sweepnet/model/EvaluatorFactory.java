package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;

/** Chooses where and how a search's losses are computed; the results are the same, whatever it chooses. */
@FunctionalInterface
public interface EvaluatorFactory {

    /** An evaluator at the initial parameters; the search closes it. */
    CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss);
}
