package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import java.util.List;

/** All rows of a table that stays on executors: each question is a Spark job over the shards, which keep no state. */
final class JobAnswers implements RemoteRows {

    private final RowProblem problem;
    private final TableShards training;
    private Parameters current;

    JobAnswers(RowProblem problem, TableShards training, Parameters current) {
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
