package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;

/** The contract, over shards that are made for every question. */
class RebuiltRemoteRowsTest extends CandidateEvaluatorContract {

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        Kernel kernel = Kernel.fastest(initial.architecture(), loss);
        return RemoteTable.evaluator(kernel, initial, dataset, loss, 2, false);
    }
}
