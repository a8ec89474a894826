package io.sweepnet.spark.table.source;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a LibSVM file: the label and index:value pairs, with indices from 1 in any order; {@code #} begins a
 * comment. Features without a pair are 0. A line that begins with a pair has no label.
 */
final class LibSvmLine {

    private static final NumberText NUMBERS = NumberText.of('.', List.of());

    private static final Pattern PAIR = Pattern.compile("[0-9]+:");

    private final String label;
    private final String[] pairs;

    private LibSvmLine(String label, String[] pairs) {
        this.label = label;
        this.pairs = pairs;
    }

    /** Splits a line into its label and pairs; returns null for an empty line. */
    static LibSvmLine of(String text) {
        int comment = text.indexOf('#');
        String line = (comment < 0 ? text : text.substring(0, comment)).strip();
        if (line.isEmpty()) {
            return null;
        }
        String[] parts = line.split("\\s+", -1);
        return PAIR.matcher(parts[0]).lookingAt()
                ? new LibSvmLine(null, parts)
                : new LibSvmLine(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
    }

    /** Returns the label; null if the line has none. */
    String label() {
        return label;
    }

    /** Returns the highest index of the pairs that have a valid one; 0 for none. */
    int highestIndex() {
        int highest = 0;
        for (String pair : pairs) {
            highest = Math.max(highest, index(pair));
        }
        return highest;
    }

    /**
     * Reads the values of the features.
     *
     * @param values receives the values, [index - 1]; all 0 before
     * @return what is wrong with the line, or null
     */
    String read(double[] values) {
        BitSet seen = new BitSet(values.length);
        for (String pair : pairs) {
            int index = index(pair);
            if (index < 1) {
                return "'" + pair + "' is no index:value; indices are whole numbers from 1";
            }
            if (seen.get(index)) {
                return "index " + index + " stands there twice";
            }
            seen.set(index);
            String value = pair.substring(pair.indexOf(':') + 1);
            values[index - 1] = NUMBERS.parse(value);
            if (Double.isNaN(values[index - 1])) {
                return "'" + value + "' of index " + index + " is no number";
            }
        }
        return null;
    }

    /** Returns the index of a pair; 0 if it has none. */
    private static int index(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 1 || colon > 9) {
            return 0;
        }
        int index = 0;
        for (int i = 0; i < colon; i++) {
            char digit = pair.charAt(i);
            if (digit < '0' || digit > '9') {
                return 0;
            }
            index = 10 * index + (digit - '0');
        }
        return index;
    }
}
