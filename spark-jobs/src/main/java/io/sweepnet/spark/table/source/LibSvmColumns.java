package io.sweepnet.spark.table.source;

import java.util.Collection;

/** The names that the columns of LibSVM files get: {@code label}, the target, and {@code x1}, {@code x2} ... by index. */
public final class LibSvmColumns {

    /** Name of the target. */
    static final String LABEL = "label";

    /** Nine digits fit into an int. */
    private static final int MOST_DIGITS = 9;

    private LibSvmColumns() {}

    /** Name of the feature of an index. */
    static String feature(int index) {
        return "x" + index;
    }

    /** The highest index that any of these names stands for; 0 where none does. */
    public static int highestIndex(Collection<String> names) {
        return names.stream().mapToInt(LibSvmColumns::index).max().orElse(0);
    }

    private static int index(String name) {
        boolean isFeature = name.matches("x[1-9][0-9]*") && name.length() <= MOST_DIGITS + 1;
        return isFeature ? Integer.parseInt(name.substring(1)) : 0;
    }
}
