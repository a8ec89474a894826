package io.sweepnet.spark.execution;

import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.training.SearchSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * A search over rows that stay on the executors. For each step every shard computes its sums for all candidates, which are
 * added in the order of the shards. If Spark was started with the {@linkplain io.sweepnet.spark.execution plugin of the channel}, tasks that
 * live as long as the search make the steps by exchanging sums; otherwise each question of a step is a Spark job.
 *
 * <pre>{@code
 * try (DistributedTable table = DistributedTable.read(packed, preparation);
 *         DistributedSplit split = table.split(42, Optional.empty(), Optional.empty());
 *         Execution execution = RowsExecution.of(SearchRequest.of(settings, 20), split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class RowsExecution extends Execution {

    /** The name of this execution in results and settings. */
    public static final String NAME = "rows";

    private final Supplier<SearchSource> rows;
    private final Runnable release;

    /**
     * @param rows sets up the rows to search over
     * @param release frees what the rows have occupied
     */
    RowsExecution(SearchRequest request, ExecutionReport report, Supplier<SearchSource> rows, Runnable release) {
        super(request, report);
        this.rows = rows;
        this.release = release;
    }

    /**
     * Creates an execution over rows that are on executors and stay there when it is closed; waits for the first executor to
     * register.
     *
     * @param training the training rows
     * @param validation the validation rows, if any
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search over distributed
     *     rows; the message states why
     * @throws SearchFailedException if no executor registers in time
     */
    public static RowsExecution of(SearchRequest request, TableShards training, Optional<TableShards> validation) {
        SparkContext spark = training.shards().context();
        ExecutionReport report = report(spark, request, training.shards().getNumPartitions());
        return new RowsExecution(request, report, () -> rows(spark, request, report, training, validation), () -> {});
    }

    /**
     * Creates an execution over the training and validation parts of a distributed table, which stay on executors when it is
     * closed; waits for the first executor to register.
     *
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search over distributed
     *     rows; the message states why
     * @throws SearchFailedException if no executor registers in time
     */
    public static RowsExecution of(SearchRequest request, DistributedSplit split) {
        return of(request, TableShards.of(split.training()), split.validation().map(TableShards::of));
    }

    /**
     * Creates an execution over rows that the driver holds and sends to the executors, which release them when it is closed;
     * waits for the first executor to register.
     *
     * @param split the training rows, and the validation rows if any
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search over distributed
     *     rows; the message states why
     * @throws SearchFailedException if no executor registers in time
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
        Kernel kernel = request.kernelOverRows();
        String channel = channel(spark);
        int tasks = ExecutionReport.JOB.equals(channel) ? shards : Math.min(shards, slots(spark));
        return new ExecutionReport(NAME, kernel, Optional.of(channel), executors(spark), tasks, 1, Optional.empty());
    }

    private static SearchSource rows(
            SparkContext spark,
            SearchRequest request,
            ExecutionReport report,
            TableShards training,
            Optional<TableShards> validation) {
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
