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
 * An RDD of groups of neighbouring shards. Each partition holds one element: the readers of a group's training shards and of
 * its validation shards. Shards are read only on demand, and Spark prefers to run a group's task where shards of the group
 * are.
 */
final class ShardGroups extends RDD<ShardGroups.Readers> {

    private static final long serialVersionUID = 1;

    /** The readers of a group; {@code validation} is null if there are no validation rows. */
    record Readers(ShardReader training, ShardReader validation) {}

    private final RDD<Dataset> training;

    /** Null if there are no validation rows. */
    private final RDD<Dataset> validation;

    private final transient Group[] groups;

    private ShardGroups(RDD<Dataset> training, RDD<Dataset> validation, Group[] groups) {
        super(training.context(), dependencies(training, validation, groups), ClassTag.apply(Readers.class));
        this.training = training;
        this.validation = validation;
        this.groups = groups;
    }

    /** Cuts the shards into the given number of groups. */
    static ShardGroups of(TableShards training, Optional<TableShards> validation, int count) {
        RDD<Dataset> trainingShards = training.shards().rdd();
        RDD<Dataset> validationShards =
                validation.map(blocks -> blocks.shards().rdd()).orElse(null);
        Partition[] trainingPartitions = trainingShards.partitions();
        Partition[] validationPartitions = validationShards == null ? new Partition[0] : validationShards.partitions();
        Group[] groups = IntStream.range(0, count)
                .mapToObj(
                        k -> new Group(k, Run.of(trainingPartitions, k, count), Run.of(validationPartitions, k, count)))
                .toArray(Group[]::new);
        return new ShardGroups(trainingShards, validationShards, groups);
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

    /** A run of neighbouring partitions, of which {@code first} is the index of the first one. */
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
