package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.kernel.rows.AllRows;
import io.sweepnet.search.kernel.rows.RowQuestion;
import io.sweepnet.spark.channel.StepChannel;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Searches over rows that stay on executors: for each step every shard gives its statistics for all candidates, and these are
 * summed in the order of the shards. The choice does not depend on how many tasks hold the shards or where they run.
 *
 * <p>Where there is a {@linkplain StepChannel channel}, tasks that live as long as the search make its steps among themselves,
 * and keep from step to step what the kernel keeps. Else the driver makes a job of each question, of which nothing is kept.
 */
final class RowPartitionedEvaluator {

    private RowPartitionedEvaluator() {}

    /**
     * An evaluator whose steps travel through a channel. It answers the steps of one search, in their order.
     *
     * @param tasks how many hold the shards, at least 1 and at most as many as there are task slots
     */
    static ChannelEvaluator onChannel(
            SparkContext spark,
            int tasks,
            RowProblem problem,
            RowBlocks training,
            Optional<RowBlocks> validation,
            Parameters initial,
            double initialLoss) {
        double[] start = new CoordinateSearch(problem.settings(), initial, initialLoss).state();
        int groups = Math.min(tasks, training.shards().getNumPartitions());
        return new ChannelEvaluator(
                () -> StepChannel.start(
                        spark, ShardGroups.of(training, validation, groups), new RowMember(problem), start),
                () -> {});
    }

    /** An evaluator that makes a job of each question. */
    static CandidateEvaluator inJobs(RowProblem problem, RowBlocks training, Parameters initial) {
        return problem.evaluator(initial, new InJobs(problem, training, initial));
    }

    private static final class InJobs implements AllRows {

        private final RowProblem problem;
        private final RowBlocks training;
        private Parameters current;

        InJobs(RowProblem problem, RowBlocks training, Parameters current) {
            this.problem = problem;
            this.training = training;
            this.current = current;
        }

        @Override
        public double[] ask(RowQuestion question) {
            RowProblem asked = problem;
            Parameters at = current;
            return ShardJob.sum(
                    training,
                    (shard, rows) -> asked.shards(at, shard, List.of(rows)).answer(question));
        }

        @Override
        public void moved(ParameterIndex parameter, double value) {
            current = current.with(parameter, value);
        }
    }
}
