package io.sweepnet.random;

/** Sorting of positions without boxing them. */
public final class Ordering {

    /** Compares two positions; positive where the first comes later. */
    @FunctionalInterface
    public interface PositionComparator {
        int compare(int a, int b);
    }

    private Ordering() {}

    /** The positions 0 .. size-1 in ascending order; equal ones keep their order (a merge sort, O(n log n)). */
    public static int[] ascending(int size, PositionComparator comparator) {
        return ascending(new int[size], new int[size], comparator);
    }

    /** The same in two arrays of the size; one of them is returned. */
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
