package io.sweepnet.spark.report.inspection;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Activation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Renders an inspected model file as JSON. Values that the file lacks are null. */
public final class ModelInspectionJson {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private final ModelInspection inspection;

    public ModelInspectionJson(ModelInspection inspection) {
        this.inspection = inspection;
    }

    /** Returns the whole object, indented, with a line break at its end. */
    public String text() {
        SavedModel model = inspection.model();
        JsonObject json = new JsonObject();
        json.addProperty("file", inspection.file().toString());
        json.add("architecture", architecture());
        json.addProperty("parameters", inspection.architecture().parameterCount());
        JsonArray layers = new JsonArray();
        inspection.layers().forEach(layer -> layers.add(layer(layer)));
        json.add("layers", layers);
        json.add("scaling", orNull(model.inputs(), ModelInspectionJson::scaling));
        json.add("features", orNull(model.inputs(), ModelInspectionJson::features));
        json.add("target", orNull(model.target(), ModelInspectionJson::target));
        json.addProperty("loss_name", model.loss().orElse(null));
        json.add("provenance", orNull(model.provenance(), ModelInspectionJson::provenance));
        return GSON.toJson(json) + "\n";
    }

    private JsonObject architecture() {
        JsonObject json = new JsonObject();
        json.add("sizes", GSON.toJsonTree(inspection.architecture().sizes()));
        List<String> activations = inspection.architecture().activations().stream()
                .map(Activation::label)
                .toList();
        json.add("activations", inspection.namesActivations() ? GSON.toJsonTree(activations) : JsonNull.INSTANCE);
        return json;
    }

    private static <T> JsonElement orNull(Optional<T> value, Function<T, JsonElement> toJson) {
        return value.map(toJson).orElse(JsonNull.INSTANCE);
    }

    private static JsonObject layer(ModelInspection.Layer layer) {
        JsonObject json = new JsonObject();
        json.addProperty("layer", layer.layer());
        json.addProperty("units", layer.units());
        json.addProperty("inputs", layer.inputs());
        json.addProperty("activation", layer.activation().map(Activation::label).orElse(null));
        json.add("weights", summary(layer.weights()));
        json.add("biases", summary(layer.biases()));
        return json;
    }

    private static JsonObject summary(ValueSummary summary) {
        JsonObject json = new JsonObject();
        json.addProperty("count", summary.count());
        json.addProperty("min", summary.min());
        json.addProperty("max", summary.max());
        json.addProperty("zeros", summary.zeros());
        json.addProperty("distinct", summary.distinct());
        List<Double> values = summary.values();
        json.add("values", values.isEmpty() ? JsonNull.INSTANCE : GSON.toJsonTree(values));
        return json;
    }

    private static JsonElement scaling(Inputs inputs) {
        return GSON.toJsonTree(inputs.scaling().kind().label());
    }

    private static JsonArray features(Inputs inputs) {
        JsonArray features = new JsonArray();
        for (int i = 0; i < inputs.names().size(); i++) {
            JsonObject feature = new JsonObject();
            feature.addProperty("name", inputs.names().get(i));
            feature.addProperty("centre", inputs.scaling().centres().get(i));
            feature.addProperty("scale", inputs.scaling().scales().get(i));
            features.add(feature);
        }
        return features;
    }

    private static JsonObject target(Target target) {
        JsonObject json = new JsonObject();
        json.addProperty("name", target.name());
        json.addProperty("centre", target.scaling().centre());
        json.addProperty("scale", target.scaling().scale());
        json.add("classes", GSON.toJsonTree(target.classes()));
        json.addProperty(
                "class_kind",
                target.classes().isEmpty() ? null : target.classKind().label());
        return json;
    }

    private static JsonObject provenance(Provenance provenance) {
        JsonObject json = new JsonObject();
        json.addProperty("version", provenance.version());
        json.addProperty("model", provenance.model());
        json.addProperty("seed", provenance.seed());
        json.addProperty("data_sha256", provenance.dataSha256());
        json.addProperty("status", provenance.status());
        json.add("config", JsonParser.parseString(provenance.config()));
        return json;
    }
}
