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
 * The data that stays the same during a search and from one start to the next. Every executor receives it once, by broadcast.
 *
 * @param dataset all rows, in canonical order
 * @param kernel the kernel that evaluates candidates
 * @param isChecked whether every step is also played by the direct rule
 */
record SearchProblem(Architecture architecture, Dataset dataset, Loss loss, Kernel kernel, boolean isChecked)
        implements Serializable {

    /** Creates the evaluator of candidates, which uses the calling thread only. */
    CandidateEvaluator evaluator(Parameters at) {
        return isChecked ? CheckedEvaluator.of(kernel, at, dataset, loss, 1) : kernel.create(at, dataset, loss);
    }
}
