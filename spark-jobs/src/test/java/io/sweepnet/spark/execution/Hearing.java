package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.training.TrainingHistory;
import java.util.Iterator;
import java.util.List;

/** Answers the steps of a search with what the members of a channel have told of it. */
record Hearing(Iterator<double[]> reports) implements CandidateEvaluator {

    /** The history of a search as its members tell it, from the first report to the last. */
    static TrainingHistory history(RandomProblem problem, ModelSettings settings, int sweeps, List<double[]> reports) {
        Iterator<double[]> next = reports.iterator();
        ModelSettings hearing = settings.toBuilder()
                .evaluator((initial, dataset, loss) -> new Hearing(next))
                .build();
        TrainingHistory history = new SearchModel(hearing, problem.parameters()).search(problem.dataset(), sweeps);
        assertThat(next.hasNext()).as("more told than asked").isFalse();
        return history;
    }

    @Override
    public Choice best(Step step) {
        return SharedChoice.of(reports.next()).choice();
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {}

    @Override
    public double loss() {
        return SweepEnd.of(reports.next()).loss();
    }

    @Override
    public void close() {}
}
