package io.sweepnet.spark.cli;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.cli.session.SparkSessions;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.predict.OutputFormat;
import io.sweepnet.spark.predict.PredictSettings;
import io.sweepnet.spark.predict.Prediction;
import io.sweepnet.spark.predict.ScoringModel;
import io.sweepnet.spark.predict.ScoringSummary;
import io.sweepnet.spark.run.Stage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code predict}: scores a table with a model file. */
@Command(
        name = "predict",
        description =
                "Scores a table with a trained model, one row out for every row in. To each row it adds prediction, for"
                        + " classes also probability_CLASS of each, and reason, which tells why a row has no prediction.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sweepnet predict --model model.json --data new-wines.csv --output scored",
            "  sweepnet predict --model model.json --data wines/ --output scored --format csv"
        })
final class PredictCommand implements Callable<Integer> {

    private static final String FORMAT_KEY = "data.format";
    private static final String CSV_KEY = "data.csv";

    private final Console console;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "Model file (JSON), as train --save writes it.")
    private Path model;

    @Option(
            names = "--data",
            paramLabel = "FILE|DIR",
            required = true,
            description = "Table to score: CSV with a header, Parquet or LibSVM, of any size. Columns go by name.")
    private String data;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder to write into, new or empty.")
    private String output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How predictions are written: parquet or csv; default parquet.")
    private OutputFormat format = OutputFormat.PARQUET;

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "What the names of the new columns begin with; default nothing.")
    private String prefix = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration that says how the table is written (data.format, data.csv).")
    private Path config;

    @Mixin
    private MasterOption master;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = {
                "data.format or a key of data.csv, for example -D data.csv.decimal=,",
                "By default CSV is read as the one that the model learned from."
            })
    private Map<String, String> settings = new LinkedHashMap<>();

    PredictCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SavedModel saved = ScoringModel.read(model);
        RunConfig read = load(saved);
        Prediction prediction =
                new Prediction(new PredictSettings(saved, read.data().files(), output, format, prefix));
        SparkSession spark = SparkSessions.open(read.master(), master.named());
        try {
            console.cancellation().scoringBegins(spark.sparkContext()::cancelAllJobs);
            console.diagnostics().stage(Stage.SCORE, data);
            ScoringSummary rows = prediction.execute(spark, console.diagnostics()::note);
            console.diagnostics().stage(Stage.WRITTEN, output);
            console.out().print(ScoredText.of(rows, saved.target().orElseThrow(), data, output));
            console.out().flush();
            return 0;
        } finally {
            spark.stop();
        }
    }

    /** Loads the settings of the table's format and of the Spark master; all others are ignored or refused. */
    private RunConfig load(SavedModel saved) {
        for (String key : settings.keySet()) {
            if (!key.equals(FORMAT_KEY) && !key.equals(CSV_KEY) && !key.startsWith(CSV_KEY + ".")) {
                throw new InputException(
                        "-D " + key + ": predict uses " + FORMAT_KEY + " and the keys of " + CSV_KEY + " alone");
            }
        }
        Map<String, String> overrides = new LinkedHashMap<>(settings);
        overrides.put("data.path", data);
        return RunConfig.loadOver(ScoringModel.csvSettings(saved).orElse("{}"), Optional.ofNullable(config), overrides);
    }
}
