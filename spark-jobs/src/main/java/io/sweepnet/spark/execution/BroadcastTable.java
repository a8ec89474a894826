package io.sweepnet.spark.execution;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchState;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.EvaluatorRunner;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.SearchRunner;
import io.sweepnet.training.SearchSource;
import java.util.OptionalDouble;
import org.apache.spark.SparkContext;

/**
 * Rows that the driver holds and broadcasts to all executors. The candidates of each step are split over the executors; the
 * driver does everything else.
 */
final class BroadcastTable implements SearchSource {

    private final InMemoryTrainingRows table;
    private final SharedProblem problem;
    private final int shares;
    private final boolean isForOneSearch;

    /**
     * Creates rows for any number of searches.
     *
     * @param problem the problem of these rows, which the caller discards after the searches
     * @param shares number of parts into which candidates are split, from 1 to the number of task slots
     */
    BroadcastTable(InMemoryTrainingRows table, SharedProblem problem, int shares) {
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
    public SearchRunner runner() {
        return StepChannel.isAvailable(problem.spark())
                ? new ChannelRunner(this::start, (search, reported) -> table.sweepEnd(search, reported.loss()))
                : new EvaluatorRunner(
                        table,
                        search ->
                                new CandidatePartitionedEvaluator(shares, problem, search.parameters(), this::release));
    }

    private ChannelRunner.Reports start(SearchSettings settings, SearchState at) {
        SparkContext spark = problem.spark();
        StepChannel channel = SearchFailedException.ifChannelFails(() -> StepChannel.start(
                spark,
                CandidatePartitionedEvaluator.numbers(spark, shares),
                new CandidateMember(settings, problem.broadcast()),
                at.toArray()));
        return ChannelRunner.Reports.of(channel, this::release);
    }

    private void release() {
        if (isForOneSearch) {
            problem.discard();
        }
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return table.isDead(search, at);
    }

    @Override
    public SearchSource sample(double share, long seed) {
        InMemoryTrainingRows sampled = table.sample(share, seed);
        if (sampled == table) {
            return this;
        }
        SearchProblem whole = problem.problem();
        SearchProblem part = new SearchProblem(
                whole.architecture(), sampled.dataset(), whole.loss(), whole.kernel(), whole.isChecked());
        return new BroadcastTable(sampled, new SharedProblem(problem.spark(), part), shares, true);
    }
}
