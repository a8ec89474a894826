package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.SharedFiles;
import io.sweepnet.spark.rows.TablePart;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * A part of a table on executors.
 *
 * @param name the name of the part in the result tables
 * @param part the rows of the part
 */
record ExecutorPart(String name, TablePart part) implements TablePartView {

    @Override
    public <T> List<T> ofShards(ShardFunction<T> function) {
        return part.shards().map(new OfShard<>(function)).collect();
    }

    /**
     * Writes the predictions for the rows on the executors, one file per shard.
     *
     * @param first number of the file of the first shard
     * @return the reasons why files could not be written; empty on success
     */
    List<String> write(Predictions predictions, SharedFiles<PredictionRow> files, int first) {
        return part.shardsWithIds()
                .mapPartitionsWithIndex(new WriteShard(name, predictions, files, first), true)
                .collect();
    }

    /** Returns why executors that hold these rows cannot write files; empty if all can. */
    List<String> refusals(SharedFiles<PredictionRow> files) {
        return part.shards().mapPartitions(new Refusals(files)).collect();
    }

    /** Returns the number of shards. */
    int shards() {
        return part.shards().getNumPartitions();
    }

    private static final class OfShard<T> implements Function<Dataset, T> {

        private static final long serialVersionUID = 1;

        private final ShardFunction<T> function;

        OfShard(ShardFunction<T> function) {
            this.function = function;
        }

        @Override
        public T call(Dataset shard) {
            return function.of(shard, 0, shard.rows());
        }
    }

    private static final class Refusals implements FlatMapFunction<Iterator<Dataset>, String> {

        private static final long serialVersionUID = 1;

        private final SharedFiles<PredictionRow> files;

        Refusals(SharedFiles<PredictionRow> files) {
            this.files = files;
        }

        @Override
        public Iterator<String> call(Iterator<Dataset> shards) {
            return files.refusal().stream().iterator();
        }
    }

    private static final class WriteShard
            implements Function2<Integer, Iterator<Tuple2<Dataset, String[]>>, Iterator<String>> {

        private static final long serialVersionUID = 1;

        private final String part;
        private final Predictions predictions;
        private final SharedFiles<PredictionRow> files;
        private final int first;

        WriteShard(String part, Predictions predictions, SharedFiles<PredictionRow> files, int first) {
            this.part = part;
            this.predictions = predictions;
            this.files = files;
            this.first = first;
        }

        @Override
        public Iterator<String> call(Integer shard, Iterator<Tuple2<Dataset, String[]>> rows) {
            Tuple2<Dataset, String[]> rowsAndIds = rows.next();
            Optional<String> failure =
                    files.write(first + shard, () -> predictions.of(part, rowsAndIds._1(), rowsAndIds._2()));
            return failure.stream().iterator();
        }
    }
}
