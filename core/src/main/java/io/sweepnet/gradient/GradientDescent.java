package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Training by {@link Adam} over epochs, with all rows as one batch or in mini-batches, which are drawn again in each epoch.
 * The learning rate is lowered on a plateau of the loss ({@link ReduceOnPlateau}). For example 100 epochs in batches of 32
 * rows:
 *
 * <pre>{@code
 * GradientDescent.Settings settings = new GradientDescent.Settings(
 *         100, 0.01, OptionalInt.of(32), ReduceOnPlateau.Settings.DEFAULT, 1);
 * GradientDescent training = new GradientDescent(settings, initial, table, Losses.of("squared"));
 * training.run((epoch, loss, learningRate, parameters) -> {}, () -> false);
 * Network network = new Network(training.parameters());
 * }</pre>
 *
 * <p>Mutable; not for use by several threads at once.
 */
public final class GradientDescent {

    /**
     * The settings of a training.
     *
     * @param epochs number of epochs, at least 0
     * @param learningRate initial learning rate, above 0, finite
     * @param batchRows number of rows of a mini-batch, at least 1; empty for all rows as one batch
     * @param plateau when and how far the learning rate is lowered
     * @param seed seed of the mini-batches
     */
    public record Settings(
            int epochs, double learningRate, OptionalInt batchRows, ReduceOnPlateau.Settings plateau, long seed) {

        public Settings {
            if (epochs < 0) {
                throw new IllegalArgumentException("the number of epochs must not be negative, got " + epochs);
            }
            if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
                throw new IllegalArgumentException("the learning rate must be above 0 and finite, got " + learningRate);
            }
            if (batchRows.isPresent() && batchRows.getAsInt() < 1) {
                throw new IllegalArgumentException("a batch needs at least 1 row, got " + batchRows.getAsInt());
            }
        }
    }

    /** The reason why training ended. */
    public enum End {
        /** All epochs were completed. */
        EPOCH_LIMIT("epoch-limit"),
        /** The loss became NaN or infinite; the parameters are those of the lowest finite loss. */
        DIVERGED("diverged"),
        /** The caller cancelled it; the parameters are those of the lowest loss so far. */
        CANCELLED("cancelled");

        private final String label;

        End(String label) {
            this.label = label;
        }

        /** Returns the name used in tables. */
        public String label() {
            return label;
        }
    }

    private final Settings settings;
    private final Architecture architecture;
    private final DifferentiableLoss source;

    /** Null if all rows are one batch. */
    private final MiniBatches batches;

    private final Adam adam;
    private final double[] parameters;
    private final double[] gradient;

    private final double[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;

    /**
     * Creates a training on a table in memory, which {@link #run} starts.
     *
     * @throws IllegalArgumentException if an activation or the loss has no useful gradient, which the message names, or if
     *     architecture, table and loss do not fit each other
     */
    public GradientDescent(Settings settings, Parameters initial, Dataset dataset, Loss loss) {
        this(
                settings,
                initial,
                new TableGradient(initial.architecture(), dataset, loss),
                MiniBatches.of(initial.architecture(), dataset, loss, settings));
    }

    /**
     * Creates a training on rows that may be remote, all of them as one batch.
     *
     * @throws IllegalArgumentException if the settings have mini-batches
     */
    public GradientDescent(Settings settings, Parameters initial, DifferentiableLoss source) {
        this(settings, initial, source, null);
        if (settings.batchRows().isPresent()) {
            throw new IllegalArgumentException("mini-batches need all rows in one place");
        }
    }

    private GradientDescent(Settings settings, Parameters initial, DifferentiableLoss source, MiniBatches batches) {
        this.settings = settings;
        this.architecture = initial.architecture();
        this.source = source;
        this.batches = batches;
        this.adam = new Adam(architecture.parameterCount());
        this.parameters = initial.toArray();
        this.gradient = new double[parameters.length];
        this.best = initial.toArray();
    }

    /**
     * Trains until the last epoch, divergence or cancellation.
     *
     * @param listener is notified of each epoch
     * @param cancelled called before each epoch; true ends training, with the parameters of the lowest loss so far
     */
    public End run(GradientListener listener, BooleanSupplier cancelled) {
        ReduceOnPlateau plateau = new ReduceOnPlateau(settings.plateau(), settings.learningRate());
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            if (cancelled.getAsBoolean()) {
                keepBest(source.loss(parameters));
                return endAtBest(End.CANCELLED);
            }
            double loss = batches == null ? source.lossAndGradient(parameters, gradient) : source.loss(parameters);
            if (!keepBest(loss)) {
                return endAtBest(End.DIVERGED);
            }
            if (batches == null) {
                adam.step(parameters, gradient, plateau.learningRate());
            } else {
                batches.train(parameters, adam, epoch, plateau.learningRate());
            }
            plateau.epochEnded(loss);
            listener.onEpoch(epoch, loss, plateau.learningRate(), parameters);
        }
        return keepBest(source.loss(parameters)) ? End.EPOCH_LIMIT : endAtBest(End.DIVERGED);
    }

    /** Keeps the parameters of the lowest loss; returns whether the loss is finite. */
    private boolean keepBest(double loss) {
        if (loss < bestLoss) {
            bestLoss = loss;
            System.arraycopy(parameters, 0, best, 0, parameters.length);
        }
        return Double.isFinite(loss);
    }

    /** Restores the parameters of the lowest loss, since training did not end as planned. */
    private End endAtBest(End end) {
        System.arraycopy(best, 0, parameters, 0, parameters.length);
        return end;
    }

    /** Returns the current parameters; after {@link #run}, the result. */
    public Parameters parameters() {
        return Parameters.of(architecture, parameters);
    }
}
