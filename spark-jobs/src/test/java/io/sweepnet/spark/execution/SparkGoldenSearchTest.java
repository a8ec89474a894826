package io.sweepnet.spark.execution;

import io.sweepnet.golden.GoldenSearchContract;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.training.EvaluatedRows;

/** The golden searches, whole trajectories, with the candidates on Spark's executors. */
class SparkGoldenSearchTest extends GoldenSearchContract {

    @Override
    protected EvaluatedRows.Evaluators evaluators() {
        return (initial, dataset, loss) -> {
            Kernel kernel = Kernel.fastest(initial.architecture(), loss);
            SharedProblem problem = new SharedProblem(
                    LocalSpark.session().sparkContext(),
                    new SearchProblem(initial.architecture(), dataset, loss, kernel, false));
            return new CandidatePartitionedEvaluator(2, problem, initial, problem::discard);
        };
    }
}
