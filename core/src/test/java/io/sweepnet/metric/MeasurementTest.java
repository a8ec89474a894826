package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics of a network on a table, in one place and by shards that are measured elsewhere. */
class MeasurementTest {

    private static final int FEATURES = 3;

    /** One shard of 1,500 rows, two of 2,048, and four of 5,000. */
    @ParameterizedTest
    @CsvSource({"1500, 0", "2048, 0", "5000, 0", "1500, 3", "2048, 3", "5000, 3", "5000, 2"})
    void shardsMeasuredElsewhereGiveTheSameBits(int rows, int classes) throws Exception {
        Random random = new Random(rows + classes);
        Dataset table = table(random, rows, classes);
        Network network = network(random, Math.max(1, classes));
        TargetScaling scaling = classes > 0 ? TargetScaling.NONE : new TargetScaling(0.3, 7);
        Loss loss = classes > 0 ? new CrossEntropyLoss() : new SquaredLoss();
        List<Metric> metrics = Metrics.with(loss);

        List<MetricValue> whole =
                Measurement.of(network, table, scaling, metrics).values();

        Shards shards = Shards.of(rows);
        TargetSummary target = TargetSummary.of(table, scaling);
        Measurement merged = null;
        for (int i = 0; i < shards.count(); i++) {
            int[] indices = IntStream.range(shards.from(i), shards.to(i)).toArray();
            Dataset shard = table.rows(indices);
            Measurement one =
                    sent(Measurement.ofShard(network, shard, 0, shard.rows(), scaling, sent(metrics), sent(target)));
            if (merged == null) {
                merged = one;
            } else {
                merged.merge(one);
            }
        }
        assertThat(merged.values()).isEqualTo(whole);
        assertThat(whole).extracting(MetricValue::value).doesNotContainNull();
        assertThat(whole.get(0).value())
                .as("the loss by the direct rule")
                .isEqualTo(new DirectLoss(network.architecture(), table, loss)
                        .of(network.parameters().toArray()));
    }

    @Test
    void aTableOfSeveralTargetsIsRefused() {
        Dataset table = Dataset.of(new double[][] {{1}}, new double[][] {{1}, {2}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TargetSummary.of(table, TargetScaling.NONE))
                .withMessage("metrics are of one target, got [y0, y1]");
    }

    private static Dataset table(Random random, int rows, int classes) {
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < FEATURES; i++) {
            builder.feature("x" + i, random.doubles(rows, -1, 1).toArray());
        }
        builder.target(
                "y",
                classes > 0
                        ? random.ints(rows, 0, classes).asDoubleStream().toArray()
                        : random.doubles(rows, -1, 1).toArray());
        double[] weights = random.doubles(rows).map(w -> w < 0.1 ? 0 : w).toArray();
        builder.weights(weights);
        if (classes > 0) {
            builder.classes(
                    IntStream.range(0, classes).mapToObj(k -> "class " + k).toList());
        }
        return builder.build();
    }

    private static Network network(Random random, int outputs) {
        Architecture architecture = Architecture.of(FEATURES, List.of(4), outputs, List.of(Activation.RELU));
        return new Network(Parameters.of(
                architecture,
                random.doubles(architecture.parameterCount(), -1, 1).toArray()));
    }

    /** As it comes out of another JVM. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static <T> T sent(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
