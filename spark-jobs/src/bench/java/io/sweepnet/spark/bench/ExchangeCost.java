package io.sweepnet.spark.bench;

import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.Member;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.channel.StepExchange;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * What an exchange over the step channel costs by the number of tasks, on two executors, and of numbers each adds; and the line
 * through the medians, relative errors least in squares.
 */
public final class ExchangeCost {

    private static final List<Integer> TASKS = List.of(2, 4, 8, 16);
    private static final List<Integer> NUMBERS = List.of(10, 300, 3_000, 30_000);
    private static final int STEPS = 2_000;
    private static final int WARM_UP = 1_000;
    private static final int EXECUTORS = 2;

    private ExchangeCost() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println("| tasks | numbers | median, ms | 90th percentile, ms |");
        System.out.println("| --- | --- | --- | --- |");
        List<double[]> terms = new ArrayList<>();
        List<double[]> ones = new ArrayList<>();
        for (int tasks : TASKS) {
            try (StandaloneCluster cluster = new StandaloneCluster("exchange-cost", Optional.empty())) {
                for (int worker = 0; worker < EXECUTORS; worker++) {
                    cluster.startWorker(tasks / EXECUTORS, 1024);
                }
                try (SparkSession session = Bench.session(
                                cluster.masterUrl(), List.<Path>of(Bench.PROGRAM, Bench.BENCHMARKS))
                        .config("spark.executor.cores", tasks / EXECUTORS)
                        .config("spark.cores.max", tasks)
                        .config("spark.executor.memory", "512m")
                        .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                        .config("spark.plugins", ChannelPlugin.class.getName())
                        .getOrCreate()) {
                    // Of the first run much is compilation.
                    times(session.sparkContext(), tasks, NUMBERS.get(0));
                    for (int numbers : NUMBERS) {
                        double median = print(tasks, numbers, times(session.sparkContext(), tasks, numbers));
                        terms.add(new double[] {1 / median, tasks / median, (double) tasks * numbers / median});
                        ones.add(new double[] {1});
                    }
                }
            }
        }
        QR<Double> errors = QR.R064.make();
        errors.decompose(RawStore.wrap(terms.toArray(double[][]::new)));
        MatrixStore<Double> line = errors.getSolution(RawStore.wrap(ones.toArray(double[][]::new)));
        System.out.printf(
                Locale.ROOT,
                "%nFitted: **%.2f + %.3f tasks + %.6f tasks x numbers** ms%n",
                line.doubleValue(0),
                line.doubleValue(1),
                line.doubleValue(2));
    }

    private static double[] times(SparkContext spark, int tasks, int numbers) {
        RDD<Integer> partitions = JavaSparkContext.fromSparkContext(spark)
                .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .rdd();
        try (StepChannel channel = StepChannel.start(spark, partitions, new Adder(numbers), new double[0])) {
            return channel.nextReport();
        }
    }

    /** Prints a line and returns the median. */
    private static double print(int tasks, int numbers, double[] times) {
        Arrays.sort(times);
        double median = times[times.length / 2];
        System.out.printf(
                Locale.ROOT, "| %d | %,d | %.3f | %.3f |%n", tasks, numbers, median, times[times.length * 9 / 10]);
        return median;
    }

    private static final class Adder implements Member<Integer> {

        private static final long serialVersionUID = 1;

        private final int numbers;

        Adder(int numbers) {
            this.numbers = numbers;
        }

        @Override
        public void run(Iterator<Integer> partition, StepExchange exchange) {
            double[] times = new double[STEPS];
            for (int step = -WARM_UP; step < STEPS; step++) {
                double[] own = new double[numbers];
                Arrays.fill(own, step);
                long begin = System.nanoTime();
                exchange.reduce(Reduction.SUM, own);
                if (step >= 0) {
                    times[step] = (System.nanoTime() - begin) / 1e6;
                }
            }
            exchange.report(times);
            exchange.checkpoint(new double[0]);
        }
    }
}
