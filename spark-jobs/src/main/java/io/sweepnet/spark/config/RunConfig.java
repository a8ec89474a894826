package io.sweepnet.spark.config;

import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.spark.input.InputException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of a run. Every key, its default and its meaning stand in {@code defaults.conf} beside this class; the
 * command line goes over a configuration file, and that over the defaults.
 *
 * @param data the data and how it is prepared
 * @param network the hidden layers
 * @param lossName what is minimised: {@value #AUTO}, or a name that {@link Losses} knows
 * @param search how the coordinate search goes
 * @param gradient how Adam trains
 * @param models what is trained, in this order; at least one, each once
 * @param seed from which everything random is derived
 * @param results folder of the results tables: a path or a URI, relative to the working folder
 * @param master the Spark master to run on unless one is given by the launcher
 */
public record RunConfig(
        DataConfig data,
        NetworkConfig network,
        String lossName,
        SearchConfig search,
        GradientConfig gradient,
        List<ModelKind> models,
        long seed,
        String results,
        String master) {

    /** The word for "the program chooses". */
    static final String AUTO = "auto";

    public RunConfig {
        models = List.copyOf(models);
        InvalidSetting.check(isLoss(lossName), allowed(lossName), "loss", lossName);
        InvalidSetting.check(
                !models.isEmpty() && new HashSet<>(models).size() == models.size(),
                allowedModels(),
                "models",
                models.stream().map(ModelKind::label).toList());
        InvalidSetting.check(
                search.execution() != ExecutionKind.ROWS
                        || gradient.batch().isEmpty()
                        || models.equals(List.of(ModelKind.SEARCH)),
                Allowed.FULL_BATCH,
                "search.execution",
                search.execution().label(),
                "gradient.batch",
                gradient.batch().isPresent() ? gradient.batch().getAsInt() : "full");
        InvalidSetting.check(!results.isEmpty(), Allowed.PATH, "results", results);
        InvalidSetting.check(!master.isBlank(), Allowed.MASTER, "master", master);
    }

    /**
     * Reads a configuration.
     *
     * @param file a HOCON file, laid over the defaults; without one there are the defaults alone
     * @param overrides what the command line sets, by full dotted key: plain text, lists also as {@code 8,3}, lists and
     *     sections as HOCON
     * @throws InputException where a file cannot be read, or a key or value is not allowed
     */
    public static RunConfig load(Optional<Path> file, Map<String, String> overrides) {
        return RunConfigReader.read(layers(file, overrides).settings());
    }

    /**
     * Reads a configuration as {@link #load} does, and lays it over another one.
     *
     * @param beneath a configuration as JSON, which goes over the defaults alone
     * @throws InputException as for {@link #load}
     */
    public static RunConfig loadOver(String beneath, Optional<Path> file, Map<String, String> overrides) {
        return RunConfigReader.read(layers(file, overrides).over(beneath).settings());
    }

    private static Layers layers(Optional<Path> file, Map<String, String> overrides) {
        return file.map(path -> Layers.ofFile(path, overrides)).orElseGet(() -> Layers.ofDefaults(overrides));
    }

    /**
     * Reads a configuration that lies on the class path. A relative {@code data.path} in it is one of a resource beside
     * it, and becomes {@code classpath:NAME} with the resource's full name.
     *
     * @param name for example {@code io/sweepnet/conf/compare.conf}
     * @param overrides as for {@link #load}
     * @throws InputException as for {@link #load}
     */
    public static RunConfig loadResource(String name, Map<String, String> overrides) {
        return RunConfigReader.read(Layers.ofResource(name, overrides).settings());
    }

    /** The loss to minimise; empty: squared, or cross-entropy for classes. */
    public Optional<Loss> loss() {
        return lossName.equals(AUTO) ? Optional.empty() : Optional.of(Losses.of(lossName));
    }

    /**
     * All settings as JSON on one line, keys sorted, those not set as null. It is a configuration itself: read from a
     * file it gives an equal one, as long as its relative paths are.
     */
    public String effectiveJson() {
        return EffectiveJson.of(this);
    }

    private static boolean isLoss(String name) {
        return name.equals(AUTO) || Losses.refusal(name).isEmpty();
    }

    /** What is allowed in place of a wrong name, or of a wrong parameter of a loss that is known. */
    private static String allowed(String lossName) {
        return Losses.definition(lossName)
                .flatMap(definition -> Losses.refusal(lossName))
                .orElseGet(RunConfig::allowedLosses);
    }

    static String allowedLosses() {
        return "allowed are " + AUTO + ", " + Losses.usages();
    }

    static String allowedModels() {
        return "allowed is a list of one or more, each once, of " + Labels.names(ModelKind.class);
    }
}
