package io.sweepnet.spark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels on a real SparkContext of two slots, in one JVM. */
@Timeout(120)
class StepChannelTest {

    private static final int STEPS = 1000;

    private final SparkContext spark = LocalSpark.session().sparkContext();

    private RDD<Integer> partitions(int count) {
        return JavaSparkContext.fromSparkContext(spark)
                .parallelize(IntStream.range(0, count).boxed().toList(), count)
                .rdd();
    }

    /** Adds up what the members have, step by step, and reports every sum. */
    private static void addUp(Iterator<Integer> partition, StepExchange exchange) {
        int own = partition.next() + 1;
        double sum = exchange.start()[0];
        for (int step = 0; step < STEPS; step++) {
            sum = exchange.reduce(Reduction.SUM, new double[] {sum * own})[0] % 1000;
            exchange.report(step, sum);
            if (step % 100 == 99) {
                exchange.checkpoint(new double[] {sum, step});
            }
        }
    }

    private static double[] expected(int members) {
        double[] sums = new double[STEPS];
        double sum = 3;
        for (int step = 0; step < STEPS; step++) {
            double next = 0;
            for (int own = 1; own <= members; own++) {
                next += sum * own;
            }
            sum = next % 1000;
            sums[step] = sum;
        }
        return sums;
    }

    private double[] heard(StepChannel channel) {
        double[] sums = new double[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double[] report = channel.nextReport();
            assertThat(report[0]).isEqualTo(step);
            sums[step] = report[1];
        }
        return sums;
    }

    @Test
    void allMembersGoOnInStepAndTheDriverHearsOfIt() {
        for (int members = 1; members <= 2; members++) {
            try (StepChannel channel =
                    StepChannel.start(spark, partitions(members), StepChannelTest::addUp, new double[] {3})) {
                assertThat(heard(channel)).containsExactly(expected(members));
                assertThatThrownBy(channel::nextReport)
                        .isInstanceOf(ChannelException.class)
                        .hasMessage("the tasks ended before they had told all");
            }
        }
    }

    @Test
    void moreMembersThanSlotsAreRefusedBeforeTheStart() {
        assertThat(StepChannel.slots(spark)).isEqualTo(2);
        // Spark may still count the job of the test before: it reports ends late.
        List<Integer> before = activeJobs();
        assertThatThrownBy(() -> StepChannel.start(spark, partitions(3), StepChannelTest::addUp, new double[] {3}))
                .isInstanceOf(ChannelException.class)
                .hasMessage("3 tasks must run at the same time, and there are 2 task slots: use at most so many"
                        + " partitions, or more executors or cores");
        assertThat(activeJobs()).isSubsetOf(before);
    }

    private List<Integer> activeJobs() {
        return Arrays.stream(spark.statusTracker().getActiveJobIds()).boxed().toList();
    }

    @Test
    void aMemberThatThrowsEndsTheRunWithOneLine() {
        try (StepChannel channel = StepChannel.start(
                spark,
                partitions(2),
                (partition, exchange) -> {
                    exchange.reduce(Reduction.MAX, new double[] {1});
                    if (partition.next() == 1) {
                        throw new IllegalStateException("the cat\nsat");
                    }
                    exchange.reduce(Reduction.MAX, new double[] {1});
                },
                new double[0])) {
            assertThatThrownBy(channel::nextReport)
                    .isInstanceOf(ChannelException.class)
                    .hasMessage("task 1 failed with IllegalStateException: the cat");
        }
    }

    @Test
    void aRunThatIsClosedEndsItsTasks() throws Exception {
        StepChannel channel = StepChannel.start(
                spark,
                partitions(2),
                (partition, exchange) -> {
                    while (true) {
                        exchange.report(exchange.reduce(Reduction.SUM, new double[] {1}));
                    }
                },
                new double[0]);
        assertThat(channel.nextReport()).containsExactly(2);
        channel.close();

        // What Spark tells of its jobs comes a little later than they end.
        while (spark.statusTracker().getActiveJobIds().length > 0) {
            Thread.sleep(10);
        }
    }

    @Test
    void channelsOfOneContextTakeTurns() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Callable<double[]>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                runs.add(() -> {
                    try (StepChannel channel =
                            StepChannel.start(spark, partitions(2), StepChannelTest::addUp, new double[] {3})) {
                        return heard(channel);
                    }
                });
            }
            for (Future<double[]> run : pool.invokeAll(runs)) {
                assertThat(run.get()).containsExactly(expected(2));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theRpcOfSparkAnswersAsACallDoes() throws Exception {
        Coordinator coordinator = new Coordinator(1, new double[] {5});
        long run = Runs.open(coordinator);
        try {
            StepExchange exchange = StepExchange.join(new Message.Join(run, 0, 1, ""), 1, new RpcWire());

            assertThat(exchange.start()).containsExactly(5);
            assertThat(exchange.reduce(Reduction.SUM, new double[] {0.1, 0.2}, 2))
                    .containsExactly(0.1 + 0.2);
        } finally {
            Runs.close(run);
        }
        assertThatThrownBy(() -> StepExchange.join(new Message.Join(run, 0, 2, ""), 1, new RpcWire()))
                .isInstanceOf(StepExchange.OverException.class);
    }

    @Test
    void aLaterAttemptGoesThroughWhatTheLostOneDid() {
        AtomicInteger asked = new AtomicInteger();
        Coordinator coordinator = new Coordinator(1, new double[] {3});
        long run = Runs.open(coordinator);
        Wire losing = new Wire() {
            @Override
            public Object ask(Message message) throws IOException {
                if (asked.incrementAndGet() > 250) {
                    throw new IOException("lost");
                }
                return Runs.deliver(message);
            }

            @Override
            public int patience() {
                return 1;
            }
        };
        Iterator<Integer> partition = List.of(0).iterator();
        assertThatThrownBy(() -> addUp(partition, StepExchange.join(new Message.Join(run, 0, 1, ""), 1, losing)))
                .hasMessage("the driver does not answer");
        StepExchange again = StepExchange.join(new Message.Join(run, 0, 2, ""), 1, new DirectWire(1));
        assertThat(again.start()).as("the last checkpoint").hasSize(2);
        double sum = again.start()[0];
        for (int step = (int) again.start()[1] + 1; step < STEPS; step++) {
            sum = again.reduce(Reduction.SUM, new double[] {sum})[0] % 1000;
            again.report(step, sum);
        }
        again.checkpoint(new double[0]);

        List<Double> steps = new ArrayList<>();
        coordinator.takeReports().forEach(report -> steps.add(report[0]));
        assertThat(steps)
                .as("each step once")
                .containsExactlyElementsOf(
                        IntStream.range(0, STEPS).mapToObj(Double::valueOf).toList());
        Runs.close(run);
    }
}
