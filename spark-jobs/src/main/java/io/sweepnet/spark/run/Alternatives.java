package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.RowMemory;
import io.sweepnet.spark.execution.ShardedTable;
import io.sweepnet.spark.execution.ShardedTrainingRows;
import io.sweepnet.spark.execution.SharedProblem;
import io.sweepnet.spark.run.SearchPlace.Alternative;
import io.sweepnet.spark.run.SearchPlace.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Where else than in the driver a search can run whose rows the driver holds.
 *
 * @param kernel what searches in the driver
 * @param split rows to learn from and to watch
 */
record Alternatives(
        SearchConfig search, Kernel kernel, Architecture architecture, Loss loss, Split split, SparkContext spark) {

    /** An executor needs a table twice: as it comes and as it is used. */
    private static final double COPIES = 2;

    private static final double MEGABYTE = 1024.0 * 1024;

    /**
     * Those that can serve, that of the least set-up first.
     *
     * @throws ChannelException where one could, and no executor comes
     */
    List<Alternative> all() {
        // A continuous range is not split.
        boolean isSplit = search.candidates() != CandidateKind.EXACT && StepChannel.isAvailable(spark);
        if (search.restarts() == 1 && !isSplit) {
            return List.of();
        }
        int slots = StepChannel.slots(spark);
        List<Alternative> all = new ArrayList<>();
        boolean isTableForEach = isTableForEachExecutor(slots);
        if (search.restarts() > 1 && isTableForEach) {
            SearchPlace place = SearchPlace.onExecutors(search, kernel, split, spark);
            all.add(new Alternative(place, slots, () -> {}));
        }
        if (isSplit) {
            if (isTableForEach) {
                SharedProblem shared = new SharedProblem(spark, SearchPlace.problem(architecture, loss, split, kernel));
                all.add(new Alternative(SearchPlace.overCandidates(search, shared, split), 1, shared::discard));
            }
            if (kernel.spreadRefusal(architecture, loss, false).isEmpty() && cut().count() > 1) {
                all.add(overRows(Math.min(cut().count(), slots)));
            }
        }
        return all;
    }

    private Shards cut() {
        return Shards.of(split.training().rows());
    }

    /** Whether each executor has memory for the whole table, and for what each of its tasks keeps of it. */
    private boolean isTableForEachExecutor(int slots) {
        double table = bytes(split.training())
                + split.validation().map(Alternatives::bytes).orElse(0.0);
        double kept = RowMemory.keptBytes(architecture, split.training().rows());
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

    private Alternative overRows(int tasks) {
        ShardedTable training = new ShardedTable(spark, split.training());
        Optional<ShardedTable> validation = split.validation().map(rows -> new ShardedTable(spark, rows));
        Rows rows = settings -> new ShardedTrainingRows(
                settings, training.blocks(), validation.map(ShardedTable::blocks), kernel, spark, tasks);
        SearchPlace place = new SearchPlace(
                ExecutionKind.ROWS,
                kernel,
                SearchPlace.channel(spark),
                SearchPlace.executors(spark),
                tasks,
                1,
                rows,
                Optional.empty());
        return new Alternative(place, 1, () -> {
            training.discard();
            validation.ifPresent(ShardedTable::discard);
        });
    }
}
