package io.sweepnet.spark.predict;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.input.InputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads model files that tables can be scored with: they name their features and their target.
 *
 * <pre>{@code
 * SavedModel model = ScoringModel.read(Path.of("model.json"));
 * List<String> features = model.inputs().orElseThrow().names();
 * }</pre>
 */
public final class ScoringModel {

    private ScoringModel() {}

    /**
     * Reads a model file.
     *
     * @throws InputException if the file cannot be read or used for scoring; the message names it and the reason
     */
    public static SavedModel read(Path file) {
        ModelFile.Contents contents;
        try {
            contents = ModelFile.read(file);
        } catch (IllegalArgumentException e) {
            throw new InputException("--model: " + e.getMessage(), e);
        }
        SavedModel model = contents.model();
        if (model.inputs().isEmpty() || model.target().isEmpty()) {
            throw new InputException("--model: the model file '" + file + "' does not name its features and its target,"
                    + " so that nobody knows which columns it wants; train --save writes files that do");
        }
        if (!contents.namesActivations()) {
            throw new InputException("--model: the model file '" + file + "' names no activations");
        }
        int outputs = model.network().architecture().outputSize();
        if (model.target().get().classes().isEmpty() && outputs != 1) {
            throw new InputException(
                    "--model: the model file '" + file + "' has " + outputs + " outputs and names no classes");
        }
        return model;
    }

    /** Returns the format of the CSV file that the model was trained on, as a JSON configuration of {@code data.csv} only. */
    public static Optional<String> csvSettings(SavedModel model) {
        return setting(model, "csv").filter(JsonElement::isJsonObject).map(csv -> {
            JsonObject data = new JsonObject();
            data.add("csv", csv);
            JsonObject config = new JsonObject();
            config.add("data", data);
            return config.toString();
        });
    }

    /** Returns whether {@code data.features} chose the model's features, so that its table may have further columns. */
    static boolean choseFeatures(SavedModel model) {
        return setting(model, "features")
                .filter(features ->
                        features.isJsonArray() && !features.getAsJsonArray().isEmpty())
                .isPresent();
    }

    private static Optional<JsonElement> setting(SavedModel model, String key) {
        return model.provenance()
                .map(provenance -> JsonParser.parseString(provenance.config()).getAsJsonObject())
                .map(config -> config.get("data"))
                .filter(JsonElement::isJsonObject)
                .map(data -> data.getAsJsonObject().get(key));
    }
}
