package io.sweepnet.spark.cli;

import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.run.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: trains one model. */
@Command(
        name = "train",
        description = "Trains one model on a table, and keeps it in a model file where asked.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  sweepnet train search --data wine.csv --target quality --save model.json",
            "  sweepnet train gradient --data wine.csv --target quality --initial model.json",
            "  sweepnet train hybrid --config conf/original.conf"
        })
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "search, gradient or hybrid.")
    private String model;

    @Mixin
    private RunOptions options;

    @Option(names = "--save", paramLabel = "FILE", description = "File to write the trained model into (JSON).")
    private Path save;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> models =
                Stream.of(ModelKind.values()).map(ModelKind::label).toList();
        if (!models.contains(model)) {
            throw new InputException("MODEL = " + model + ": allowed is one of " + String.join(", ", models));
        }
        RunSettings settings = new RunSettings(
                options.load(Map.of("models", model), false), options.initial(), Optional.ofNullable(save));
        options.unused(settings.config()).forEach(console.diagnostics()::note);
        return new RunLauncher(console).launch(settings, options.master());
    }
}
