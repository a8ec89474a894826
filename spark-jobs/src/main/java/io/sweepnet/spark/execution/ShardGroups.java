package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Groups of neighbouring shards, each in a partition of its own that holds readers: of the shards to learn from, and of those
 * to watch. Shards are read when they are asked for, and where most of a group is, its task runs best.
 */
final class ShardGroups extends RDD<ShardGroups.Readers> {

    private static final long serialVersionUID = 1;

    /** What a task can read; validation is null where nothing is watched. */
    record Readers(ShardReader training, ShardReader validation) {}

    private final RDD<Dataset> training;

    /** Null where nothing is watched. */
    private final RDD<Dataset> validation;

    private final transient Group[] groups;

    private ShardGroups(RDD<Dataset> training, RDD<Dataset> validation, Group[] groups) {
        super(training.context(), dependencies(training, validation, groups), ClassTag.apply(Readers.class));
        this.training = training;
        this.validation = validation;
        this.groups = groups;
    }

    /** So many groups. */
    static ShardGroups of(RowBlocks training, Optional<RowBlocks> validation, int count) {
        RDD<Dataset> learnt = training.shards().rdd();
        RDD<Dataset> watched = validation.map(blocks -> blocks.shards().rdd()).orElse(null);
        Partition[] ofLearnt = learnt.partitions();
        Partition[] ofWatched = watched == null ? new Partition[0] : watched.partitions();
        Group[] groups = IntStream.range(0, count)
                .mapToObj(k -> new Group(k, Run.of(ofLearnt, k, count), Run.of(ofWatched, k, count)))
                .toArray(Group[]::new);
        return new ShardGroups(learnt, watched, groups);
    }

    private static Seq<Dependency<?>> dependencies(RDD<Dataset> training, RDD<Dataset> validation, Group[] groups) {
        List<Dependency<?>> all = new ArrayList<>();
        all.add(new Parents(training, Arrays.stream(groups).map(Group::training).toArray(Run[]::new)));
        if (validation != null) {
            all.add(new Parents(
                    validation, Arrays.stream(groups).map(Group::validation).toArray(Run[]::new)));
        }
        return CollectionConverters.asScala(all).toSeq();
    }

    @Override
    public Partition[] getPartitions() {
        return groups.clone();
    }

    @Override
    public Iterator<Readers> compute(Partition split, TaskContext task) {
        Group group = (Group) split;
        Readers readers = new Readers(
                group.training().reader(training, task),
                validation == null ? null : group.validation().reader(validation, task));
        return CollectionConverters.asScala(List.of(readers).iterator());
    }

    /** A run of neighbouring partitions, the first of them of a number. */
    @SuppressWarnings("ArrayRecordComponent") // runs are not compared
    private record Run(int first, Partition[] partitions) implements Serializable {

        static Run of(Partition[] all, int group, int groups) {
            int from = (int) ((long) all.length * group / groups);
            int to = (int) ((long) all.length * (group + 1) / groups);
            return new Run(from, Arrays.copyOfRange(all, from, to));
        }

        ShardReader reader(RDD<Dataset> of, TaskContext task) {
            return new RddShards(of, partitions, first, task);
        }
    }

    private record Group(int index, Run training, Run validation) implements Partition {}

    private static final class Parents extends NarrowDependency<Dataset> {

        private static final long serialVersionUID = 1;

        private final transient Run[] runs;

        Parents(RDD<Dataset> parent, Run[] runs) {
            super(parent);
            this.runs = runs;
        }

        @Override
        public Seq<Object> getParents(int partition) {
            return CollectionConverters.asScala(Arrays.stream(runs[partition].partitions())
                            .<Object>map(Partition::index)
                            .toList())
                    .toSeq();
        }
    }
}
