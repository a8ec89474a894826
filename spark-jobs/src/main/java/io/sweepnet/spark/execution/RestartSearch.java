package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.channel.Turn;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.io.Serializable;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Distributes the starts of a search over Spark's executors. One job has a task for each start, which makes the whole search
 * in one thread and sends its history back. A start depends on its number alone, so neither where the tasks run, nor the
 * number of executors, nor lost tasks, which Spark repeats, change a bit of the result.
 */
final class RestartSearch {

    private static final long ASK_MILLIS = 50;

    private final SparkContext spark;
    private final RestartProblem problem;

    /**
     * Creates a search that has not begun.
     *
     * @param training the training rows
     * @param validation rows whose loss is recorded after each sweep, if any
     */
    RestartSearch(SparkContext spark, SearchRequest request, Dataset training, Optional<Dataset> validation) {
        this.spark = spark;
        this.problem = RestartProblem.of(request, training, validation);
    }

    /**
     * Makes the starts and waits for them.
     *
     * @param count number of starts, at least 1
     * @param listener is notified of each start that ends, in the calling thread
     * @param cancelled called several times a second; true ends the search with the starts that have ended by then
     * @return the starts that have ended
     * @throws SearchFailedException if a start failed, or the thread was interrupted while another search had its turn
     * @throws IllegalStateException if Spark could not run the starts; the message states why
     */
    Starts run(int count, TrainingListener listener, BooleanSupplier cancelled) {
        JavaSparkContext java = JavaSparkContext.fromSparkContext(spark);
        Broadcast<RestartProblem> shared = java.broadcast(problem);
        BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        JavaRDD<Integer> numbers =
                java.parallelize(IntStream.range(0, count).boxed().toList(), count);
        boolean isWhole = false;
        SimpleFutureAction<Boolean> job = null;
        Optional<Turn> turn = SearchFailedException.ifChannelFails(() -> Turn.take(spark, cancelled));
        try {
            if (turn.isEmpty()) {
                return new Starts(problem.settings().seed());
            }
            job = spark.submitJob(
                    numbers.rdd(), new StartFunction(shared), partitions(count), new Arrival(ended), new Done());
            Starts starts = gather(count, job, ended, listener, cancelled);
            isWhole = starts.count() == count;
            return starts;
        } finally {
            if (isWhole || job == null) {
                shared.destroy();
            } else {
                // Its tasks may still read the broadcast, which Spark's cleaner therefore removes.
                job.cancel();
            }
            turn.ifPresent(Turn::close);
        }
    }

    private Starts gather(
            int count,
            SimpleFutureAction<Boolean> job,
            BlockingQueue<Ended> ended,
            TrainingListener listener,
            BooleanSupplier cancelled) {
        Starts starts = new Starts(problem.settings().seed());
        while (starts.count() < count) {
            // Read before the queue: when the job is over, all its outcomes are in the queue.
            boolean isOver = job.isCompleted();
            boolean isCancelled = cancelled.getAsBoolean();
            Ended next = isOver || isCancelled ? ended.poll() : await(ended);
            if (next != null) {
                starts.add(next.number(), next.outcome().historyOf(next.number()));
                listener.onStart(starts, count);
            } else if (isCancelled) {
                return starts;
            } else if (isOver && !cancelled.getAsBoolean()) {
                Throwable why = job.value().get().failed().get();
                throw new IllegalStateException("the starts on executors failed: " + FirstLine.of(why), why);
            }
        }
        return starts;
    }

    private static Ended await(BlockingQueue<Ended> ended) {
        try {
            return ended.poll(ASK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starts were searching", e);
        }
    }

    private static Seq<Object> partitions(int count) {
        return CollectionConverters.<Object>asScala(
                        IntStream.range(0, count).<Object>mapToObj(i -> i).toList())
                .toSeq();
    }

    /**
     * The result that a task sends back.
     *
     * @param history the history of the start; null if it failed
     * @param failure why the start failed, and would fail again; null if it did not fail
     */
    private record Outcome(TrainingHistory history, String failure) implements Serializable {

        TrainingHistory historyOf(int number) {
            if (history == null) {
                throw new SearchFailedException("start " + number + " failed on its executor with " + failure);
            }
            return history;
        }
    }

    /** The number of a start that has ended, and its outcome. */
    private record Ended(int number, Outcome outcome) {}

    /** The function of a task: it makes the start whose number is in its partition. */
    private static final class StartFunction extends AbstractFunction1<Iterator<Integer>, Outcome>
            implements Serializable {

        private static final long serialVersionUID = 1;

        private final Broadcast<RestartProblem> problem;

        StartFunction(Broadcast<RestartProblem> problem) {
            this.problem = problem;
        }

        @Override
        public Outcome apply(Iterator<Integer> numbers) {
            TaskContext task = TaskContext.get();
            RestartProblem shared = problem.value();
            Outcome outcome;
            try {
                outcome = new Outcome(shared.search(numbers.next(), task::isInterrupted), null);
            } catch (RuntimeException | Error e) {
                outcome = new Outcome(null, FirstLine.named(e));
            }
            if (task.isInterrupted()) {
                throw new TaskKilledException("cancelled in the middle of its search");
            }
            return outcome;
        }
    }

    /** Receives a task's outcome, in a thread of Spark that must not block. */
    private static final class Arrival extends AbstractFunction2<Object, Outcome, BoxedUnit> {

        private final BlockingQueue<Ended> ended;

        Arrival(BlockingQueue<Ended> ended) {
            this.ended = ended;
        }

        @Override
        public BoxedUnit apply(Object partition, Outcome outcome) {
            ended.add(new Ended((Integer) partition, outcome));
            return BoxedUnit.UNIT;
        }
    }

    /** The result of the job itself, which is not used. */
    private static final class Done extends AbstractFunction0<Boolean> {

        @Override
        public Boolean apply() {
            return true;
        }
    }
}
