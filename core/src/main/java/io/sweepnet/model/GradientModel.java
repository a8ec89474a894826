package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.GradientSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;

/**
 * A network trained by Adam: the baseline with which a search is compared.
 *
 * <pre>{@code
 * GradientModel model = new GradientModel(settings);
 * TrainingHistory history = model.train(table, 100, 0.001);
 * }</pre>
 */
public final class GradientModel extends BaseModel {

    /**
     * Creates a model at the random initial parameters of its settings.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public GradientModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /**
     * Creates a model at the given parameters.
     *
     * @throws IllegalArgumentException naming the loss or the activation that has no useful gradient
     */
    public GradientModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
        Backpropagation.requireGradient(settings.architecture(), settings.loss());
    }

    /** Trains for the given number of epochs, starting at the given learning rate. */
    public TrainingHistory train(Dataset dataset, int epochs, double learningRate) {
        return train(dataset, epochs, learningRate, TrainingContext.NONE);
    }

    /** Trains for the given number of epochs, in a context. */
    public TrainingHistory train(Dataset dataset, int epochs, double learningRate, TrainingContext context) {
        return train(rows(dataset, context), epochs, learningRate, context);
    }

    /** Trains for the given number of epochs, on local or remote rows. The validation rows are theirs, not the context's. */
    public TrainingHistory train(GradientSource rows, int epochs, double learningRate, TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(parameters(), rows, context);
        recorder.train(rows, settings().descent(epochs, learningRate));
        return finish(recorder);
    }
}
