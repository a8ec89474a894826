package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;

/** The contract: the reference's choices, to the bit. */
class IncrementalEvaluatorTest extends CandidateEvaluatorContract {

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return new IncrementalEvaluator(initial, dataset, loss);
    }
}
