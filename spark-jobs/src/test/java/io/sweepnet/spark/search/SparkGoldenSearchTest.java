package io.sweepnet.spark.search;

import io.sweepnet.golden.GoldenSearchContract;
import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;

/** The golden searches, whole trajectories, with the candidates on Spark's executors. */
class SparkGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatorFactory evaluator() {
        return (initial, dataset, loss) -> CandidatePartitionedEvaluator.inJobs(
                LocalSpark.session().sparkContext(),
                2,
                new SearchProblem(
                        null, initial.architecture(), dataset, loss, Kernel.fastest(initial.architecture(), loss)),
                initial);
    }
}
