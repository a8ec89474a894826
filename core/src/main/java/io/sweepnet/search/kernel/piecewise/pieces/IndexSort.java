package io.sweepnet.search.kernel.piecewise.pieces;

/** Sorts indices by what they stand for, Shell's way: for searches, since a comparator would need an object for each. */
public final class IndexSort {

    /** An order of indices; no two are equal in it. */
    @FunctionalInterface
    public interface Order {
        boolean isBefore(int a, int b);
    }

    private IndexSort() {}

    /** Sorts the first {@code length} indices. */
    public static void sort(int[] indices, int length, Order order) {
        for (int gap = length / 2; gap > 0; gap /= 2) {
            for (int i = gap; i < length; i++) {
                int moved = indices[i];
                int slot = i;
                while (slot >= gap && order.isBefore(moved, indices[slot - gap])) {
                    indices[slot] = indices[slot - gap];
                    slot -= gap;
                }
                indices[slot] = moved;
            }
        }
    }
}
