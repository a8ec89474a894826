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
 * All settings of a run. {@code defaults.conf} beside this class describes every key and its default. The command line
 * overrides a configuration file, which overrides the defaults.
 *
 * @param data the data and its preparation
 * @param network the hidden layers
 * @param lossName the loss to minimise: {@value #AUTO}, or a name of {@link Losses}
 * @param search the settings of the coordinate search
 * @param gradient the settings of Adam
 * @param models the models to train, in this order; at least one, each at most once
 * @param seed the seed from which all random numbers are derived
 * @param results folder of the result tables: a URI, or a path relative to the working folder
 * @param master the Spark master, unless the launcher gives one
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

    /** The value that leaves a choice to the program. */
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
     * @param file a HOCON file, which overrides the defaults; empty for the defaults alone
     * @param overrides the settings of the command line, by full dotted key: plain text; a list as HOCON or as {@code
     *     8,3}; a section as HOCON
     * @throws InputException if a file cannot be read, or a key or value is not allowed
     */
    public static RunConfig load(Optional<Path> file, Map<String, String> overrides) {
        return RunConfigReader.read(layers(file, overrides).settings());
    }

    /**
     * Reads a configuration as {@link #load} does, and merges it over another one.
     *
     * @param beneath a configuration as JSON, which overrides only the defaults
     * @throws InputException as for {@link #load}
     */
    public static RunConfig loadOver(String beneath, Optional<Path> file, Map<String, String> overrides) {
        return RunConfigReader.read(layers(file, overrides).over(beneath).settings());
    }

    private static Layers layers(Optional<Path> file, Map<String, String> overrides) {
        return file.map(path -> Layers.ofFile(path, overrides)).orElseGet(() -> Layers.ofDefaults(overrides));
    }

    /**
     * Reads a configuration from the class path. A relative {@code data.path} in it names a resource beside it, and
     * becomes {@code classpath:NAME} with the full name of the resource.
     *
     * @param name for example {@code io/sweepnet/conf/compare.conf}
     * @param overrides as for {@link #load}
     * @throws InputException as for {@link #load}
     */
    public static RunConfig loadResource(String name, Map<String, String> overrides) {
        return RunConfigReader.read(Layers.ofResource(name, overrides).settings());
    }

    /** Returns the loss to minimise; empty for the default, which is squared, or cross-entropy for classes. */
    public Optional<Loss> loss() {
        return lossName.equals(AUTO) ? Optional.empty() : Optional.of(Losses.of(lossName));
    }

    /**
     * Returns all settings as JSON on one line, with sorted keys; settings that are not set are null. The JSON is
     * itself a configuration: read from a file, it gives an equal one, as long as its relative paths resolve equally.
     */
    public String effectiveJson() {
        return EffectiveJson.of(this);
    }

    private static boolean isLoss(String name) {
        return name.equals(AUTO) || Losses.refusal(name).isEmpty();
    }

    /** Returns what is allowed instead of an unknown loss, or of a wrong parameter of a known one. */
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
