package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import io.sweepnet.model.EvaluatorFactory;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.Execution;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.search.CandidatePartitionedEvaluator;
import org.apache.spark.SparkContext;

/**
 * Where a search runs, as the results tell it.
 *
 * @param execution {@code driver}, {@code candidates} or {@code restarts}
 * @param kernel the kernel that evaluates candidates
 * @param channel how the parts of a step travel; null where they do not
 * @param executors processes that evaluate candidates
 * @param partitions parts that a step's candidates are cut into; tasks, where starts are spread over executors
 * @param threads threads of the driver's kernel; of a task, where executors search
 * @param evaluator makes the evaluator of a search in the driver
 */
record SearchPlace(
        Execution execution,
        Kernel kernel,
        String channel,
        int executors,
        int partitions,
        int threads,
        EvaluatorFactory evaluator) {

    private static final String CHANNEL = "job";

    /**
     * The place of a search of such a network.
     *
     * @param rows number of rows to learn from
     * @throws InputException where no kernel serves such candidates, or the one asked for does not, saying why
     */
    static SearchPlace of(SearchConfig search, Architecture architecture, Loss loss, int rows, SparkContext spark) {
        if (search.execution() == Execution.RESTARTS) {
            Kernel kernel = kernel(search, architecture, loss);
            return new SearchPlace(
                    Execution.RESTARTS, kernel, null, executors(spark), search.restarts(), 1, kernel::create);
        }
        if (search.execution() != Execution.CANDIDATES) {
            Kernel kernel = kernel(search, architecture, loss);
            int threads = kernel.threads(search.threads(), rows);
            return new SearchPlace(
                    Execution.DRIVER,
                    kernel,
                    null,
                    1,
                    1,
                    threads,
                    (initial, dataset, modelLoss) -> kernel.create(initial, dataset, modelLoss, threads));
        }
        int most = Math.max(search.weights().count(), search.biases().count());
        int partitions = Math.max(1, Math.min(most, spark.defaultParallelism()));
        return new SearchPlace(
                Execution.CANDIDATES,
                // A share makes its evaluator anew in each step, where a cache would cost more than it saves.
                Kernel.DIRECT,
                CHANNEL,
                executors(spark),
                partitions,
                1,
                (initial, dataset, modelLoss) ->
                        new CandidatePartitionedEvaluator(spark, partitions, initial, dataset, modelLoss));
    }

    private static Kernel kernel(SearchConfig search, Architecture architecture, Loss loss) {
        boolean exact = search.candidates() == CandidateKind.EXACT;
        Kernel fastest = fastest(architecture, loss, exact);
        Kernel kernel = search.kernel().orElse(fastest);
        kernel.refusal(architecture, loss, exact).ifPresent(why -> {
            throw new InputException("search.kernel = " + kernel.label() + ": " + why
                    + "; auto takes the fastest kernel that serves, here " + fastest.label());
        });
        return kernel;
    }

    /** Of grids and lists there always is one. */
    private static Kernel fastest(Architecture architecture, Loss loss, boolean exact) {
        try {
            return Kernel.fastest(architecture, loss, exact);
        } catch (IllegalArgumentException e) {
            throw new InputException("search.candidates = exact: " + e.getMessage(), e);
        }
    }

    /** Executors besides the driver; in local mode the driver is the executor. */
    private static int executors(SparkContext spark) {
        return spark.isLocal() ? 1 : Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    }
}
