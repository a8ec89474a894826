package io.sweepnet.spark.data;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of a file that is read at one go.
 *
 * @param file which file of the table
 * @param block where in the file the part begins
 */
record BlockPlace(int file, long block) implements Comparable<BlockPlace>, Serializable {

    private static final Comparator<BlockPlace> READING_ORDER =
            Comparator.comparingInt(BlockPlace::file).thenComparingLong(BlockPlace::block);

    @Override
    public int compareTo(BlockPlace other) {
        return READING_ORDER.compare(this, other);
    }
}
