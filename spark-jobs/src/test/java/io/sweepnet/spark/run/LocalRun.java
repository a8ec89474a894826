package io.sweepnet.spark.run;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What a run in this JVM left behind: its tables, and its model where it trained one alone.
 *
 * @param results the folder of the tables
 * @param notes what it said of the data
 */
record LocalRun(
        Path results,
        List<RunRow> runs,
        List<HistoryRow> history,
        List<MetricRow> metrics,
        List<ParameterRow> parameters,
        List<PredictionRow> predictions,
        List<StartRow> starts,
        Optional<SavedModel> model,
        List<String> notes) {

    /**
     * Runs.
     *
     * @param folder for the results and the model, which get a folder of their own in it
     * @param settings each KEY=VALUE
     */
    static LocalRun of(SparkSession spark, Path folder, String... settings) {
        return run(spark, folder, Optional.empty(), settings);
    }

    /** Runs from a model file, with {@code y} as the target. */
    static LocalRun from(Path initial, SparkSession spark, Path folder, String data) {
        return from(initial, spark, folder, new String[] {data, "data.target=y", "models=search", "network.hidden=[]"});
    }

    /** Runs from a model file. */
    static LocalRun from(Path initial, SparkSession spark, Path folder, String[] settings) {
        return run(spark, folder, Optional.of(initial), settings);
    }

    private static LocalRun run(SparkSession spark, Path folder, Optional<Path> initial, String... settings) {
        try {
            Path own = Files.createTempDirectory(folder, "run");
            Path results = own.resolve("results");
            Map<String, String> overrides = new LinkedHashMap<>();
            for (String setting : settings) {
                int equals = setting.indexOf('=');
                overrides.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
            overrides.putIfAbsent("results", results.toString());
            RunConfig config = RunConfig.load(Optional.empty(), overrides);
            Optional<Path> save =
                    config.models().size() == 1 ? Optional.of(own.resolve("model.json")) : Optional.empty();
            List<String> notes = new ArrayList<>();
            Progress progress = new Progress() {
                @Override
                public void note(String line) {
                    notes.add(line);
                }
            };
            String runId = new Run(new RunSettings(config, initial, save)).execute(spark, progress, Cancellation.NEVER);
            return read(config.results(), results, runId, save, notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalRun read(String given, Path results, String runId, Optional<Path> save, List<String> notes) {
        try (ResultsFolder tables = new ResultsFolder(given, new Configuration())) {
            return new LocalRun(
                    results,
                    tables.read(ResultTable.RUNS, runId),
                    tables.read(ResultTable.HISTORY, runId),
                    tables.read(ResultTable.METRICS, runId),
                    tables.read(ResultTable.PARAMETERS, runId),
                    tables.read(ResultTable.PREDICTIONS, runId),
                    tables.read(ResultTable.STARTS, runId),
                    save.map(file -> ModelFile.read(file, layers -> List.of())),
                    List.copyOf(notes));
        }
    }

    /** The one row of the table of runs. */
    RunRow row() {
        if (runs.size() != 1) {
            throw new IllegalStateException("a run of " + runs.size() + " models");
        }
        return runs.get(0);
    }
}
