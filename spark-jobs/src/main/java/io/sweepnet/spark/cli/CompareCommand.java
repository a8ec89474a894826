package io.sweepnet.spark.cli;

import io.sweepnet.spark.run.RunSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code compare}: trains the models on the same data and shows them side by side. */
@Command(
        name = "compare",
        description = {
            "Trains SearchModel, GradientModel and HybridModel on the same table from the same start and compares them.",
            "Without --config this is the run of conf/compare.conf: the diabetes table, two hidden layers of 5 and 4 units,"
                    + " the search on Spark's executors."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sweepnet compare",
            "  sweepnet compare --data wine.csv --target quality --results wine-results",
            "  sweepnet compare --models search,gradient -D loss=absolute -D gradient.epochs=300"
        })
final class CompareCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--models",
            paramLabel = "LIST",
            description = "Models to train: some of search,gradient,hybrid; default all.")
    private String models;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> more = new HashMap<>();
        if (models != null) {
            more.put("models", models);
        }
        RunSettings settings = new RunSettings(options.load(more, true), options.initial(), Optional.empty());
        options.unused(settings.config()).forEach(console.diagnostics()::note);
        return new RunLauncher(console).launch(settings, options.master());
    }
}
