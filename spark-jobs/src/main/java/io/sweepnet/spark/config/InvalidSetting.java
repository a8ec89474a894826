package io.sweepnet.spark.config;

import io.sweepnet.spark.input.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration record was given values it does not allow. The message stands by itself; the reader of a
 * configuration puts the values as the user wrote them, and where, in its place.
 */
final class InvalidSetting extends InputException {

    private static final long serialVersionUID = 1;

    private final String allowed;
    private final ArrayList<String> keys;

    private InvalidSetting(String message, String allowed, List<String> keys) {
        super(message);
        this.allowed = allowed;
        this.keys = new ArrayList<>(keys);
    }

    /**
     * Throws unless valid.
     *
     * @param allowed what is allowed, for example {@link Allowed#COUNT}
     * @param keysAndValues the keys concerned, each followed by its value
     */
    static void check(boolean valid, String allowed, Object... keysAndValues) {
        if (valid) {
            return;
        }
        List<String> keys = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            keys.add(String.valueOf(keysAndValues[i]));
            settings.add(keysAndValues[i] + " = " + Written.text(String.valueOf(keysAndValues[i + 1])));
        }
        throw new InvalidSetting(String.join(", ", settings) + ": " + allowed, allowed, keys);
    }

    /** What is allowed. */
    String allowed() {
        return allowed;
    }

    /** The full dotted keys concerned. */
    List<String> keys() {
        return List.copyOf(keys);
    }
}
