package io.sweepnet.spark.table.source;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A part of a file that one task reads.
 *
 * @param file index of the file in the table
 * @param block offset in the file, in bytes, at which the part begins; for a DataFrame the partition
 */
public record FilePart(int file, long block) implements Comparable<FilePart>, Serializable {

    private static final Comparator<FilePart> READING_ORDER =
            Comparator.comparingInt(FilePart::file).thenComparingLong(FilePart::block);

    @Override
    public int compareTo(FilePart other) {
        return READING_ORDER.compare(this, other);
    }
}
