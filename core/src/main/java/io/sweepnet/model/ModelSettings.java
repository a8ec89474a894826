package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.random.HashRandom;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.Starts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model is and how it is trained. Immutable; {@link #builder()} makes one, {@link #toBuilder()} a changed copy. Plain
 * data, which can be sent to another JVM.
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
        this.architecture = values.architecture();
        search(0);
        if (!(values.sample > 0 && values.sample <= 1)) {
            throw new IllegalArgumentException("a sample must be above 0 and at most 1, got " + values.sample);
        }
        if (values.batchSize != null && values.batchSize < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 row, got " + values.batchSize);
        }
        Workers.check(values.threads);
    }

    /** Settings with all defaults; the sizes of input and output must be given. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these settings. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The topology. */
    public Architecture architecture() {
        return architecture;
    }

    /** What training minimises. */
    public Loss loss() {
        return values.loss;
    }

    /** Seed of initial parameters, random orders, ties and mini-batches. */
    public long seed() {
        return values.seed;
    }

    /** Candidates of every weight. */
    public Candidates weightCandidates() {
        return values.weights;
    }

    /** Candidates of every bias. */
    public Candidates biasCandidates() {
        return values.biases;
    }

    /** Which of equally good candidates wins: as set, or at random where the loss or every hidden unit is flat. */
    public Ties ties() {
        return values.ties == null ? SearchDefaults.ties(architecture, values.loss) : values.ties;
    }

    /** What evaluates the candidates of a search in one JVM; empty for the fastest kernel that serves. */
    public Optional<Kernel> kernel() {
        return Optional.ofNullable(values.kernel);
    }

    /** The most threads that the kernel may use; what is found does not depend on it. */
    public int threads() {
        return values.threads;
    }

    /** Whether every step of a search is played by the direct rule too, and a search that differs ends. */
    public boolean check() {
        return values.check;
    }

    /** Share of the rows that the first sweeps of a search look at, in (0, 1]. */
    public double sample() {
        return values.sample;
    }

    /** Rows of a mini-batch; empty for all rows at once. */
    public OptionalInt batchSize() {
        return values.batchSize == null ? OptionalInt.empty() : OptionalInt.of(values.batchSize);
    }

    /** When the learning rate of Adam drops. */
    public ReduceOnPlateau.Settings plateau() {
        return values.plateau;
    }

    /** The settings of a search of at most so many sweeps. */
    public SearchSettings search(int maxSweeps) {
        Ties ties = ties();
        int patience = values.patience == null ? SearchDefaults.patience(ties) : values.patience;
        StopRule stop = new StopRule(maxSweeps, values.tolerance, patience);
        return new SearchSettings(
                values.weights, values.biases, values.order, ties, values.keepCurrent, stop, values.seed);
    }

    /** How Adam trains for so many epochs, starting at the given learning rate. */
    public GradientDescent.Settings descent(int epochs, double learningRate) {
        return new GradientDescent.Settings(epochs, learningRate, batchSize(), values.plateau, values.seed);
    }

    /**
     * The settings of one start of a search with several: these with a seed of its own.
     *
     * @param number counts from 0; start 0 has these settings
     */
    public ModelSettings ofStart(int number) {
        return number == 0
                ? this
                : toBuilder().seed(Starts.seed(values.seed, number)).build();
    }

    /**
     * The rows of a table as models of these settings learn from them in this JVM, searched by the kernel of the settings.
     *
     * @param validation rows to watch, if any
     * @throws IllegalArgumentException where the table does not fit the network or the loss
     */
    public InMemoryTrainingRows rows(Dataset training, Optional<Dataset> validation) {
        return new InMemoryTrainingRows(architecture, values.loss, training, validation)
                .with(kernel(), values.threads)
                .checked(values.check);
    }

    /**
     * Random initial parameters: uniform over the range, that of a grid too; of a list of values, one of them. A parameter's value
     * depends on the seed and its flat position alone.
     */
    public Parameters initialParameters() {
        double[] flat = new double[architecture.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            ParameterIndex parameter = architecture.parameterIndex(i);
            Candidates candidates = parameter.isWeight() ? values.weights : values.biases;
            double random = HashRandom.uniform(values.seed, HashRandom.Role.INITIAL_PARAMETER, i);
            flat[i] = candidates instanceof Values list
                    ? list.value(list.from() + (int) (random * list.count()))
                    : candidates.low() + random * (candidates.high() - candidates.low());
        }
        return Parameters.of(architecture, flat);
    }

    /** Collects settings. Each setter states its default. */
    public static final class Builder implements Serializable {

        private static final long serialVersionUID = 1;

        private int inputSize;
        private List<Integer> hiddenSizes = List.of();
        private int outputSize;
        private List<Activation> activations = List.of(Activation.of("relu"));
        /** Null where sizes and activations make it. */
        private Architecture whole;

        private Loss loss = new SquaredLoss();
        private long seed = 42;
        private Candidates weights = Grid.of(-5, 5, 100);
        private Candidates biases = Grid.of(-5, 5, 100);
        private ParameterOrder order = ParameterOrder.OUTPUT_FIRST;
        /** Null for the default, as all that may be left open. */
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

        private Builder(Builder other) {
            inputSize = other.inputSize;
            hiddenSizes = other.hiddenSizes;
            outputSize = other.outputSize;
            activations = other.activations;
            whole = other.whole;
            loss = other.loss;
            seed = other.seed;
            weights = other.weights;
            biases = other.biases;
            order = other.order;
            ties = other.ties;
            keepCurrent = other.keepCurrent;
            tolerance = other.tolerance;
            patience = other.patience;
            sample = other.sample;
            batchSize = other.batchSize;
            plateau = other.plateau;
            kernel = other.kernel;
            threads = other.threads;
            check = other.check;
        }

        /** Number of features; must be given. */
        public Builder inputSize(int size) {
            inputSize = size;
            return this;
        }

        /** Units of each hidden layer; default none, a linear model. */
        public Builder hiddenSizes(int... sizes) {
            hiddenSizes = Arrays.stream(sizes).boxed().toList();
            return this;
        }

        /** Number of outputs: targets, or classes; must be given. */
        public Builder outputSize(int size) {
            outputSize = size;
            return this;
        }

        /** One activation for all hidden layers, or one for each; default ReLU. The output layer has none. */
        public Builder activations(Activation... hidden) {
            activations = List.of(hidden);
            return this;
        }

        /** A whole topology, in place of sizes and activations. */
        public Builder architecture(Architecture architecture) {
            whole = architecture;
            return this;
        }

        /** What training minimises; default the mean squared error. */
        public Builder loss(Loss loss) {
            this.loss = loss;
            return this;
        }

        /** Seed of everything random; default 42. */
        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        /** Range of the weights' candidates; default -5 .. 5. Needs low < high. */
        public Builder weightRange(double low, double high) {
            weights = ranged(weights, low, high);
            return this;
        }

        /** Range of the biases' candidates; default -5 .. 5. Needs low < high. */
        public Builder biasRange(double low, double high) {
            biases = ranged(biases, low, high);
            return this;
        }

        /** How many candidates weights and biases have, spaced evenly over their ranges; default 100 each. */
        public Builder rangeSizes(int weightCandidates, int biasCandidates) {
            weights = resized(weights, weightCandidates);
            biases = resized(biases, biasCandidates);
            return this;
        }

        /** Candidates of the weights, in place of a grid: a list, or an {@link Interval} for the whole range. */
        public Builder weightCandidates(Candidates candidates) {
            weights = candidates;
            return this;
        }

        /** Candidates of the biases, in place of a grid: a list, or an {@link Interval} for the whole range. */
        public Builder biasCandidates(Candidates candidates) {
            biases = candidates;
            return this;
        }

        /** Order of the parameters in a sweep; default the output layer first. */
        public Builder order(ParameterOrder order) {
            this.order = order;
            return this;
        }

        /** Which of equally good candidates wins; default at random where the loss is flat, else the first. */
        public Builder ties(Ties ties) {
            this.ties = ties;
            return this;
        }

        /** Whether a parameter's current value is a candidate too; default true, so that no sweep raises the loss. */
        public Builder keepCurrent(boolean keep) {
            keepCurrent = keep;
            return this;
        }

        /**
         * Share of the rows that the first sweeps of a search look at, above 0; default 1, all of them. Below 1 the first half of
         * the sweeps, or fewer if the search converges before, sees a sample; the sweeps after that see all rows.
         */
        public Builder sample(double share) {
            sample = share;
            return this;
        }

        /** What a sweep must lower the loss by to count as a gain, absolute; default 1e-6. */
        public Builder tolerance(double tolerance) {
            this.tolerance = tolerance;
            return this;
        }

        /** Sweeps in a row without gain that end a search; default 1, with ties at random 10. */
        public Builder patience(int sweeps) {
            patience = sweeps;
            return this;
        }

        /** Rows of a mini-batch of Adam; default all rows at once. */
        public Builder batchSize(int rows) {
            batchSize = rows;
            return this;
        }

        /** When the learning rate drops; default tenfold, after more than 5 epochs without a better loss. */
        public Builder plateau(ReduceOnPlateau.Settings plateau) {
            this.plateau = plateau;
            return this;
        }

        /**
         * What evaluates the candidates of a search; default the fastest kernel that serves. One that does not serve such a
         * search refuses it when it begins.
         */
        public Builder kernel(Kernel kernel) {
            this.kernel = kernel;
            return this;
        }

        /** The most threads that the kernel may use, at least 1; default 1, the calling thread. */
        public Builder threads(int most) {
            threads = most;
            return this;
        }

        /**
         * Whether every step of a search is played by the direct rule too; default false. A search whose kernel chooses anything
         * else ends with a {@link CheckFailedException}; one that passes ends with the same bits, and takes as long as with {@link
         * Kernel#DIRECT}.
         */
        public Builder check(boolean check) {
            this.check = check;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException where sizes and activations make no network, or tolerance, patience or batch
         *     size or threads are out of their ranges
         */
        public ModelSettings build() {
            return new ModelSettings(new Builder(this));
        }

        private static Grid resized(Candidates candidates, int size) {
            if (candidates instanceof Grid grid) {
                return Grid.of(grid.low(), grid.high(), size);
            }
            String kind = candidates instanceof Interval ? "a continuous range" : "a list of candidates";
            throw new IllegalStateException(kind + " has the size it has: " + candidates);
        }

        private static Candidates ranged(Candidates candidates, double low, double high) {
            return candidates instanceof Interval
                    ? new Interval(low, high)
                    : Grid.of(low, high, candidates instanceof Grid grid ? grid.size() : 100);
        }

        private Architecture architecture() {
            if (whole != null) {
                return whole;
            }
            List<Activation> hidden = new ArrayList<>(activations);
            if (activations.size() == 1) {
                hidden = Collections.nCopies(hiddenSizes.size(), activations.get(0));
            }
            return Architecture.of(inputSize, hiddenSizes, outputSize, hidden);
        }
    }
}
