package io.sweepnet.spark.table.source;

import java.util.Collection;

/** The names of the columns of LibSVM files: {@code label}, the target, and {@code x1}, {@code x2} ... by index. */
public final class LibSvmColumns {

    /** Name of the target. */
    static final String LABEL = "label";

    /** The largest number of digits of an index: any nine fit into an int. */
    private static final int MOST_DIGITS = 9;

    private LibSvmColumns() {}

    /** Returns the name of the feature of an index. */
    static String feature(int index) {
        return "x" + index;
    }

    /** Returns the highest index of a feature among the names; 0 if none is the name of a feature. */
    public static int highestIndex(Collection<String> names) {
        return names.stream().mapToInt(LibSvmColumns::index).max().orElse(0);
    }

    private static int index(String name) {
        boolean isFeature = name.matches("x[1-9][0-9]*") && name.length() <= MOST_DIGITS + 1;
        return isFeature ? Integer.parseInt(name.substring(1)) : 0;
    }
}
