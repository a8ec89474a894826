package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.kernel.CheckedEvaluator;
import io.sweepnet.search.kernel.Kernel;
import java.io.Serializable;

/**
 * What does not change during a search, nor from one start to the next: every executor gets it once, by broadcast.
 *
 * @param dataset all rows, in canonical order
 * @param kernel what evaluates candidates
 * @param isChecked whether every step is played by the direct rule too
 */
record SearchProblem(Architecture architecture, Dataset dataset, Loss loss, Kernel kernel, boolean isChecked)
        implements Serializable {

    /** What evaluates candidates, in the calling thread. */
    CandidateEvaluator evaluator(Parameters at) {
        return isChecked ? CheckedEvaluator.of(kernel, at, dataset, loss, 1) : kernel.create(at, dataset, loss);
    }
}
