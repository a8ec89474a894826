package io.sweepnet.spark.bench;

import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.Member;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.channel.StepExchange;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * What a step costs that does nothing but add up an array of {@value #NUMBERS} numbers of each of two tasks: over the step
 * channel, and as a Spark job of its own, made as cheap as such a job gets.
 */
public final class StepCost {

    private static final int STEPS = 20_000;
    private static final int WARM_UP = 2_000;
    private static final int NUMBERS = 100;
    private static final int TASKS = 2;

    private StepCost() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println("| where | way | median, ms | 90th percentile, ms | steps |");
        System.out.println("| --- | --- | --- | --- | --- |");
        try (SparkSession session = session("local[2]", List.of())) {
            measure("one JVM, local[2]", session.sparkContext());
        }
        try (StandaloneCluster cluster = new StandaloneCluster("step-cost", Optional.empty())) {
            cluster.startWorker(1, 1024);
            cluster.startWorker(1, 1024);
            List<Path> jars = List.of(Bench.PROGRAM, Bench.BENCHMARKS);
            try (SparkSession session = session(cluster.masterUrl(), jars)) {
                measure("standalone, two executor JVMs", session.sparkContext());
            }
        }
    }

    private static SparkSession session(String master, List<Path> jars) {
        var builder = Bench.session(master, jars)
                .config("spark.executor.cores", 1)
                .config("spark.cores.max", TASKS)
                .config("spark.executor.memory", "512m")
                .config("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .config("spark.plugins", ChannelPlugin.class.getName());
        return builder.getOrCreate();
    }

    private static void measure(String where, SparkContext spark) {
        RDD<Integer> partitions = JavaSparkContext.fromSparkContext(spark)
                .parallelize(IntStream.range(0, TASKS).boxed().toList(), TASKS)
                .rdd();
        double[] job = jobs(spark, partitions);
        double[] channel = channel(spark, partitions);
        print(where, "a job per step", job);
        print(where, "step channel", channel);
        System.out.printf(
                Locale.ROOT,
                "| %s | **job / channel** | **%.1f** | **%.1f** | |%n",
                where,
                quantile(job, 0.5) / quantile(channel, 0.5),
                quantile(job, 0.9) / quantile(channel, 0.9));
    }

    private static void print(String where, String way, double[] milliseconds) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %,d |%n",
                where,
                way,
                quantile(milliseconds, 0.5),
                quantile(milliseconds, 0.9),
                milliseconds.length);
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.floor(share * (sorted.length - 1))];
    }

    private static double[] jobs(SparkContext spark, RDD<Integer> partitions) {
        double[] times = new double[STEPS];
        double[] sum = new double[NUMBERS];
        for (int step = -WARM_UP; step < STEPS; step++) {
            long begin = System.nanoTime();
            double[][] partials = (double[][])
                    spark.runJob(partitions, new Partial(sum), ClassTag$.MODULE$.<double[]>apply(double[].class));
            sum = new double[NUMBERS];
            for (double[] partial : partials) {
                for (int i = 0; i < NUMBERS; i++) {
                    sum[i] += partial[i];
                }
            }
            if (step >= 0) {
                times[step] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return times;
    }

    private static double[] channel(SparkContext spark, RDD<Integer> partitions) {
        try (StepChannel channel = StepChannel.start(spark, partitions, new Stepper(), new double[0])) {
            return channel.nextReport();
        }
    }

    private static double[] partial(double[] sum) {
        double[] partial = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            partial[i] = 0.5 * sum[i] + 1;
        }
        return partial;
    }

    private static final class Partial
            extends AbstractFunction2<TaskContext, scala.collection.Iterator<Integer>, double[]>
            implements Serializable {

        private static final long serialVersionUID = 1;

        private final double[] sum;

        Partial(double[] sum) {
            this.sum = sum;
        }

        @Override
        public double[] apply(TaskContext task, scala.collection.Iterator<Integer> partition) {
            return partial(sum);
        }
    }

    private static final class Stepper implements Member<Integer> {

        private static final long serialVersionUID = 1;

        @Override
        public void run(Iterator<Integer> partition, StepExchange exchange) {
            double[] times = new double[STEPS];
            double[] sum = new double[NUMBERS];
            for (int step = -WARM_UP; step < STEPS; step++) {
                long begin = System.nanoTime();
                sum = exchange.reduce(Reduction.SUM, partial(sum));
                if (step >= 0) {
                    times[step] = (System.nanoTime() - begin) / 1e6;
                }
            }
            exchange.report(times);
            exchange.checkpoint(new double[0]);
        }
    }
}
