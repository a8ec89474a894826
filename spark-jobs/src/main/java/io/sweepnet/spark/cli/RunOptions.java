package io.sweepnet.spark.cli;

import io.sweepnet.spark.config.RunConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code compare} and {@code train} share. Most are short forms of configuration keys. */
final class RunOptions {

    /** The folder of the program, set by the launcher. */
    private static final String HOME = "sweepnet.home";

    private static final String DEFAULT_RUN = "io/sweepnet/conf/compare.conf";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration (HOCON). Relative paths in it are relative to the file.")
    private Path config;

    @Option(
            names = "--data",
            paramLabel = "FILE|DIR",
            description = "Table to learn from: CSV with a header, Parquet or LibSVM (data.path).")
    private String data;

    @Option(names = "--target", paramLabel = "COLUMN", description = "Column to predict (data.target).")
    private String target;

    @Option(
            names = "--execution",
            paramLabel = "WHERE",
            description = "Where searches run: driver, candidates, rows, restarts or auto (search.execution).")
    private String execution;

    @Option(
            names = "--restarts",
            paramLabel = "NUMBER",
            description = "Starts that a search tries, the best of which counts; default 1 (search.restarts).")
    private String restarts;

    @Mixin
    private MasterOption master;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Folder of the results tables, made if it is not there; default results.")
    private String results;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Seed of everything random; default 42.")
    private String seed;

    @Option(
            names = "--initial",
            paramLabel = "FILE",
            description = "Model file (JSON) to start from, in place of random parameters.")
    private Path initial;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = {"Any configuration key, for example", "-D search.sweeps=10 or -D network.hidden=[8,3]."})
    private Map<String, String> settings = new LinkedHashMap<>();

    Optional<Path> initial() {
        return Optional.ofNullable(initial);
    }

    /** Returns the Spark master of the command line, if given. */
    Optional<String> master() {
        return master.named().or(() -> Optional.ofNullable(settings.get("master")));
    }

    /**
     * Loads the configuration: the command line overrides the file, which overrides the defaults.
     *
     * @param more further keys that the command sets
     * @param hasDefaultRun whether {@code conf/compare.conf} is used if no file is given
     */
    RunConfig load(Map<String, String> more, boolean hasDefaultRun) {
        Map<String, String> overrides = given();
        overrides.putAll(more);
        if (config != null || !hasDefaultRun) {
            return RunConfig.load(Optional.ofNullable(config), overrides);
        }
        Path shipped = Path.of(System.getProperty(HOME, ""), "conf", "compare.conf");
        return System.getProperty(HOME) != null && Files.exists(shipped)
                ? RunConfig.load(Optional.of(shipped), overrides)
                : RunConfig.loadResource(DEFAULT_RUN, overrides);
    }

    /** Returns notes on settings of the command line that have no effect on a run. */
    List<String> unused(RunConfig loaded) {
        return UnusedSettings.notes(given().keySet(), loaded.models());
    }

    /** Returns the settings of the command line, by key. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(settings);
        put(given, "data.path", data);
        put(given, "data.target", target);
        put(given, "search.execution", execution);
        put(given, "search.restarts", restarts);
        put(given, "master", master.named().orElse(null));
        put(given, "results", results);
        put(given, "seed", seed);
        return given;
    }

    private static void put(Map<String, String> overrides, String key, String value) {
        if (value != null) {
            overrides.put(key, value);
        }
    }
}
