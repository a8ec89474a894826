package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.GradientSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;

/** A network trained by Adam: the baseline that a search is compared with. */
public final class GradientModel extends BaseModel {

    /**
     * A model at the random initial parameters of its settings.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public GradientModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /**
     * A model at given parameters.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public GradientModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
        Backpropagation.requireGradient(settings.architecture(), settings.loss());
    }

    /** Trains for so many epochs, starting at the given learning rate. */
    public TrainingHistory train(Dataset dataset, int epochs, double learningRate) {
        return train(dataset, epochs, learningRate, TrainingContext.NONE);
    }

    /** Trains for so many epochs, in a context. */
    public TrainingHistory train(Dataset dataset, int epochs, double learningRate, TrainingContext context) {
        return train(rows(dataset, context), epochs, learningRate, context);
    }

    /** Trains for so many epochs, on rows that may be anywhere; those to watch are theirs, not the context's. */
    public TrainingHistory train(GradientSource rows, int epochs, double learningRate, TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(parameters(), rows, context);
        recorder.train(rows, settings().descent(epochs, learningRate));
        return finish(recorder);
    }
}
