package io.sweepnet.spark.report.format;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/** Numbers in JSON, which has no NaN and no infinity. */
public final class JsonNumber {

    private JsonNumber() {}

    /** The number; null where there is none, or none that is finite. */
    public static JsonElement of(Double value) {
        return value == null || !Double.isFinite(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }
}
