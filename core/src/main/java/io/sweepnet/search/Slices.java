package io.sweepnet.search;

/** The check of the bounds of a slice, common to all kinds of candidates. */
final class Slices {

    private Slices() {}

    static void check(int from, int to, int low, int high) {
        if (from < low || to < from || to > high) {
            throw new IllegalArgumentException(
                    "a slice must lie in " + low + " .. " + high + ", got " + from + " .. " + to);
        }
    }
}
