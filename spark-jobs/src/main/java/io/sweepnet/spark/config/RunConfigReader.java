package io.sweepnet.spark.config;

import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.network.Activation;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Creates the configuration records of a run from its settings. */
final class RunConfigReader {

    /**
     * The largest number of candidates of a parameter: at about 50 bytes each, more would fill the memory of a driver.
     */
    static final int MOST_CANDIDATES = 100_000_000;

    private static final String KERNELS = "allowed are auto, " + Labels.names(Kernel.class);
    private static final String TIES = "allowed are auto, " + Labels.names(Ties.class);

    private final Settings settings;

    private RunConfigReader(Settings settings) {
        this.settings = settings;
    }

    static RunConfig read(Settings settings) {
        try {
            return new RunConfigReader(settings).run();
        } catch (InvalidSetting e) {
            throw settings.invalid(e.allowed(), e.keys());
        }
    }

    private RunConfig run() {
        return new RunConfig(
                DataConfigReader.read(settings),
                network(),
                settings.text("loss", RunConfig.allowedLosses()).strip(),
                search(),
                gradient(),
                settings.choices("models", ModelKind.class, RunConfig.allowedModels()),
                settings.longInteger("seed", Allowed.SEED),
                settings.path("results", false),
                settings.text("master", Allowed.MASTER));
    }

    private NetworkConfig network() {
        List<Integer> hidden = settings.integers("network.hidden", Allowed.HIDDEN);
        String key = "network.activations";
        String allowed = Labels.allowed(Activation.class);
        List<Activation> activations = settings.isList(key)
                ? settings.choices(key, Activation.class, allowed)
                : Collections.nCopies(hidden.size(), settings.choice(key, Activation.class));
        return new NetworkConfig(hidden, activations);
    }

    private SearchConfig search() {
        Optional<Kernel> kernel = settings.is("search.kernel", RunConfig.AUTO)
                ? Optional.empty()
                : Optional.of(settings.choice("search.kernel", Kernel.class, KERNELS));
        Optional<Ties> ties = settings.is("search.ties", RunConfig.AUTO)
                ? Optional.empty()
                : Optional.of(settings.choice("search.ties", Ties.class, TIES));
        Optional<Integer> patience = settings.is("search.patience", RunConfig.AUTO)
                ? Optional.empty()
                : Optional.of(settings.integer("search.patience", Allowed.PATIENCE));
        CandidateKind candidates = settings.choice("search.candidates", CandidateKind.class);
        return new SearchConfig(
                settings.choice("search.execution", ExecutionKind.class),
                candidates,
                kernel,
                settings.integer("search.threads", Allowed.THREADS),
                settings.choice("search.order", ParameterOrder.class),
                ties,
                settings.integer("search.sweeps", Allowed.COUNT),
                settings.number("search.tolerance", Allowed.NOT_NEGATIVE),
                patience,
                settings.flag("search.keep-current"),
                settings.integer("search.restarts", Allowed.RESTARTS),
                settings.number("search.sample", Allowed.SAMPLE),
                settings.flag("search.check"),
                candidates("search.weights", candidates),
                candidates("search.biases", candidates));
    }

    private Candidates candidates(String section, CandidateKind kind) {
        String lowKey = section + ".low";
        String highKey = section + ".high";
        double low = settings.number(lowKey, Allowed.NUMBER);
        double high = settings.number(highKey, Allowed.NUMBER);
        int size = settings.integer(section + ".size", Allowed.SIZE);
        List<Double> values = settings.numbers(section + ".values", Allowed.VALUES);
        if (!values.isEmpty()) {
            // Adding 0 makes -0.0 the same value as 0.0.
            long distinct = values.stream().map(value -> value + 0.0).distinct().count();
            InvalidSetting.check(distinct == values.size(), Allowed.VALUES, section + ".values", values);
            InvalidSetting.check(
                    kind != CandidateKind.EXACT,
                    Allowed.EXACT_VALUES,
                    "search.candidates",
                    kind.label(),
                    section + ".values",
                    values);
            return Values.of(values);
        }
        InvalidSetting.check(size >= 1 && size <= MOST_CANDIDATES, Allowed.SIZE, section + ".size", size);
        InvalidSetting.check(low < high && Double.isFinite(high - low), Allowed.RANGE, lowKey, low, highKey, high);
        return kind == CandidateKind.EXACT ? new Interval(low, high) : Grid.of(low, high, size);
    }

    private GradientConfig gradient() {
        OptionalInt batch = settings.is("gradient.batch", "full")
                ? OptionalInt.empty()
                : OptionalInt.of(settings.integer("gradient.batch", Allowed.BATCH));
        double factor = settings.number("gradient.plateau.factor", Allowed.FACTOR);
        int patience = settings.integer("gradient.plateau.patience", Allowed.COUNT);
        InvalidSetting.check(factor > 0 && factor < 1, Allowed.FACTOR, "gradient.plateau.factor", factor);
        InvalidSetting.check(patience >= 0, Allowed.COUNT, "gradient.plateau.patience", patience);
        return new GradientConfig(
                settings.integer("gradient.epochs", Allowed.COUNT),
                settings.number("gradient.learning-rate", Allowed.POSITIVE),
                batch,
                ReduceOnPlateau.Settings.DEFAULT.with(factor, patience));
    }
}
