package io.sweepnet.spark.execution;

import io.sweepnet.data.Split;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/** A search whose starts are spread over the executors, each of which gets the whole table once: a task makes a whole start. */
public final class RestartsExecution extends Execution {

    /** The name that results know it by. */
    public static final String NAME = "restarts";

    private final SparkContext spark;
    private final Split split;
    private final Supplier<SearchSource> rows;

    /**
     * A search that has not begun.
     *
     * @param split rows to learn from and to watch
     * @throws IllegalArgumentException where the kernel does not serve such a search, or none does, saying why
     */
    public RestartsExecution(SparkContext spark, SearchRequest request, Split split) {
        this(
                spark,
                request,
                split,
                // The kernel is that of the tasks.
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
        return StepChannel.slots(spark);
    }

    /**
     * Makes the starts in tasks, and waits for them.
     *
     * @throws StartException where a start failed
     * @throws IllegalStateException where Spark could not run the starts, saying why
     */
    @Override
    Starts starts(TrainingContext context) {
        return new RestartSearch(spark, request(), split.training(), split.validation())
                .run(request().starts(), context.listener(), context.cancelled());
    }
}
