package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;

/** The contract: the choices of the reference evaluator, without exception. */
class PiecewiseEvaluatorTest extends CandidateEvaluatorContract {

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return PiecewiseEvaluator.refusal(initial.architecture(), loss).isEmpty()
                ? new PiecewiseEvaluator(initial, dataset, loss, 1)
                : new IncrementalEvaluator(initial, dataset, loss);
    }
}
