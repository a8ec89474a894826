package io.sweepnet.spark.execution;

import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * Where a search runs, for results and messages.
 *
 * @param execution {@code driver}, {@code candidates}, {@code rows} or {@code restarts}
 * @param kernel what evaluates candidates
 * @param channel how the parts of a step travel: {@code direct} in one JVM, {@code rpc}, or as a {@link #JOB} each; empty
 *     where they do not
 * @param executors processes that evaluate candidates
 * @param partitions parts that a step's candidates, or the rows, are cut into; tasks, where starts are spread over executors
 * @param threads threads of the driver's kernel; of a task, where executors search
 * @param plan why it runs there, where that was chosen by the program
 */
public record ExecutionReport(
        String execution,
        Kernel kernel,
        Optional<String> channel,
        int executors,
        int partitions,
        int threads,
        Optional<ExecutionPlan> plan) {

    /** The channel of steps that are a Spark job each, which takes milliseconds. */
    public static final String JOB = "job";

    /** Whether each step is a Spark job. */
    public boolean isInJobs() {
        return channel.filter(JOB::equals).isPresent();
    }

    ExecutionReport with(ExecutionPlan chosenBy) {
        return new ExecutionReport(execution, kernel, channel, executors, partitions, threads, Optional.of(chosenBy));
    }
}
