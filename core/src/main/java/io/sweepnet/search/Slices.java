package io.sweepnet.search;

/** The one check of slice bounds. */
final class Slices {

    private Slices() {}

    static void check(int from, int to, int low, int high) {
        if (from < low || to < from || to > high) {
            throw new IllegalArgumentException(
                    "a slice must lie in " + low + " .. " + high + ", got " + from + " .. " + to);
        }
    }
}
