package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.GradientSource;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;

/**
 * A network trained by coordinate search and then refined by Adam. The search sets parameters to candidates; Adam may move
 * them to any values.
 *
 * <pre>{@code
 * HybridModel model = new HybridModel(settings);
 * TrainingHistory history = model.searchAndTrain(table, 20, 100, 0.001);
 * }</pre>
 */
public final class HybridModel extends BaseModel {

    /**
     * Creates a model at the random initial parameters of its settings.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public HybridModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /**
     * Creates a model at the given parameters.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public HybridModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
        Backpropagation.requireGradient(settings.architecture(), settings.loss());
    }

    /** Searches for at most the given number of sweeps, then trains for the given number of epochs. */
    public TrainingHistory searchAndTrain(Dataset dataset, int maxSweeps, int epochs, double learningRate) {
        return searchAndTrain(dataset, maxSweeps, epochs, learningRate, TrainingContext.NONE);
    }

    /** Searches, then trains, in a context. After a search that is cancelled or diverges there is no training. */
    public TrainingHistory searchAndTrain(
            Dataset dataset, int maxSweeps, int epochs, double learningRate, TrainingContext context) {
        InMemoryTrainingRows rows = rows(dataset, context);
        return searchAndTrain(rows, rows, maxSweeps, epochs, learningRate, context);
    }

    /**
     * Searches, then trains, on local or remote rows. The validation rows are theirs, not the context's.
     *
     * @param searched the training rows for the search
     * @param trained the same rows for gradient descent
     */
    public TrainingHistory searchAndTrain(
            SearchSource searched,
            GradientSource trained,
            int maxSweeps,
            int epochs,
            double learningRate,
            TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(parameters(), searched, context);
        recorder.search(searched, settings().search(maxSweeps), settings().sample());
        return refined(recorder, trained, epochs, learningRate);
    }

    /**
     * Trains from the result of a search with the same settings and initial parameters, instead of searching again: a search
     * has the same bits every time. The history is that of both phases, its time the sum of both.
     */
    public TrainingHistory refine(
            TrainingHistory search, Dataset dataset, int epochs, double learningRate, TrainingContext context) {
        return refine(search, rows(dataset, context), epochs, learningRate, context);
    }

    /** Trains from the result of a search, on local or remote rows. The validation rows are theirs, not the context's. */
    public TrainingHistory refine(
            TrainingHistory search, GradientSource rows, int epochs, double learningRate, TrainingContext context) {
        return refined(TrainingRecorder.after(search, rows, context), rows, epochs, learningRate);
    }

    private TrainingHistory refined(TrainingRecorder recorder, GradientSource rows, int epochs, double learningRate) {
        if (recorder.isDone()) {
            recorder.train(rows, settings().descent(epochs, learningRate));
        }
        return finish(recorder);
    }
}
