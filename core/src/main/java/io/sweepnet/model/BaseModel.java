package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;

/**
 * What the three models share: settings, a network whose parameters training changes, prediction and evaluation. A
 * further training goes on from the parameters reached. Not for use by several threads at once.
 */
public abstract sealed class BaseModel permits SearchModel, GradientModel, HybridModel {

    private final ModelSettings settings;
    private Network network;

    /** A model at the random initial parameters of its settings. */
    BaseModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /** A model at given parameters. */
    BaseModel(ModelSettings settings, Parameters initial) {
        if (!initial.architecture().equals(settings.architecture())) {
            throw new IllegalArgumentException(
                    "parameters of " + initial.architecture() + " do not fit a network of " + settings.architecture());
        }
        this.settings = settings;
        this.network = new Network(initial);
    }

    /** How the model is trained. */
    public ModelSettings settings() {
        return settings;
    }

    /** The network at the parameters reached so far. */
    public Network network() {
        return network;
    }

    /** The outputs of one row of features. */
    public double[] predict(double[] row) {
        return network.predict(row);
    }

    /**
     * The outputs of many rows.
     *
     * @param features [feature][row]
     * @return [output][row]
     */
    public double[][] predict(double[][] features) {
        return network.predict(features);
    }

    /** The loss on a table. */
    public double evaluate(Dataset dataset) {
        return new DirectLoss(settings.architecture(), dataset.canonical(), settings.loss())
                .of(network.parameters().toArray());
    }

    final InMemoryTrainingRows rows(Dataset dataset, TrainingContext context) {
        return settings.rows(dataset, context.validation());
    }

    final Parameters parameters() {
        return network.parameters();
    }

    final TrainingHistory finish(TrainingRecorder recorder) {
        TrainingHistory history = recorder.history();
        network = new Network(history.trained());
        return history;
    }
}
