package io.sweepnet.spark.report.inspection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.model.file.SavedModel.Provenance;
import java.util.ArrayList;
import java.util.List;

/** Selects the settings that matter most for the training of a model, beside the facts in the model itself. */
final class MainSettings {

    private static final List<String> DATA = List.of("data.path", "data.test", "data.validation");
    private static final List<String> SEARCH = List.of(
            "search.sweeps",
            "search.weights.low",
            "search.weights.high",
            "search.weights.size",
            "search.weights.values",
            "search.biases.low",
            "search.biases.high",
            "search.biases.size",
            "search.biases.values");
    private static final List<String> GRADIENT = List.of("gradient.epochs", "gradient.learning-rate", "gradient.batch");

    /** The kinds of models that are trained by one method alone, by their names in a model file. */
    private static final String SEARCH_MODEL = "search";

    private static final String GRADIENT_MODEL = "gradient";

    private MainSettings() {}

    /**
     * Returns lines such as {@code search.sweeps = 30}; settings that the file lacks, or that are not set, are left
     * out.
     */
    static List<String> of(Provenance provenance) {
        List<String> keys = new ArrayList<>(DATA);
        if (!provenance.model().equals(GRADIENT_MODEL)) {
            keys.addAll(SEARCH);
        }
        if (!provenance.model().equals(SEARCH_MODEL)) {
            keys.addAll(GRADIENT);
        }
        JsonElement config = JsonParser.parseString(provenance.config());
        List<String> lines = new ArrayList<>();
        for (String key : keys) {
            JsonElement value = find(config, key);
            if (isSet(value)) {
                lines.add(key + " = " + (value.isJsonPrimitive() ? value.getAsString() : value.toString()));
            }
        }
        return lines;
    }

    private static JsonElement find(JsonElement config, String key) {
        JsonElement found = config;
        for (String name : key.split("\\.", -1)) {
            found = found instanceof JsonObject section ? section.get(name) : null;
        }
        return found;
    }

    private static boolean isSet(JsonElement value) {
        return value != null
                && !value.isJsonNull()
                && !(value.isJsonArray() && value.getAsJsonArray().isEmpty());
    }
}
