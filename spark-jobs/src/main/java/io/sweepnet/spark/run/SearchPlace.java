package io.sweepnet.spark.run;

import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.spark.config.Execution;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.search.CandidatePartitionedEvaluator;
import org.apache.spark.SparkContext;

/**
 * Where a search runs, as the results tell it.
 *
 * @param execution {@code driver} or {@code candidates}
 * @param kernel the kernel that evaluates candidates
 * @param channel how the parts of a step travel; null where they do not
 * @param executors processes that evaluate candidates
 * @param partitions parts that a step's candidates are cut into
 * @param evaluator makes the evaluator
 */
record SearchPlace(
        Execution execution, String kernel, String channel, int executors, int partitions, EvaluatorFactory evaluator) {

    private static final String KERNEL = "direct";
    private static final String CHANNEL = "job";

    static SearchPlace of(SearchConfig search, SparkContext spark) {
        if (search.execution() != Execution.CANDIDATES) {
            return new SearchPlace(Execution.DRIVER, KERNEL, null, 1, 1, DirectEvaluator::new);
        }
        int most = Math.max(search.weights().count(), search.biases().count());
        int partitions = Math.max(1, Math.min(most, spark.defaultParallelism()));
        return new SearchPlace(
                Execution.CANDIDATES,
                KERNEL,
                CHANNEL,
                executors(spark),
                partitions,
                (initial, dataset, loss) ->
                        new CandidatePartitionedEvaluator(spark, partitions, initial, dataset, loss));
    }

    /** Executors besides the driver; in local mode the driver is the executor. */
    private static int executors(SparkContext spark) {
        return spark.isLocal() ? 1 : Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    }
}
