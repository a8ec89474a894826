package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.spark.execution.memory.RowMemory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * A task's shards. As many as fit into the task's share of the memory are kept, with the kernel's state for them. The others
 * are read for each question, if necessary from disk, so that a table larger than the memory only takes longer.
 */
final class MemberShards implements RowShards {

    private final RowProblem problem;
    private final ShardReader reader;
    private final List<Dataset> kept = new ArrayList<>();
    private final RowShards keptShards;
    private Parameters current;

    MemberShards(RowProblem problem, ShardReader reader, Parameters at, int members) {
        this.problem = problem;
        this.reader = reader;
        this.current = at;
        SparkConf conf = SparkEnv.get().conf();
        double left = RowMemory.of(conf).bytesOfTask(tasksHere(conf, members));
        for (int shard = reader.first(); shard < reader.first() + reader.count(); shard++) {
            Dataset rows = reader.hold(shard);
            left -= bytes(rows, reader.isInMemory(shard));
            if (left < 0) {
                break;
            }
            kept.add(rows);
        }
        this.keptShards = problem.shards(at, reader.first(), kept);
    }

    private static int tasksHere(SparkConf conf, int members) {
        int cores = conf.getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
        return Math.max(1, Math.min(members, cores));
    }

    private double bytes(Dataset rows, boolean isInMemory) {
        int columns = isInMemory ? 0 : rows.features().length + rows.targets().length + 2;
        return RowMemory.keptBytes(problem.architecture(), rows.rows()) + (double) Double.BYTES * columns * rows.rows();
    }

    @Override
    public double[] answer(RowQuestion question) {
        double[] answer = keptShards.answer(question);
        for (int shard = reader.first() + kept.size(); shard < reader.first() + reader.count(); shard++) {
            double[] more =
                    problem.shards(current, shard, List.of(reader.read(shard))).answer(question);
            for (int i = 0; i < answer.length; i++) {
                answer[i] += more[i];
            }
        }
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        current = current.with(parameter, value);
        keptShards.moved(parameter, value);
    }

    @Override
    public void forgetMoves() {
        keptShards.forgetMoves();
    }

    /** Returns the current parameters of the search. */
    Parameters current() {
        return current;
    }

    /** Iterates over all shards in their order, kept or not. */
    Iterable<Dataset> all() {
        return () -> new Iterator<>() {
            private int next = reader.first();

            @Override
            public boolean hasNext() {
                return next < reader.first() + reader.count();
            }

            @Override
            public Dataset next() {
                int shard = next++;
                // Kept shards are not read again: Spark may have cached the block on another executor.
                return shard - reader.first() < kept.size() ? kept.get(shard - reader.first()) : reader.read(shard);
            }
        };
    }
}
