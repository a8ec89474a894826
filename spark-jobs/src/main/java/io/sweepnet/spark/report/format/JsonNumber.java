package io.sweepnet.spark.report.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/** Converts numbers to JSON, which has no NaN and no infinity. */
public final class JsonNumber {

    private JsonNumber() {}

    /** Returns the number; a JSON null if it is null or not finite. */
    public static JsonElement of(Double value) {
        return value == null || !Double.isFinite(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }
}
