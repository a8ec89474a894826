package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.DeadLayers;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rows in the memory of this JVM; a search is answered as the settings of the model say. */
public final class InMemoryTrainingRows implements TrainingRows {

    private final ModelSettings settings;
    private final Dataset dataset;
    private final DirectLoss loss;
    private final Optional<DirectLoss> validationLoss;

    /**
     * The rows of a table, in canonical order.
     *
     * @param validation rows to watch, if any
     * @throws IllegalArgumentException where the table does not fit the network or the loss
     */
    public InMemoryTrainingRows(ModelSettings settings, Dataset dataset, Optional<Dataset> validation) {
        this.settings = settings;
        this.dataset = dataset.canonical();
        this.loss = new DirectLoss(settings.architecture(), this.dataset, settings.loss());
        this.validationLoss =
                validation.map(rows -> new DirectLoss(settings.architecture(), rows.canonical(), settings.loss()));
    }

    /** The rows in canonical order. */
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public double loss(double[] parameters) {
        return loss.of(parameters);
    }

    @Override
    public OptionalDouble validationLoss(double[] parameters) {
        return validationLoss.isPresent()
                ? OptionalDouble.of(validationLoss.get().of(parameters))
                : OptionalDouble.empty();
    }

    @Override
    public CandidateEvaluator evaluator(SearchSettings search, Parameters initial, double initialLoss) {
        return settings.evaluator().create(initial, dataset, settings.loss());
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return new DeadLayers(settings.architecture(), dataset, search).isAnyAt(at);
    }

    @Override
    public InMemoryTrainingRows sample(double share, long seed) {
        int[] rows = RowSample.of(dataset, 0, share, seed);
        return RowSample.counts(dataset, rows)
                ? new InMemoryTrainingRows(settings, dataset.rows(rows), Optional.empty())
                : this;
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return new GradientDescent(descent, initial, dataset, settings.loss());
    }
}
