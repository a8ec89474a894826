package io.sweepnet.spark.rows;

import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the rows of sorted partitions stand in canonical order, and which class each has. */
final class CanonicalPlaces {

    private final List<ClassBytes> partitions;

    /** The place of each partition's first row and, last, the number of all rows. */
    private final int[] first;

    CanonicalPlaces(List<ClassBytes> partitions) {
        this.partitions = partitions;
        first = new int[partitions.size() + 1];
        for (int i = 0; i < partitions.size(); i++) {
            first[i + 1] = first[i] + partitions.get(i).rows();
        }
    }

    /** The place of a partition's first row. */
    int first(int partition) {
        return first[partition];
    }

    int rows() {
        return first[first.length - 1];
    }

    /** The class of the row at a place; 0 where the target is a number. */
    int classAt(int place) {
        int found = Arrays.binarySearch(first, place);
        int partition = found < 0 ? -found - 2 : found;
        // Of partitions that begin at one place all but the last are empty.
        while (first[partition + 1] == place) {
            partition++;
        }
        return partitions.get(partition).at(place - first[partition]);
    }

    /** How many rows of each part each partition has, [partition]. */
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

    /** How many rows each partition has. */
    int[] counts() {
        return partitions.stream().mapToInt(ClassBytes::rows).toArray();
    }
}
