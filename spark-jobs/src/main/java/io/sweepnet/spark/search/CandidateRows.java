package io.sweepnet.spark.search;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.InMemoryRows;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.StepChannel;
import java.util.OptionalDouble;
import org.apache.spark.SparkContext;

/**
 * Rows that the driver holds and every executor gets, where a search splits the candidates of each step over executors and all
 * else is done in the driver.
 */
public final class CandidateRows implements TrainingRows {

    private final InMemoryRows table;
    private final Loss loss;
    private final Kernel kernel;
    private final SparkContext spark;
    private final int shares;

    /**
     * @param kernel what evaluates a share of the candidates
     * @param shares into how many parts candidates are cut, at least 1 and at most as many as there are task slots
     */
    public CandidateRows(InMemoryRows table, Loss loss, Kernel kernel, SparkContext spark, int shares) {
        this.table = table;
        this.loss = loss;
        this.kernel = kernel;
        this.spark = spark;
        this.shares = shares;
    }

    @Override
    public double loss(double[] parameters) {
        return table.loss(parameters);
    }

    @Override
    public OptionalDouble validationLoss(double[] parameters) {
        return table.validationLoss(parameters);
    }

    @Override
    public CandidateEvaluator evaluator(SearchSettings search, Parameters initial, double initialLoss) {
        SearchProblem problem = new SearchProblem(search, initial.architecture(), table.dataset(), loss, kernel);
        return StepChannel.isAvailable(spark)
                ? CandidatePartitionedEvaluator.onChannel(spark, shares, problem, initial, initialLoss)
                : CandidatePartitionedEvaluator.inJobs(spark, shares, problem, initial);
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return table.isDead(search, at);
    }

    @Override
    public TrainingRows sample(double share, long seed) {
        return new CandidateRows(table.sample(share, seed), loss, kernel, spark, shares);
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return table.descent(descent, initial);
    }
}
