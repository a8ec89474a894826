package io.sweepnet.spark.execution;

import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.training.SearchSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * A search over rows that stay on the executors: for each step every shard gives its sums for all candidates, which are added up
 * in the order of the shards. Where Spark was started with {@link io.sweepnet.spark.channel.ChannelPlugin}, tasks that live as
 * long as the search make its steps among themselves; else each question of a step is a job.
 */
public final class RowsExecution extends Execution {

    /** The name that results know it by. */
    public static final String NAME = "rows";

    private final Supplier<SearchSource> rows;
    private final Runnable release;

    /**
     * @param rows sets up what is searched
     * @param release frees what that has taken
     */
    RowsExecution(SearchRequest request, ExecutionReport report, Supplier<SearchSource> rows, Runnable release) {
        super(request, report);
        this.rows = rows;
        this.release = release;
    }

    /**
     * A search over rows that are on executors and stay there when it is closed; waits for the first executor to come.
     *
     * @param training rows to learn from
     * @param validation rows to watch, if any
     * @throws IllegalArgumentException where the kernel does not serve such a search over such rows, or none does, saying why
     * @throws ChannelException where no executor comes in time
     */
    public static RowsExecution of(SearchRequest request, RowBlocks training, Optional<RowBlocks> validation) {
        SparkContext spark = training.shards().context();
        ExecutionReport report = report(spark, request, training.shards().getNumPartitions());
        return new RowsExecution(request, report, () -> rows(spark, request, report, training, validation), () -> {});
    }

    /** The same over the training and validation parts of a table on executors. */
    public static RowsExecution of(SearchRequest request, DistributedSplit split) {
        return of(request, RowBlocks.of(split.training()), split.validation().map(RowBlocks::of));
    }

    /**
     * A search over rows that the driver holds and brings to the executors, which forget them when it is closed; waits for the
     * first executor to come.
     *
     * @param split rows to learn from and to watch
     * @throws IllegalArgumentException where the kernel does not serve such a search over such rows, or none does, saying why
     * @throws ChannelException where no executor comes in time
     */
    public static RowsExecution of(SparkContext spark, SearchRequest request, Split split) {
        ExecutionReport report =
                report(spark, request, Shards.of(split.training().rows()).count());
        ShardedTable training = new ShardedTable(spark, split.training().canonical());
        Optional<ShardedTable> validation =
                split.validation().map(watched -> new ShardedTable(spark, watched.canonical()));
        return new RowsExecution(
                request,
                report,
                () -> rows(spark, request, report, training.blocks(), validation.map(ShardedTable::blocks)),
                () -> {
                    training.discard();
                    validation.ifPresent(ShardedTable::discard);
                });
    }

    private static ExecutionReport report(SparkContext spark, SearchRequest request, int shards) {
        Kernel kernel = request.kernelOfSpreadRows();
        String channel = channel(spark);
        int tasks = ExecutionReport.JOB.equals(channel) ? shards : Math.min(shards, StepChannel.slots(spark));
        return new ExecutionReport(NAME, kernel, Optional.of(channel), executors(spark), tasks, 1, Optional.empty());
    }

    private static SearchSource rows(
            SparkContext spark,
            SearchRequest request,
            ExecutionReport report,
            RowBlocks training,
            Optional<RowBlocks> validation) {
        return new ShardedTrainingRows(
                request.settings(), training, validation, report.kernel(), spark, report.partitions());
    }

    @Override
    SearchSource open() {
        return rows.get();
    }

    @Override
    public void close() {
        release.run();
    }
}
