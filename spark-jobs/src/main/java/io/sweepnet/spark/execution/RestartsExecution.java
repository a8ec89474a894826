package io.sweepnet.spark.execution;

import io.sweepnet.data.Split;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * A search whose starts are distributed over the executors, each of which receives the whole table once. Each task makes a
 * whole start.
 *
 * <pre>{@code
 * SearchRequest request = new SearchRequest(settings, Optional.empty(), 20, 16);
 * try (Execution execution = new RestartsExecution(spark.sparkContext(), request, split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 *     Starts.Start best = result.starts().best();
 * }
 * }</pre>
 */
public final class RestartsExecution extends Execution {

    /** The name of this execution in results and settings. */
    public static final String NAME = "restarts";

    private final SparkContext spark;
    private final Split split;
    private final Supplier<SearchSource> rows;

    /**
     * Creates an execution whose search has not begun.
     *
     * @param split the training rows, and the validation rows if any
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search; the message
     *     states why
     */
    public RestartsExecution(SparkContext spark, SearchRequest request, Split split) {
        this(
                spark,
                request,
                split,
                // The driver uses the same kernel as the tasks.
                () -> request.settings()
                        .rows(split.training(), split.validation())
                        .with(request.kernel(), 1));
    }

    /** @param rows sets up the rows in the driver, for starts that are not made in tasks */
    RestartsExecution(SparkContext spark, SearchRequest request, Split split, Supplier<SearchSource> rows) {
        super(
                request,
                new ExecutionReport(
                        NAME,
                        request.kernel(),
                        Optional.empty(),
                        executors(spark),
                        request.starts(),
                        1,
                        Optional.empty()));
        this.spark = spark;
        this.split = split;
        this.rows = rows;
    }

    @Override
    SearchSource open() {
        return rows.get();
    }

    @Override
    int startsAtOnce() {
        return slots(spark);
    }

    /**
     * Makes the starts in tasks and waits for them.
     *
     * @throws SearchFailedException if a start failed, or the thread was interrupted while another search had its turn
     * @throws IllegalStateException if Spark could not run the starts; the message states why
     */
    @Override
    Starts starts(TrainingContext context) {
        return new RestartSearch(spark, request(), split.training(), split.validation())
                .run(request().starts(), context.listener(), context.cancelled());
    }
}
