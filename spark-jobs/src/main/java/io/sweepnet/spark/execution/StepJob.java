package io.sweepnet.spark.execution;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.spark.channel.Bid;
import io.sweepnet.spark.channel.Reduction;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * Sends the shares of a step to the executors as one Spark job and reduces their bids.
 *
 * <p>Such a job takes 1.1 to 1.3 ms in one JVM, compared with 5 ms for a new RDD and a lambda, because of one RDD for all
 * steps, {@code SparkContext.runJob} without a Dataset around it, and a named function class, in which Spark's closure cleaner
 * has nothing to inspect.
 */
final class StepJob {

    private static final ClassTag<double[]> ARRAY = ClassTag$.MODULE$.apply(double[].class);

    private final RDD<Integer> shares;
    private final int shareCount;
    private final Broadcast<SearchProblem> problem;

    StepJob(int shareCount, SharedProblem problem) {
        this.shareCount = shareCount;
        this.shares = CandidatePartitionedEvaluator.numbers(problem.spark(), shareCount);
        this.problem = problem.broadcast();
    }

    /** Returns the outcome of the shares' bids for a step. */
    Bid.Outcome bids(double[] parameters, Step step) {
        return run(new ShareFunction(problem, parameters, step, shareCount, null));
    }

    /** Returns the outcome of the second, exact bids of the contenders of an open outcome. */
    Bid.Outcome settle(double[] parameters, Step step, Bid.Outcome open) {
        return run(new ShareFunction(problem, parameters, step, shareCount, open));
    }

    private Bid.Outcome run(ShareFunction function) {
        double[][] bids;
        try {
            bids = (double[][]) shares.context().runJob(shares, function, ARRAY);
        } catch (Exception e) {
            // A job that fails has what its task threw as its cause.
            if (e.getCause() instanceof CheckFailedException failed) {
                throw failed;
            }
            throw e;
        }
        return Bid.outcome(Reduction.LOWEST.reduce(bids, bids[0].length));
    }

    /** The function of a task: it computes the bid of its share. */
    private static final class ShareFunction extends AbstractFunction2<TaskContext, Iterator<Integer>, double[]>
            implements java.io.Serializable {

        private static final long serialVersionUID = 1;

        private final Broadcast<SearchProblem> problem;
        private final double[] parameters;
        private final Step step;
        private final int shareCount;

        /** The open outcome to settle; null for the first bids. */
        private final Bid.Outcome open;

        ShareFunction(
                Broadcast<SearchProblem> problem, double[] parameters, Step step, int shareCount, Bid.Outcome open) {
            this.problem = problem;
            this.parameters = parameters;
            this.step = step;
            this.shareCount = shareCount;
            this.open = open;
        }

        @Override
        public double[] apply(TaskContext task, Iterator<Integer> share) {
            SearchProblem search = problem.value();
            Parameters current = Parameters.of(search.architecture(), parameters);
            try (CandidateShare part = new CandidateShare(search, current, task.partitionId(), shareCount)) {
                Bid bid = part.bid(step);
                return (open == null ? bid : part.settle(step, bid, open)).toPartial();
            }
        }
    }
}
