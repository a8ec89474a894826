package io.sweepnet.model.file;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Writes the JSON text of a model, in the format of {@link ModelFile}. A row of numbers is on one line. */
final class ModelJson {

    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    private ModelJson() {
        json.setIndent("  ");
    }

    /** Returns the text of a model, with a line break at the end. */
    static String of(SavedModel model) {
        ModelJson writer = new ModelJson();
        try {
            writer.write(model);
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory failed", e);
        }
        return writer.text + "\n";
    }

    private void write(SavedModel model) throws IOException {
        json.beginObject();
        json.name("format").value("sweepnet-model");
        json.name("format_version").value(ModelFile.VERSION);
        Architecture architecture = model.network().architecture();
        json.name("architecture").beginObject().name("sizes");
        row(architecture.sizes());
        json.endObject();
        layers(model.network().parameters());
        if (model.inputs().isPresent()) {
            inputs(model.inputs().get());
        }
        if (model.target().isPresent()) {
            target(model.target().get());
        }
        if (model.loss().isPresent()) {
            json.name("loss").value(model.loss().get());
        }
        if (model.provenance().isPresent()) {
            provenance(model.provenance().get());
        }
        json.endObject();
    }

    private void layers(Parameters parameters) throws IOException {
        for (double value : parameters.toArray()) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a model file cannot hold the parameter " + value);
            }
        }
        Architecture architecture = parameters.architecture();
        json.name("layers").beginArray();
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            json.beginObject();
            json.name("weight").beginArray();
            for (double[] unit : parameters.weights(layer)) {
                row(boxed(unit));
            }
            json.endArray();
            json.name("bias");
            row(boxed(parameters.biases(layer)));
            json.name("activation").value(architecture.activation(layer).label());
            json.endObject();
        }
        json.endArray();
    }

    private void inputs(Inputs inputs) throws IOException {
        json.name("features").beginArray();
        for (String name : inputs.names()) {
            json.value(name);
        }
        json.endArray();
        json.name("scaling").beginObject();
        json.name("kind").value(inputs.scaling().kind().label());
        json.name("centres");
        row(inputs.scaling().centres());
        json.name("scales");
        row(inputs.scaling().scales());
        json.endObject();
    }

    private void target(Target target) throws IOException {
        json.name("target").beginObject();
        json.name("name").value(target.name());
        json.name("centre").value(target.scaling().centre());
        json.name("scale").value(target.scaling().scale());
        json.name("classes").beginArray();
        for (String name : target.classes()) {
            json.value(name);
        }
        json.endArray();
        if (!target.classes().isEmpty()) {
            json.name("class_kind").value(target.classKind().label());
        }
        json.endObject();
    }

    private void provenance(Provenance provenance) throws IOException {
        json.name("provenance").beginObject();
        json.name("version").value(provenance.version());
        json.name("model").value(provenance.model());
        json.name("seed").value(provenance.seed());
        json.name("data_sha256").value(provenance.dataSha256());
        json.name("status").value(provenance.status());
        json.name("config")
                .jsonValue(JsonParser.parseString(provenance.config()).toString());
        json.endObject();
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** Writes a list of boxed numbers by its toString, which is a JSON array with numbers as by Double.toString. */
    private void row(List<? extends Number> numbers) throws IOException {
        json.jsonValue(numbers.toString());
    }
}
