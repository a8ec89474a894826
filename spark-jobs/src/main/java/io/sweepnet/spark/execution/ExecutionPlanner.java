package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.execution.ExecutionPlan.Measured;
import io.sweepnet.spark.execution.memory.RowMemory;
import io.sweepnet.training.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;

/**
 * Chooses the execution of a search over rows that the driver holds, by measurement: it makes the first steps of the search in
 * each execution that can serve, and takes the one with the shortest expected time. For restarts, whose tasks use the same
 * kernel as the driver, it measures the steps in the driver. All executions find the same parameters, so the choice does not
 * change results. If the settings ask for a check of every step, the measured steps are checked too, and no failure is skipped,
 * since it may be that of a check.
 *
 * <pre>{@code
 * try (Execution execution = new ExecutionPlanner(request).choose(spark.sparkContext(), split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class ExecutionPlanner {

    /** The number of sweeps that a search is assumed to make at most; most searches converge before their limit. */
    private static final int EXPECTED_SWEEPS = 10;

    /** If a search is expected to take no longer than this, no further execution is set up and measured. */
    private static final double SOON_SECONDS = 2;

    private static final int MOST_STEPS = 200;

    /** An executor holds a table twice: as received and as prepared for the kernel. */
    private static final double COPIES = 2;

    private static final double MEGABYTE = 1024.0 * 1024;

    private final SearchRequest request;

    /** Creates a planner of one search. */
    public ExecutionPlanner(SearchRequest request) {
        this.request = request;
    }

    /**
     * Chooses an execution. The other executions are closed.
     *
     * @param split the training rows, and the validation rows if any
     * @return the execution with the shortest expected time, whose report has the measurements; that of the driver, without a
     *     plan, if no other can serve
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search; the message
     *     states why
     */
    public Execution choose(SparkContext spark, Split split) {
        Execution inDriver = new DriverExecution(request, split);
        List<Execution> executions = new ArrayList<>(List.of(inDriver));
        try {
            executions.addAll(others(spark, split));
        } catch (SearchFailedException e) {
            return inDriver.chosenBy(ExecutionPlan.unmeasured(DriverExecution.NAME, e.getMessage()));
        }
        return executions.size() == 1 ? inDriver : measured(executions);
    }

    /**
     * Returns the executions other than the driver's in which the search can run, that with the least set-up first.
     *
     * @throws SearchFailedException if there may be some, but no executor registers in time
     */
    private List<Execution> others(SparkContext spark, Split split) {
        // A continuous range cannot be split.
        boolean isSplit = !request.isContinuous() && StepChannel.isAvailable(spark);
        if (request.starts() == 1 && !isSplit) {
            return List.of();
        }
        int slots = Execution.slots(spark);
        List<Execution> others = new ArrayList<>();
        boolean isTableForEach = isTableForEachExecutor(spark, slots, split);
        if (request.starts() > 1 && isTableForEach) {
            others.add(new RestartsExecution(spark, request, split));
        }
        if (isSplit && isTableForEach) {
            others.add(new CandidatesExecution(spark, request, split));
        }
        Kernel kernel = request.kernel();
        boolean isForRows = kernel.remoteRefusal(
                        architecture(), request.settings().loss(), false)
                .isEmpty();
        if (isSplit && isForRows && Shards.of(split.training().rows()).count() > 1) {
            others.add(RowsExecution.of(spark, request, split));
        }
        return others;
    }

    private Architecture architecture() {
        return request.settings().architecture();
    }

    /** Returns whether each executor has memory for the whole table and for what the kernel of each task keeps per row. */
    private boolean isTableForEachExecutor(SparkContext spark, int slots, Split split) {
        double table = bytes(split.training())
                + split.validation().map(ExecutionPlanner::bytes).orElse(0.0);
        double kept = RowMemory.keptBytes(architecture(), split.training().rows());
        int tasks = spark.isLocal() ? slots : spark.conf().getInt("spark.executor.cores", 1);
        double memory = spark.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : MEGABYTE * spark.conf().getSizeAsMb("spark.executor.memory", "1g");
        return COPIES * table + tasks * kept < memory;
    }

    private static double bytes(Dataset rows) {
        double columns = (double) rows.features().length + rows.targets().length + 1;
        return Double.BYTES * columns * rows.rows();
    }

    /**
     * Returns the execution with the shortest expected time; the others are closed.
     *
     * @param executions at least one, that with the least set-up first; executions that fail are skipped, but if all fail, or
     *     steps are checked, the exception is thrown
     */
    Execution measured(List<Execution> executions) {
        List<Measured> measured = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Measured best = null;
        Execution chosen = null;
        for (Execution execution : executions) {
            Measured now;
            try {
                now = measure(execution);
            } catch (Exception e) {
                // Whatever failed (the channel, Spark, an executor), another execution may serve.
                if (failed.size() + 1 == executions.size() || request.settings().check()) {
                    executions.forEach(Execution::close);
                    throw e;
                }
                failed.add(execution.report().execution() + " cannot serve: " + FirstLine.of(e));
                execution.close();
                continue;
            }
            measured.add(now);
            if (best == null || now.expectedSeconds() < best.expectedSeconds()) {
                if (chosen != null) {
                    chosen.close();
                }
                best = now;
                chosen = execution;
            } else {
                execution.close();
            }
            if (best.expectedSeconds() <= SOON_SECONDS) {
                break;
            }
        }
        String reason = reason(best, measured, failed, executions.size());
        return chosen.chosenBy(new ExecutionPlan(best.execution(), measured, reason));
    }

    private static String reason(Measured best, List<Measured> measured, List<String> failed, int executions) {
        String summary = measured.stream().map(Measured::toString).collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            summary += "; " + String.join("; ", failed);
        }
        boolean isAlone = measured.size() + failed.size() < executions;
        return best.execution() + ": " + summary
                + (isAlone ? "; done so soon that nothing else is worth setting up" : "");
    }

    /**
     * Plays the beginning of a search, whose result is discarded. It begins with the first layer, which has most of the
     * parameters and whose steps read all rows; those of an output layer may not.
     */
    private Measured measure(Execution execution) {
        Parameters initial = request.start();
        StepTimes times = new StepTimes(Math.min(MOST_STEPS, initial.count() - 1) + 1);
        SearchSource rows = execution.rows();
        SearchSettings search = request.settings().search(request.maxSweeps()).withOrder(ParameterOrder.LAYER);
        CoordinateSearch beginning = new CoordinateSearch(search, initial, rows.loss(initial.toArray()));
        rows.runner().run(beginning, times, times);
        double step = times.stepSeconds();
        double setUp = times.setUpSeconds();
        int atOnce = execution.startsAtOnce();
        int rounds = (request.starts() + atOnce - 1) / atOnce;
        long steps = (long) initial.count() * Math.min(request.maxSweeps(), EXPECTED_SWEEPS);
        return new Measured(execution.report().execution(), setUp, step, setUp + rounds * steps * step);
    }
}
