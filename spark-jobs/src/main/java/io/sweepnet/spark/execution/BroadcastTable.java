package io.sweepnet.spark.execution;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.InMemoryTrainingRows;
import java.util.OptionalDouble;

/**
 * Rows that the driver holds and every executor gets, where a search splits the candidates of each step over executors and all
 * else is done in the driver.
 */
public final class BroadcastTable implements TrainingRows {

    private final InMemoryTrainingRows table;
    private final SharedProblem problem;
    private final int shares;
    private final boolean isForOneSearch;

    /**
     * Rows for any number of searches.
     *
     * @param problem of these rows, which outlives the searches
     * @param shares into how many parts candidates are cut, at least 1 and at most as many as there are task slots
     */
    public BroadcastTable(InMemoryTrainingRows table, SharedProblem problem, int shares) {
        this(table, problem, shares, false);
    }

    private BroadcastTable(InMemoryTrainingRows table, SharedProblem problem, int shares, boolean isForOneSearch) {
        this.table = table;
        this.problem = problem;
        this.shares = shares;
        this.isForOneSearch = isForOneSearch;
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
        Runnable release = isForOneSearch ? problem::discard : () -> {};
        return StepChannel.isAvailable(problem.spark())
                ? CandidatePartitionedEvaluator.onChannel(shares, problem, search, initial, initialLoss, release)
                : CandidatePartitionedEvaluator.inJobs(shares, problem, initial, release);
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return table.isDead(search, at);
    }

    @Override
    public TrainingRows sample(double share, long seed) {
        InMemoryTrainingRows sampled = table.sample(share, seed);
        if (sampled == table) {
            return this;
        }
        SearchProblem whole = problem.problem();
        SearchProblem part = new SearchProblem(whole.architecture(), sampled.dataset(), whole.loss(), whole.kernel());
        return new BroadcastTable(sampled, new SharedProblem(problem.spark(), part), shares, true);
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return table.descent(descent, initial);
    }
}
