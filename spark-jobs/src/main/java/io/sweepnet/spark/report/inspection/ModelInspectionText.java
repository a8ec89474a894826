package io.sweepnet.spark.report.inspection;

import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Activation;
import io.sweepnet.spark.report.format.ShortNumber;
import io.sweepnet.spark.report.format.TextTable;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders an inspected model file as text. */
public final class ModelInspectionText {

    /** The largest number of features, and of classes, that are shown; {@code --json} shows all. */
    static final int SHOWN = 20;

    private final ModelInspection inspection;

    public ModelInspectionText(ModelInspection inspection) {
        this.inspection = inspection;
    }

    /** Returns the whole text, which ends with a line break. */
    public String text() {
        SavedModel model = inspection.model();
        StringBuilder text = new StringBuilder();
        text.append(inspection.file())
                .append(": ")
                .append(network())
                .append("\n\n")
                .append(layers())
                .append('\n');
        model.inputs().ifPresent(inputs -> text.append(features(inputs)).append('\n'));
        model.target()
                .ifPresent(target ->
                        text.append("target:    ").append(target(target)).append('\n'));
        model.loss().ifPresent(loss -> text.append("loss:      ").append(loss).append('\n'));
        model.provenance().ifPresent(provenance -> text.append(provenance(provenance)));
        text.append(absent(model));
        return text.toString();
    }

    private String network() {
        int count = inspection.architecture().parameterCount();
        return "network "
                + (inspection.namesActivations()
                        ? inspection.architecture()
                        : inspection.architecture().shape())
                + ", " + count + " parameters";
    }

    private String layers() {
        TextTable table = new TextTable(
                List.of(
                        "layer",
                        "units",
                        "inputs",
                        "activation",
                        "weights",
                        "min",
                        "max",
                        "zeros",
                        "biases",
                        "min",
                        "max",
                        "distinct weights"),
                "rrrlrrrrrrrl");
        for (ModelInspection.Layer layer : inspection.layers()) {
            ValueSummary weights = layer.weights();
            ValueSummary biases = layer.biases();
            table.add(List.of(
                    String.valueOf(layer.layer()),
                    String.valueOf(layer.units()),
                    String.valueOf(layer.inputs()),
                    layer.activation().map(Activation::label).orElse("not named"),
                    String.valueOf(weights.count()),
                    ShortNumber.of(weights.min()),
                    ShortNumber.of(weights.max()),
                    String.valueOf(weights.zeros()),
                    String.valueOf(biases.count()),
                    ShortNumber.of(biases.min()),
                    ShortNumber.of(biases.max()),
                    distinct(weights)));
        }
        return table.text();
    }

    private static String distinct(ValueSummary weights) {
        List<String> values = weights.values().stream().map(ShortNumber::of).toList();
        return weights.distinct() + (values.isEmpty() ? "" : ": " + String.join(", ", values));
    }

    private static String features(Inputs inputs) {
        TextTable table = new TextTable(List.of("feature", "centre", "scale"), "lrr");
        int count = inputs.names().size();
        for (int i = 0; i < Math.min(count, SHOWN); i++) {
            table.add(List.of(
                    printable(inputs.names().get(i)),
                    ShortNumber.of(inputs.scaling().centres().get(i)),
                    ShortNumber.of(inputs.scaling().scales().get(i))));
        }
        return "features:  " + count + ", scaling " + inputs.scaling().kind().label()
                + ": (value - centre) / scale\n\n"
                + table.text()
                + (count > SHOWN ? "and " + (count - SHOWN) + " more (--json shows all)\n" : "");
    }

    private static String target(Target target) {
        String name = printable(target.name());
        if (target.classes().isEmpty()) {
            return name + ", a number, " + scaling(target.scaling());
        }
        int count = target.classes().size();
        List<String> shown = target.classes().stream()
                .limit(SHOWN)
                .map(ModelInspectionText::printable)
                .toList();
        return name + ", " + count + " classes (" + target.classKind().label() + "): " + String.join(", ", shown)
                + (count > SHOWN ? " and " + (count - SHOWN) + " more (--json shows all)" : "");
    }

    private static String scaling(TargetScaling scaling) {
        return scaling.isNone()
                ? "not scaled"
                : "scaled: centre " + ShortNumber.of(scaling.centre()) + ", scale " + ShortNumber.of(scaling.scale());
    }

    private static String provenance(Provenance provenance) {
        StringBuilder text = new StringBuilder();
        text.append("made by:   Sweepnet ")
                .append(printable(provenance.version()))
                .append(", model ")
                .append(printable(provenance.model()))
                .append(", seed ")
                .append(provenance.seed())
                .append(provenance.status().equals(Status.DONE.label()) ? "" : ", " + printable(provenance.status()))
                .append('\n');
        text.append("data:      SHA-256 ")
                .append(printable(provenance.dataSha256()))
                .append('\n');
        text.append("settings:  (--json shows all)\n");
        for (String setting : MainSettings.of(provenance)) {
            text.append("  ").append(printable(setting)).append('\n');
        }
        return text.toString();
    }

    private String absent(SavedModel model) {
        List<String> absent = new ArrayList<>();
        if (!inspection.namesActivations()) {
            absent.add("activations");
        }
        addIfEmpty(absent, "features", model.inputs());
        addIfEmpty(absent, "target", model.target());
        addIfEmpty(absent, "loss", model.loss());
        addIfEmpty(absent, "provenance", model.provenance());
        if (absent.isEmpty()) {
            return "";
        }
        return "absent:    " + String.join(", ", absent) + "\n"
                + (inspection.namesActivations()
                        ? ""
                        : "           training from it takes activations from network.activations\n");
    }

    private static void addIfEmpty(List<String> absent, String name, Optional<?> part) {
        if (part.isEmpty()) {
            absent.add(name);
        }
    }

    /**
     * Returns a text of the file for printing within a line: it may contain any character, even line breaks and
     * terminal commands.
     */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
