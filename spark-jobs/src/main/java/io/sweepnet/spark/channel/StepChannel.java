package io.sweepnet.spark.channel;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * The driver's side of an all-reduce between long-running tasks. One Spark job has a task per member. The tasks live as long
 * as the work and exchange arrays through the driver: in microseconds within one JVM and in a fraction of a millisecond on a
 * cluster, where a job per step takes milliseconds. Spark restarts a lost task, which then catches up; a task that fails
 * ends the run.
 *
 * <p>The channel transports arrays between members and does not interpret them.
 */
public final class StepChannel implements AutoCloseable {

    private static final long SHORTEST_PAUSE = 50_000;
    /** Long, since tasks do not wait for the driver's thread, and polling would take processor time from them. */
    private static final long LONGEST_PAUSE = 20_000_000;

    private static final long CLOSE_SECONDS = 5;

    private final SparkContext spark;
    private final Turn turn;
    private final Coordinator coordinator;
    private final long run;
    private final String group;
    private final ChannelSettings settings;
    private final Thread job;

    private ArrayDeque<double[]> reports = new ArrayDeque<>();

    private <T> StepChannel(SparkContext spark, Turn turn, RDD<T> partitions, Member<T> member, double[] start) {
        this.spark = spark;
        this.turn = turn;
        this.settings = ChannelSettings.of(spark.conf());
        int members = partitions.getNumPartitions();
        this.coordinator = new Coordinator(members, start);
        this.run = Runs.open(coordinator);
        this.group = "sweepnet-channel-" + Long.toHexString(run);
        MemberTask<T> task = new MemberTask<>(run, members, member);
        this.job = new Thread(() -> runJob(partitions, task), group);
        job.setDaemon(true);
        job.start();
    }

    /** Returns whether channels can be started: the {@link ChannelPlugin} was configured when Spark started. */
    public static boolean isAvailable(SparkContext spark) {
        return ChannelPlugin.isLoaded(spark);
    }

    /**
     * Returns how many tasks can run at the same time; waits for the first executor to register.
     *
     * @throws ChannelException if none registers in time
     */
    public static int slots(SparkContext spark) {
        long seconds = ChannelSettings.of(spark.conf()).joinSeconds();
        long begin = System.nanoTime();
        int slots = currentSlots(spark);
        while (slots == 0) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(seconds) || spark.isStopped()) {
                throw new ChannelException("no executor came within " + seconds + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            slots = currentSlots(spark);
        }
        return slots;
    }

    private static int currentSlots(SparkContext spark) {
        return spark.maxNumConcurrentTasks(spark.resourceProfileManager().defaultResourceProfile());
    }

    /**
     * Starts a task per partition, each of which is a member. If another channel runs in this context, waits for its end.
     *
     * @param start the state that {@link StepExchange#start} returns to every member
     * @throws ChannelException if there are fewer task slots than members, all of which must run at the same time
     */
    public static <T> StepChannel start(SparkContext spark, RDD<T> partitions, Member<T> member, double[] start) {
        int members = partitions.getNumPartitions();
        int slots = slots(spark);
        if (slots < members) {
            throw new ChannelException(members + " tasks must run at the same time, and there are " + slots
                    + " task slots: use at most so many partitions, or more executors or cores");
        }
        Turn turn = Turn.take(spark);
        try {
            return new StepChannel(spark, turn, partitions, member, start);
        } catch (Throwable e) {
            turn.close();
            throw e;
        }
    }

    private <T> void runJob(RDD<T> partitions, MemberTask<T> task) {
        try {
            spark.setJobGroup(group, "channel", true);
            spark.runJob(partitions, task, ClassTag$.MODULE$.<BoxedUnit>apply(BoxedUnit.class));
            coordinator.close();
        } catch (Throwable e) {
            coordinator.fail(FirstLine.of(e));
        }
    }

    /**
     * Returns the next report of the first member, in the order of sending; waits for it.
     *
     * @throws ChannelException if the run has failed, took too long or is over
     */
    public double[] nextReport() {
        long pause = SHORTEST_PAUSE;
        while (reports.isEmpty()) {
            reports = coordinator.takeReports();
            if (reports.isEmpty()) {
                checkAlive();
                LockSupport.parkNanos(this, pause);
                pause = Math.min(LONGEST_PAUSE, 2 * pause);
            }
        }
        return reports.remove();
    }

    private void checkAlive() {
        coordinator.overdue(settings).ifPresent(coordinator::fail);
        Optional<String> failure = coordinator.failure();
        if (failure.isPresent()) {
            throw new ChannelException(failure.get());
        }
        // Reports that arrived before the end must still be delivered.
        if (coordinator.isClosed() && !coordinator.hasReports()) {
            throw new ChannelException("the tasks ended before they had told all");
        }
    }

    /** Ends the run, whether its tasks are finished or not, and lets the next run begin. */
    @Override
    public void close() {
        coordinator.close();
        try {
            job.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            if (job.isAlive()) {
                spark.cancelJobGroup(group);
                job.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        } catch (InterruptedException e) {
            spark.cancelJobGroup(group);
            Thread.currentThread().interrupt();
        } finally {
            Runs.close(run);
            turn.close();
        }
    }
}
