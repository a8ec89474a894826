package io.sweepnet.spark.channel;

import io.sweepnet.spark.channel.StepExchange.DriverLostException;
import io.sweepnet.spark.channel.StepExchange.OverException;
import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** One attempt of a member's task. It is a named class, so that Spark's closure cleaner has nothing to inspect. */
final class MemberTask<T> extends AbstractFunction2<TaskContext, Iterator<T>, BoxedUnit> implements Serializable {

    private static final long serialVersionUID = 1;

    private final long run;
    private final int members;
    private final Member<T> member;

    MemberTask(long run, int members, Member<T> member) {
        this.run = run;
        this.members = members;
        this.member = member;
    }

    @Override
    public BoxedUnit apply(TaskContext task, Iterator<T> partition) {
        Wire wire = Wire.to(run, members);
        int number = task.partitionId();
        long attempt = task.taskAttemptId();
        try {
            Message.Join join = new Message.Join(run, number, attempt, location());
            member.run(CollectionConverters.asJava(partition), StepExchange.join(join, members, wire));
        } catch (OverException e) {
            // A superseded attempt must fail: one that returns would complete the member's task.
            if (e.isSuperseded()) {
                throw e;
            }
        } catch (Throwable e) {
            if (!isWorthAnotherAttempt(e, task)) {
                report(
                        wire,
                        new Message.Failure(
                                run, number, attempt, "task " + number + " failed with " + FirstLine.named(e)));
            }
            throw MemberTask.<RuntimeException>sneak(e);
        }
        return BoxedUnit.UNIT;
    }

    private static String location() {
        SparkEnv env = SparkEnv.get();
        return "executor " + env.executorId() + " on "
                + env.blockManager().blockManagerId().host();
    }

    /** Returns whether Spark should retry: after communication errors and interruptions, not after errors of the member. */
    private static boolean isWorthAnotherAttempt(Throwable e, TaskContext task) {
        if (task.isInterrupted() || task.fetchFailed().isDefined()) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkException
                    || cause instanceof IOException
                    || cause instanceof InterruptedException
                    || cause instanceof TaskKilledException
                    || cause instanceof DriverLostException) {
                return true;
            }
        }
        return false;
    }

    private static void report(Wire wire, Message message) {
        try {
            wire.ask(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Spark reports the task's failure to the driver as well.
            return;
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneak(Throwable e) throws E {
        throw (E) e;
    }
}
