package io.sweepnet.spark.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.cluster.StandaloneCluster;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingListener;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/** What the driver's heap holds, after a collection of garbage, in a search of many steps on two executors. */
public final class DriverHeap {

    private static final int STEPS = 20_000;
    private static final int STEPS_BETWEEN = 2_000;
    private static final int ROWS = 442;
    private static final int FEATURES = 10;
    private static final List<Integer> HIDDEN = List.of(50, 20);
    private static final int EXECUTORS = 2;
    private static final double MEGABYTE = 1024.0 * 1024;

    private DriverHeap() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        ModelSettings settings = ModelSettings.builder()
                .architecture(Architecture.of(FEATURES, HIDDEN, 1, List.of(Activation.RELU, Activation.RELU)))
                .loss(new SquaredLoss())
                .build();
        System.out.printf(
                Locale.ROOT,
                "%d parameters, %d rows%n| steps | heap in use, MB |%n| --- | --- |%n",
                settings.architecture().parameterCount(),
                ROWS);
        try (StandaloneCluster cluster = new StandaloneCluster("heap", Optional.empty())) {
            for (int worker = 0; worker < EXECUTORS; worker++) {
                cluster.startWorker(1, 1024);
            }
            try (SparkSession session = Bench.session(cluster.masterUrl(), List.of(Bench.PROGRAM))
                    .config("spark.executor.cores", 1)
                    .config("spark.cores.max", EXECUTORS)
                    .config("spark.executor.memory", "512m")
                    .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                    .config("spark.plugins", ChannelPlugin.class.getName())
                    .getOrCreate()) {
                Heap heap = new Heap();
                new SearchModel(settings)
                        .search(
                                TimedSearch.candidates(session.sparkContext()).rows(settings, table()),
                                STEPS,
                                new TrainingContext(Optional.empty(), heap, heap::isDone));
            }
        }
    }

    private static Dataset table() {
        SplittableRandom random = new SplittableRandom(13);
        double[][] x = IntStream.range(0, FEATURES)
                .mapToObj(i -> random.doubles(ROWS, -1, 1).toArray())
                .toArray(double[][]::new);
        double[] y = IntStream.range(0, ROWS)
                .mapToDouble(row -> Math.max(0, x[0][row] + x[1][row]) - x[2][row] * x[3][row])
                .toArray();
        Dataset.Builder table = Dataset.builder();
        for (int i = 0; i < FEATURES; i++) {
            table.feature("x" + i, x[i]);
        }
        return table.target(Tables.TARGET, y).build().canonical();
    }

    /** Looks at the heap now and then. */
    private static final class Heap implements TrainingListener {

        private int steps;

        boolean isDone() {
            return steps >= STEPS;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            steps++;
            if (steps % STEPS_BETWEEN == 0) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %.1f |%n",
                        steps,
                        (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
            }
        }
    }
}
