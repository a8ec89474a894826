package io.sweepnet.spark.execution;

import io.sweepnet.model.SearchModel;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * A way to carry out a search, in the driver or on Spark's executors. All executions find the same parameters, to the last
 * bit; they differ in time and memory only.
 *
 * <pre>{@code
 * ModelSettings settings = ModelSettings.builder().inputSize(3).hiddenSizes(5).outputSize(1).build();
 * SearchRequest request = SearchRequest.of(settings, 20);
 * Split split = Split.of(dataset, 0.2, 0, 42);
 * try (Execution execution = new CandidatesExecution(spark.sparkContext(), request, split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 *     Network network = new Network(result.history().trained());
 *     ExecutionReport where = result.report();
 * }
 * }</pre>
 *
 * <p>{@link ExecutionPlanner} chooses an execution by measurement. Not thread-safe.
 */
public abstract sealed class Execution implements AutoCloseable
        permits DriverExecution, CandidatesExecution, RowsExecution, RestartsExecution {

    private static final double NANOS_PER_SECOND = 1e9;

    private final SearchRequest request;
    private ExecutionReport report;

    /** Null until {@link #rows()} is called. */
    private SearchSource rows;

    Execution(SearchRequest request, ExecutionReport report) {
        this.request = request;
        this.report = report;
    }

    /** Sets up the rows that searches learn from. */
    abstract SearchSource open();

    /** Returns how many starts of the search are made at the same time. */
    int startsAtOnce() {
        return 1;
    }

    /** Returns the rows that searches learn from. The first call sets them up and moves them to where they are needed. */
    public final SearchSource rows() {
        if (rows == null) {
            rows = open();
        }
        return rows;
    }

    /** Returns the request that this execution carries out. */
    public final SearchRequest request() {
        return request;
    }

    /** Returns where the search runs. */
    public final ExecutionReport report() {
        return report;
    }

    /** Adds to the report why this execution was chosen, and returns this execution. */
    public final Execution chosenBy(ExecutionPlan plan) {
        report = report.with(plan);
        return this;
    }

    /**
     * Searches from all starts. A cancelled search returns what it reached by then, or its initial parameters if no start had
     * any result.
     *
     * @param context listener and cancellation; its validation rows are ignored in favour of those of the execution
     * @throws CheckFailedException if the settings request a check of every step, and a step that is checked in this JVM differs
     * @throws SearchFailedException if tasks of a search cannot be started or fail, because of a check too
     */
    public final SearchResult search(TrainingContext context) {
        long began = System.nanoTime();
        Starts starts = starts(context);
        boolean isCutShort = starts.count() < request.starts();
        if (starts.count() == 0) {
            TrainingContext ended = new TrainingContext(Optional.empty(), context.listener(), () -> true);
            starts.add(0, start(0, ended));
        }
        double seconds =
                request.starts() == 1 ? starts.best().wallSeconds() : (System.nanoTime() - began) / NANOS_PER_SECOND;
        boolean isCancelled = isCutShort
                || starts.all().stream().anyMatch(start -> start.stopReason().equals(Status.CANCELLED.label()));
        return new SearchResult(starts, starts.history(seconds, isCancelled), report);
    }

    /** Makes the starts one after the other. A cancelled start counts with the parameters that it reached. */
    Starts starts(TrainingContext context) {
        Starts starts = new Starts(request.settings().seed());
        boolean goesOn = true;
        for (int number = 0; goesOn && number < request.starts(); number++) {
            TrainingHistory history = start(number, context);
            starts.add(number, history);
            goesOn = history.status() != Status.CANCELLED;
            if (request.starts() > 1) {
                context.listener().onStart(starts, request.starts());
            }
        }
        return starts;
    }

    private TrainingHistory start(int number, TrainingContext context) {
        return SearchModel.ofStart(request.settings(), request.initial(), number)
                .search(rows(), request.maxSweeps(), context);
    }

    /** Frees what executors hold for this execution. */
    @Override
    public void close() {}

    /**
     * Returns how many tasks can run at the same time; waits for the first executor to register.
     *
     * @throws SearchFailedException if none registers in time
     */
    static int slots(SparkContext spark) {
        return SearchFailedException.ifChannelFails(() -> StepChannel.slots(spark));
    }

    /** Returns how the parts of a step are exchanged: {@code direct}, {@code rpc} or {@link ExecutionReport#JOB}. */
    static String channel(SparkContext spark) {
        return StepChannel.isAvailable(spark) ? spark.isLocal() ? "direct" : "rpc" : ExecutionReport.JOB;
    }

    /** Returns the number of executors, the driver not included; 1 in local mode, where the driver is the executor. */
    static int executors(SparkContext spark) {
        return spark.isLocal() ? 1 : Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    }
}
