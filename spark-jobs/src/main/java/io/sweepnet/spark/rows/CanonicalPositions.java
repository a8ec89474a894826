package io.sweepnet.spark.rows;

import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The positions, in canonical order, of the rows of sorted partitions, and the classes of the rows. */
final class CanonicalPositions {

    private final List<ClassBytes> partitions;

    /** The position of each partition's first row, followed by the number of all rows. */
    private final int[] first;

    CanonicalPositions(List<ClassBytes> partitions) {
        this.partitions = partitions;
        first = new int[partitions.size() + 1];
        for (int i = 0; i < partitions.size(); i++) {
            first[i + 1] = first[i] + partitions.get(i).rows();
        }
    }

    /** Returns the position of a partition's first row. */
    int first(int partition) {
        return first[partition];
    }

    /** Returns the class of the row at a position; 0 if the target is a number. */
    int classAt(int position) {
        int found = Arrays.binarySearch(first, position);
        int partition = found < 0 ? -found - 2 : found;
        // Of several partitions that begin at the same position, all but the last are empty.
        while (first[partition + 1] == position) {
            partition++;
        }
        return partitions.get(partition).at(position - first[partition]);
    }

    /** Returns the number of rows of each part in each partition, [partition]. */
    Map<Part, int[]> counts(SplitPlan plan) {
        Map<Part, int[]> counts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            counts.put(part, new int[partitions.size()]);
        }
        for (int partition = 0; partition < partitions.size(); partition++) {
            ClassBytes rows = partitions.get(partition);
            for (int row = 0; row < rows.rows(); row++) {
                counts.get(plan.part(first[partition] + row, rows.at(row)))[partition]++;
            }
        }
        return counts;
    }

    /** Returns the number of rows of each partition. */
    int[] counts() {
        return partitions.stream().mapToInt(ClassBytes::rows).toArray();
    }
}
