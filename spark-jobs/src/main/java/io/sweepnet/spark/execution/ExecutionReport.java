package io.sweepnet.spark.execution;

import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * A description of where a search runs, for results and messages.
 *
 * <pre>{@code
 * ExecutionReport where = execution.search(TrainingContext.NONE).report();
 * System.out.println(where.execution() + ", kernel " + where.kernel().label() + ", executors " + where.executors());
 * }</pre>
 *
 * @param execution {@code driver}, {@code candidates}, {@code rows} or {@code restarts}
 * @param kernel the kernel that evaluates candidates
 * @param channel how the parts of a step are exchanged: {@code direct} in one JVM, {@code rpc}, or by a Spark {@link #JOB} per
 *     step; empty if steps are not distributed
 * @param executors number of processes that evaluate candidates
 * @param partitions number of parts into which a step's candidates, or the rows, are split; for restarts the number of tasks
 * @param threads number of threads of the driver's kernel, or of each task if executors search
 * @param plan why the search runs there, if an {@link ExecutionPlanner} chose it
 */
public record ExecutionReport(
        String execution,
        Kernel kernel,
        Optional<String> channel,
        int executors,
        int partitions,
        int threads,
        Optional<ExecutionPlan> plan) {

    /** The value of {@link #channel} if each step is a Spark job, which takes milliseconds. */
    public static final String JOB = "job";

    /** Returns whether each step is a Spark job. */
    public boolean isInJobs() {
        return channel.filter(JOB::equals).isPresent();
    }

    ExecutionReport with(ExecutionPlan chosenBy) {
        return new ExecutionReport(execution, kernel, channel, executors, partitions, threads, Optional.of(chosenBy));
    }
}
