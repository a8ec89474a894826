package io.sweepnet.search.kernel.piecewise.pieces;

/** Shell sort of indices by the elements that they refer to. Unlike a sort with a comparator it creates no objects. */
public final class IndexSort {

    /** A strict total order of indices: no two are equal. */
    @FunctionalInterface
    public interface Order {
        /** Returns whether index {@code a} comes before index {@code b}. */
        boolean isBefore(int a, int b);
    }

    private IndexSort() {}

    /** Sorts the first {@code length} indices in place. */
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
