package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;

/** The contract, over shards that keep activations. */
class RemoteIncrementalRowsTest extends CandidateEvaluatorContract {

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return RemoteTable.evaluator(Kernel.INCREMENTAL, initial, dataset, loss, 2, true);
    }
}
