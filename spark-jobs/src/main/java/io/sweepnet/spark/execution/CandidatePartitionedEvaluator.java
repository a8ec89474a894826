package io.sweepnet.spark.execution;

import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.spark.channel.Bid;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;

/**
 * An evaluator that partitions the candidates of each step over Spark's executors in one job. The data is broadcast once,
 * every task finds the best candidate of its share, and the shares' choices are reduced to the lowest (loss, rank). The
 * choice does not depend on the number of shares or on where they run. Executors keep no state between steps.
 */
final class CandidatePartitionedEvaluator implements CandidateEvaluator {

    private final Architecture architecture;
    private final double[] parameters;
    private final DirectLoss loss;
    private final StepJob job;
    private final Runnable release;

    private long directDecisions;

    /**
     * Creates an evaluator at the given parameters.
     *
     * @param shares number of parts into which each step's candidates are split, at least 1; best is the number of task slots
     * @param release run when the evaluator is closed
     */
    CandidatePartitionedEvaluator(int shares, SharedProblem shared, Parameters initial, Runnable release) {
        if (shares < 1) {
            throw new IllegalArgumentException("candidates need at least 1 share, got " + shares);
        }
        SearchProblem problem = shared.problem();
        this.architecture = problem.architecture();
        this.parameters = initial.toArray();
        this.loss = new DirectLoss(architecture, problem.dataset(), problem.loss());
        this.job = new StepJob(shares, shared);
        this.release = release;
    }

    /** Returns an RDD of the given number of partitions, each of which holds its own index. */
    static RDD<Integer> numbers(SparkContext spark, int count) {
        return JavaSparkContext.fromSparkContext(spark)
                .parallelize(IntStream.range(0, count).boxed().toList(), count)
                .rdd();
    }

    @Override
    public Choice best(Step step) {
        Bid.Outcome outcome = job.bids(parameters, step);
        SharedChoice chosen = outcome.isOpen()
                ? SharedChoice.settled(outcome, job.settle(parameters, step, outcome))
                : SharedChoice.of(outcome);
        directDecisions += chosen.isDirect() ? 1 : 0;
        return chosen.choice();
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
    }

    @Override
    public double loss() {
        return loss.of(parameters);
    }

    @Override
    public long directDecisions() {
        return directDecisions;
    }

    @Override
    public void close() {
        release.run();
    }
}
