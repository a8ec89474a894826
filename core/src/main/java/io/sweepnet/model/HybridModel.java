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
 * A network trained by coordinate search and then refined by Adam. The search leaves parameters at candidates; Adam moves
 * them off.
 */
public final class HybridModel extends BaseModel {

    /**
     * A model at the random initial parameters of its settings.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public HybridModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /**
     * A model at given parameters.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public HybridModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
        Backpropagation.requireGradient(settings.architecture(), settings.loss());
    }

    /** Searches for at most so many sweeps, then trains for so many epochs from there. */
    public TrainingHistory searchAndTrain(Dataset dataset, int maxSweeps, int epochs, double learningRate) {
        return searchAndTrain(dataset, maxSweeps, epochs, learningRate, TrainingContext.NONE);
    }

    /** Searches, then trains, in a context. A cancelled search is not refined. */
    public TrainingHistory searchAndTrain(
            Dataset dataset, int maxSweeps, int epochs, double learningRate, TrainingContext context) {
        InMemoryTrainingRows rows = rows(dataset, context);
        return searchAndTrain(rows, rows, maxSweeps, epochs, learningRate, context);
    }

    /**
     * Searches, then trains, on rows that may be anywhere; those to watch are theirs, not the context's.
     *
     * @param searched the rows as a search learns from them
     * @param trained the same rows as gradients learn from them
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
     * Refines what a search of the same settings found from the same start, in place of searching again: a search gives
     * the same bits every time. The history is that of both phases, its time the sum of both.
     */
    public TrainingHistory refine(
            TrainingHistory search, Dataset dataset, int epochs, double learningRate, TrainingContext context) {
        return refine(search, rows(dataset, context), epochs, learningRate, context);
    }

    /** Refines what a search found, on rows that may be anywhere; those to watch are theirs, not the context's. */
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
