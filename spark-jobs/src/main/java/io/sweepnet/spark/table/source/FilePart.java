package io.sweepnet.spark.table.source;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of a file that is read at one go.
 *
 * @param file which file of the table
 * @param block where in the file the part begins
 */
public record FilePart(int file, long block) implements Comparable<FilePart>, Serializable {

    private static final Comparator<FilePart> READING_ORDER =
            Comparator.comparingInt(FilePart::file).thenComparingLong(FilePart::block);

    @Override
    public int compareTo(FilePart other) {
        return READING_ORDER.compare(this, other);
    }
}
