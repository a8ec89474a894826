package io.sweepnet.random;

/** Stable sorting of positions without boxing. */
public final class Ordering {

    /** A comparison of two positions. */
    @FunctionalInterface
    public interface PositionComparator {
        /** Returns a positive number if a comes after b, a negative one if before, and 0 if they are equal. */
        int compare(int a, int b);
    }

    private Ordering() {}

    /** Returns the positions 0 .. size-1 in ascending order; equal ones keep their order (a merge sort, O(n log n)). */
    public static int[] ascending(int size, PositionComparator comparator) {
        return ascending(new int[size], new int[size], comparator);
    }

    /** Sorts the positions as {@link #ascending(int, PositionComparator)} does, in two given arrays; returns one of them. */
    static int[] ascending(int[] first, int[] second, PositionComparator comparator) {
        int size = first.length;
        int[] source = first;
        int[] target = second;
        for (int i = 0; i < size; i++) {
            source[i] = i;
        }
        for (int width = 1; width < size && width > 0; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                int middle = (int) Math.min((long) from + width, size);
                int to = (int) Math.min((long) from + 2L * width, size);
                merge(source, target, from, middle, to, comparator);
                if (to == size) {
                    break;
                }
            }
            int[] swap = source;
            source = target;
            target = swap;
        }
        return source;
    }

    private static void merge(int[] source, int[] target, int from, int middle, int to, PositionComparator comparator) {
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && comparator.compare(source[left], source[right]) <= 0);
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }
}
