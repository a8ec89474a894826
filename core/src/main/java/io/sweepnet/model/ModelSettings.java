package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.Starts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The architecture of a model and the settings of its training. Immutable; {@link #builder()} creates settings, {@link
 * #toBuilder()} a changed copy. Serialisable, so that settings can be sent to another JVM.
 *
 * <pre>{@code
 * ModelSettings settings = ModelSettings.builder().inputSize(3).hiddenSizes(5).outputSize(1).kernel(Kernel.DIRECT).build();
 * }</pre>
 *
 * <p>The defaults are those of {@code bin/sweepnet}: ranges of -5 .. 5 with 100 candidates, squared loss, ReLU, the output
 * layer first, seed 42.
 */
public final class ModelSettings implements Serializable {

    private static final long serialVersionUID = 1;

    private final Builder values;
    private final Architecture architecture;

    private ModelSettings(Builder values) {
        this.values = values;
        this.architecture = values.shape.architecture();
        search(0);
        if (!(values.sample > 0 && values.sample <= 1)) {
            throw new IllegalArgumentException("a sample must be above 0 and at most 1, got " + values.sample);
        }
        if (values.batchSize != null && values.batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, got " + values.batchSize);
        }
        Workers.check(values.threads);
    }

    /** Returns a builder with all defaults; the sizes of input and output must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts from these settings. */
    public Builder toBuilder() {
        return values.copy();
    }

    /** Returns the architecture of the network. */
    public Architecture architecture() {
        return architecture;
    }

    /** Returns the loss that training minimises. */
    public Loss loss() {
        return values.loss;
    }

    /** Returns the seed of initial parameters, random orders, ties and mini-batches. */
    public long seed() {
        return values.seed;
    }

    /** Returns the candidates of every parameter. */
    public SearchSpace space() {
        return values.space;
    }

    /** Returns the rule for equally good candidates: as set, or random if the loss or every hidden unit is flat. */
    public Ties ties() {
        return values.ties == null ? SearchDefaults.ties(architecture, values.loss) : values.ties;
    }

    /** Returns the kernel that evaluates the candidates of a search in one JVM; empty for the fastest that serves. */
    public Optional<Kernel> kernel() {
        return Optional.ofNullable(values.kernel);
    }

    /** Returns the maximum number of threads of the kernel; results do not depend on it. */
    public int threads() {
        return values.threads;
    }

    /** Returns whether every step of a search is also played by the direct rule, and a search that differs ends. */
    public boolean check() {
        return values.check;
    }

    /** Returns the share of the rows that the first sweeps of a search use, in (0, 1]. */
    public double sample() {
        return values.sample;
    }

    /** Returns the number of rows of a mini-batch; empty for all rows at once. */
    public OptionalInt batchSize() {
        return values.batchSize == null ? OptionalInt.empty() : OptionalInt.of(values.batchSize);
    }

    /** Returns when the learning rate of Adam drops. */
    public ReduceOnPlateau.Settings plateau() {
        return values.plateau;
    }

    /** Returns the settings of a search of at most the given number of sweeps. */
    public SearchSettings search(int maxSweeps) {
        Ties ties = ties();
        int patience = values.patience == null ? SearchDefaults.patience(ties) : values.patience;
        StopRule stop = new StopRule(maxSweeps, values.tolerance, patience);
        return new SearchSettings(values.space, values.order, ties, values.keepCurrent, stop, values.seed);
    }

    /** Returns the settings of Adam for the given number of epochs, starting at the given learning rate. */
    public GradientDescent.Settings descent(int epochs, double learningRate) {
        return new GradientDescent.Settings(epochs, learningRate, batchSize(), values.plateau, values.seed);
    }

    /**
     * Returns the settings of one start of a search with several starts: these settings with another seed.
     *
     * @param number number of the start, from 0; start 0 has these settings
     */
    public ModelSettings ofStart(int number) {
        return number == 0
                ? this
                : toBuilder().seed(Starts.seed(values.seed, number)).build();
    }

    /**
     * Returns the training rows of a table in this JVM, for models with these settings and for the kernel of the settings.
     *
     * @param validation validation rows, if any
     * @throws IllegalArgumentException if the table does not fit the network or the loss
     */
    public InMemoryTrainingRows rows(Dataset training, Optional<Dataset> validation) {
        return new InMemoryTrainingRows(architecture, values.loss, training, validation)
                .with(kernel(), values.threads)
                .checked(values.check);
    }

    /**
     * Returns random initial parameters: uniform over the range of a grid or an interval; for a list, one of its values. The
     * value of a parameter depends only on the seed, its flat position and its candidates.
     */
    public Parameters initialParameters() {
        return values.space.randomParameters(architecture, values.seed);
    }

    /** Collects settings. Each setter states its default. */
    public static final class Builder implements Serializable, Cloneable {

        private static final long serialVersionUID = 1;

        private NetworkShape shape = NetworkShape.DEFAULT;
        private Loss loss = new SquaredLoss();
        private long seed = 42;
        private SearchSpace space = SearchSpace.DEFAULT;
        private ParameterOrder order = ParameterOrder.OUTPUT_FIRST;
        /** Null for the default, like all other settings of a reference type that may be left open. */
        private Ties ties;

        private boolean keepCurrent = true;
        private double tolerance = 1e-6;
        private Integer patience;
        private double sample = 1;
        private Integer batchSize;
        private ReduceOnPlateau.Settings plateau = ReduceOnPlateau.Settings.DEFAULT;
        private Kernel kernel;
        private int threads = 1;
        private boolean check;

        private Builder() {}

        /** Returns a copy with the same values, all of which are immutable. */
        private Builder copy() {
            try {
                return (Builder) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        /** Sets the number of features; must be set. */
        public Builder inputSize(int size) {
            shape = shape.withInputSize(size);
            return this;
        }

        /** Sets the units of each hidden layer; default none, a linear model. */
        public Builder hiddenSizes(int... sizes) {
            shape = shape.withHiddenSizes(Arrays.stream(sizes).boxed().toList());
            return this;
        }

        /** Sets the number of outputs: that of targets or of classes; must be set. */
        public Builder outputSize(int size) {
            shape = shape.withOutputSize(size);
            return this;
        }

        /** Sets one activation for all hidden layers, or one for each; default ReLU. The output layer has the identity. */
        public Builder activations(Activation... hidden) {
            shape = shape.withActivations(List.of(hidden));
            return this;
        }

        /** Sets a whole architecture, instead of sizes and activations. */
        public Builder architecture(Architecture architecture) {
            shape = shape.withWhole(architecture);
            return this;
        }

        /** Sets the loss that training minimises; default the mean squared error. */
        public Builder loss(Loss loss) {
            this.loss = loss;
            return this;
        }

        /** Sets the seed of all random choices; default 42. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Sets the range of the weights' candidates; default -5 .. 5. Needs {@code low < high}. */
        public Builder weightRange(double low, double high) {
            space = space.withWeightRange(low, high);
            return this;
        }

        /** Sets the range of the biases' candidates; default -5 .. 5. Needs {@code low < high}. */
        public Builder biasRange(double low, double high) {
            space = space.withBiasRange(low, high);
            return this;
        }

        /** Sets the numbers of candidates of weights and of biases, which must be grids; default 100 each. */
        public Builder rangeSizes(int weightCandidates, int biasCandidates) {
            space = space.withSizes(weightCandidates, biasCandidates);
            return this;
        }

        /** Sets the candidates of the weights, instead of a grid: a list, or an {@link Interval} for a continuous range. */
        public Builder weightCandidates(Candidates candidates) {
            space = space.withWeights(candidates);
            return this;
        }

        /** Sets the candidates of the biases, instead of a grid: a list, or an {@link Interval} for a continuous range. */
        public Builder biasCandidates(Candidates candidates) {
            space = space.withBiases(candidates);
            return this;
        }

        /** Sets the order of the parameters in a sweep; default the output layer first. */
        public Builder order(ParameterOrder order) {
            this.order = order;
            return this;
        }

        /** Sets the rule for equally good candidates; default random if the loss or every hidden unit is flat, else the first. */
        public Builder ties(Ties ties) {
            this.ties = ties;
            return this;
        }

        /** Sets whether a parameter's current value is a candidate too; default true, so that no sweep raises the loss. */
        public Builder keepCurrent(boolean keep) {
            keepCurrent = keep;
            return this;
        }

        /**
         * Sets the share of the rows that the first sweeps of a search use, in (0, 1]; default 1, all rows. Below 1 the first
         * half of the sweeps, or fewer if the search converges before, uses a sample; all later sweeps use all rows.
         */
        public Builder sample(double share) {
            sample = share;
            return this;
        }

        /** Sets the smallest decrease of the loss that counts as a gain of a sweep, absolute; default 1e-6. */
        public Builder tolerance(double tolerance) {
            this.tolerance = tolerance;
            return this;
        }

        /** Sets the number of sweeps in a row without gain that end a search; default 1, with random ties 10. */
        public Builder patience(int sweeps) {
            patience = sweeps;
            return this;
        }

        /** Sets the number of rows of a mini-batch of Adam; default all rows at once. */
        public Builder batchSize(int rows) {
            batchSize = rows;
            return this;
        }

        /** Sets when the learning rate drops; default tenfold, after more than 5 epochs without a lower loss. */
        public Builder plateau(ReduceOnPlateau.Settings plateau) {
            this.plateau = plateau;
            return this;
        }

        /** Sets the kernel; a search that it does not serve fails before its first step. Default: the fastest that serves. */
        public Builder kernel(Kernel kernel) {
            this.kernel = kernel;
            return this;
        }

        /** Sets the maximum number of threads of the kernel, at least 1; default 1, the calling thread. */
        public Builder threads(int most) {
            threads = most;
            return this;
        }

        /**
         * Sets whether every step of a search is also played by the direct rule; default false. A search whose kernel chooses
         * anything else ends with a {@link CheckFailedException}; one that passes ends with the same bits, and takes as long as
         * with {@link Kernel#DIRECT}.
         */
        public Builder check(boolean check) {
            this.check = check;
            return this;
        }

        /**
         * Returns the settings.
         *
         * @throws IllegalArgumentException if sizes and activations do not make a network, or sample, tolerance, patience,
         *     batch size or threads are out of their ranges
         */
        public ModelSettings build() {
            return new ModelSettings(copy());
        }
    }
}
