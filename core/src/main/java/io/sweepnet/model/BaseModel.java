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
 * The common part of the three models: settings, a network whose parameters training changes, prediction and evaluation.
 * Another training continues from the parameters reached. Not for use by several threads at once.
 *
 * <pre>{@code
 * BaseModel model = new SearchModel(settings);
 * double loss = model.evaluate(table);
 * double[][] outputs = model.predict(table.features());
 * }</pre>
 */
public abstract sealed class BaseModel permits SearchModel, GradientModel, HybridModel {

    private final ModelSettings settings;
    private Network network;

    /** Creates a model at the random initial parameters of its settings. */
    BaseModel(ModelSettings settings) {
        this(settings, settings.initialParameters());
    }

    /**
     * Creates a model at the given parameters.
     *
     * @throws IllegalArgumentException if they are not of the architecture of the settings
     */
    BaseModel(ModelSettings settings, Parameters initial) {
        if (!initial.architecture().equals(settings.architecture())) {
            throw new IllegalArgumentException(
                    "parameters of " + initial.architecture() + " do not fit a network of " + settings.architecture());
        }
        this.settings = settings;
        this.network = new Network(initial);
    }

    /** Returns the settings. */
    public ModelSettings settings() {
        return settings;
    }

    /** Returns the network at the parameters reached so far. */
    public Network network() {
        return network;
    }

    /** Returns the outputs for one row of features. */
    public double[] predict(double[] row) {
        return network.predict(row);
    }

    /**
     * Returns the outputs for many rows.
     *
     * @param features [feature][row]
     * @return [output][row]
     */
    public double[][] predict(double[][] features) {
        return network.predict(features);
    }

    /** Returns the loss on a table, by the direct rule. */
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
