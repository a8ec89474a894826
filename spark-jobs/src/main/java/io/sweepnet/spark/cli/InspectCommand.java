package io.sweepnet.spark.cli;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.report.inspection.ModelInspection;
import io.sweepnet.spark.report.inspection.ModelInspectionJson;
import io.sweepnet.spark.report.inspection.ModelInspectionText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inspect}: shows the contents of a model file; needs no Spark. */
@Command(
        name = "inspect",
        description =
                "Shows what a model file holds: the network and its parameters, features, target, and its origin.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  sweepnet inspect --model model.json", "  sweepnet inspect --model model.json --json"})
final class InspectCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model file (JSON).")
    private Path model;

    @Option(names = "--json", description = "As one JSON object, with all features and the whole configuration.")
    private boolean json;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ModelInspection inspection = read();
        console.out()
                .print(json ? new ModelInspectionJson(inspection).text() : new ModelInspectionText(inspection).text());
        return 0;
    }

    private ModelInspection read() {
        try {
            return ModelInspection.read(model);
        } catch (IllegalArgumentException e) {
            throw new InputException("--model: " + e.getMessage(), e);
        }
    }
}
