package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Training by Adam over epochs, full batch or in mini-batches drawn anew each epoch, the learning rate lowered on a
 * plateau of the loss.
 */
public final class GradientDescent {

    /**
     * How to train.
     *
     * @param epochs at least 0
     * @param learningRate above 0, finite
     * @param batchRows rows of a mini-batch, at least 1; empty for all rows at once
     * @param plateau when the learning rate drops
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

    /** Why training ended. */
    public enum End {
        /** All epochs were made. */
        EPOCH_LIMIT("epoch-limit"),
        /** The loss became NaN or infinite; the parameters are those of the lowest finite loss. */
        DIVERGED("diverged"),
        /** Someone asked it to stop; the parameters are those of the lowest loss so far. */
        CANCELLED("cancelled");

        private final String label;

        End(String label) {
            this.label = label;
        }

        /** The name used in tables. */
        public String label() {
            return label;
        }
    }

    private final Settings settings;
    private final Architecture architecture;
    private final DifferentiableLoss source;

    /** Null where all rows are one batch. */
    private final MiniBatches batches;

    private final Adam adam;
    private final double[] parameters;
    private final double[] gradient;

    private final double[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;

    /**
     * Training that has not begun.
     *
     * @throws IllegalArgumentException naming the activation or the loss that has no useful gradient
     */
    public GradientDescent(Settings settings, Parameters initial, Dataset dataset, Loss loss) {
        this(
                settings,
                initial,
                new TableGradient(initial.architecture(), dataset, loss),
                MiniBatches.of(initial.architecture(), dataset, loss, settings));
    }

    /**
     * Training on rows that may be anywhere, all of them one batch.
     *
     * @throws IllegalArgumentException where the settings ask for mini-batches
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
     * Trains to the end.
     *
     * @param cancelled asked before each epoch; true ends training, with the parameters of the lowest loss so far
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

    /** Remembers the parameters of the lowest loss; false where the loss is not finite. */
    private boolean keepBest(double loss) {
        if (loss < bestLoss) {
            bestLoss = loss;
            System.arraycopy(parameters, 0, best, 0, parameters.length);
        }
        return Double.isFinite(loss);
    }

    /** Training did not end as planned: what it reached last need not be the best it had. */
    private End endAtBest(End end) {
        System.arraycopy(best, 0, parameters, 0, parameters.length);
        return end;
    }

    /** The parameters as they now are. */
    public Parameters parameters() {
        return Parameters.of(architecture, parameters);
    }
}
