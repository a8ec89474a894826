package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.SearchRunner;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Replays a search from the reports of the members of a channel. */
final class ReportedSearch {

    private ReportedSearch() {}

    /** Returns the history of a search as its members report it, from the first report to the last. */
    static TrainingHistory history(RandomProblem problem, ModelSettings settings, int sweeps, List<double[]> reports) {
        Iterator<double[]> next = reports.iterator();
        InMemoryTrainingRows table = settings.rows(problem.dataset(), Optional.empty());
        SearchSource reported = new SearchSource() {
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
                return new ChannelRunner(
                        (search, at) -> reports(next), (search, end) -> table.sweepEnd(search, end.loss()));
            }

            @Override
            public boolean isDead(SearchSettings search, Parameters at) {
                return table.isDead(search, at);
            }

            @Override
            public SearchSource sample(double share, long seed) {
                throw new UnsupportedOperationException("reports of a search over a sample are not replayed");
            }
        };
        TrainingHistory history =
                new SearchModel(settings, problem.parameters()).search(reported, sweeps, TrainingContext.NONE);
        assertThat(next.hasNext()).as("reports left over").isFalse();
        return history;
    }

    private static ChannelRunner.Reports reports(Iterator<double[]> next) {
        return new ChannelRunner.Reports() {
            @Override
            public double[] next() {
                return next.next();
            }

            @Override
            public void close() {}
        };
    }
}
