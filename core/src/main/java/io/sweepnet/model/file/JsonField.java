package io.sweepnet.model.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A JSON value and its path in the file, such as {@code layers[0].weight}, which every error names. */
record JsonField(String path, JsonElement value) {

    /** Returns whether the value is null, as it is for an empty file. */
    boolean isNothing() {
        return value.isJsonNull();
    }

    JsonObject object() {
        if (!value.isJsonObject()) {
            throw wrong("an object");
        }
        return value.getAsJsonObject();
    }

    Optional<JsonField> optional(String name) {
        JsonElement member = object().get(name);
        return member == null || member.isJsonNull()
                ? Optional.empty()
                : Optional.of(new JsonField(path.isEmpty() ? name : path + "." + name, member));
    }

    JsonField required(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new IllegalArgumentException((path.isEmpty() ? "it" : path) + " has no '" + name + "'"));
    }

    List<JsonField> list() {
        if (!value.isJsonArray()) {
            throw wrong("a list");
        }
        JsonArray array = value.getAsJsonArray();
        List<JsonField> fields = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            fields.add(new JsonField(path + "[" + i + "]", array.get(i)));
        }
        return fields;
    }

    double[][] matrix() {
        double[][] rows = list().stream().map(JsonField::numbers).toArray(double[][]::new);
        if (rows.length == 0 || rows[0].length == 0) {
            throw wrong("a matrix with at least one row and column");
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length) {
                throw wrong("a matrix whose rows have the same length");
            }
        }
        return rows;
    }

    double[] numbers() {
        return list().stream().mapToDouble(JsonField::number).toArray();
    }

    List<Double> boxedNumbers() {
        return list().stream().map(JsonField::number).toList();
    }

    double number() {
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
            double number = value.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        throw wrong("a finite number");
    }

    int wholeNumber() {
        double number = number();
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw wrong("a whole number");
        }
        return (int) number;
    }

    long longNumber() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw wrong("a whole number");
        }
    }

    /** Converts a text; an IllegalArgumentException of the conversion gets the path in its message. */
    <T> T as(Function<String, T> meaning) {
        try {
            return meaning.apply(text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
        }
    }

    String text() {
        if (!value.isJsonPrimitive()) {
            throw wrong("text");
        }
        return value.getAsString();
    }

    private IllegalArgumentException wrong(String expected) {
        String text = value.toString();
        String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
        return new IllegalArgumentException(
                (path.isEmpty() ? "its content" : path) + " should be " + expected + ", got " + shown);
    }
}
