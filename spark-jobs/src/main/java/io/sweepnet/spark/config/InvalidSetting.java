package io.sweepnet.spark.config;

import io.sweepnet.spark.input.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Thrown by a configuration record that is given invalid values. The message is complete in itself; the reader of a
 * configuration replaces it by one that has the values as the user wrote them, and their places.
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
     * Throws an exception unless {@code valid} is true.
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

    /** Returns what is allowed. */
    String allowed() {
        return allowed;
    }

    /** Returns the full dotted keys concerned. */
    List<String> keys() {
        return List.copyOf(keys);
    }
}
