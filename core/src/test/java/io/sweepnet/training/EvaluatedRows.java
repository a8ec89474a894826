package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rows in memory whose searches are answered by evaluators of the test's own. */
public final class EvaluatedRows implements SearchSource, GradientSource {

    /** Makes an evaluator at some parameters, over the rows of a table in canonical order. */
    @FunctionalInterface
    public interface Evaluators {
        CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss);
    }

    private final InMemoryTrainingRows rows;
    private final Loss loss;
    private final Evaluators evaluators;

    private EvaluatedRows(InMemoryTrainingRows rows, Loss loss, Evaluators evaluators) {
        this.rows = rows;
        this.loss = loss;
        this.evaluators = evaluators;
    }

    public static EvaluatedRows of(ModelSettings settings, Dataset dataset, Evaluators evaluators) {
        return of(settings, dataset, Optional.empty(), evaluators);
    }

    public static EvaluatedRows of(
            ModelSettings settings, Dataset dataset, Optional<Dataset> validation, Evaluators evaluators) {
        InMemoryTrainingRows rows =
                new InMemoryTrainingRows(settings.architecture(), settings.loss(), dataset, validation);
        return new EvaluatedRows(rows, settings.loss(), evaluators);
    }

    @Override
    public double loss(double[] parameters) {
        return rows.loss(parameters);
    }

    @Override
    public OptionalDouble validationLoss(double[] parameters) {
        return rows.validationLoss(parameters);
    }

    @Override
    public SearchRunner runner() {
        return new EvaluatorRunner(this, search -> evaluators.create(search.parameters(), rows.dataset(), loss));
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return rows.isDead(search, at);
    }

    @Override
    public SearchSource sample(double share, long seed) {
        InMemoryTrainingRows sampled = rows.sample(share, seed);
        return sampled == rows ? this : new EvaluatedRows(sampled, loss, evaluators);
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return rows.descent(descent, initial);
    }
}
