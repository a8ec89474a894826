package io.sweepnet.search.kernel.piecewise.pieces;

/** Finds the rows of a tile in which something bends in the range of a parameter, without a branch. */
public final class BreakpointFilter {

    /** Distances to bends are rounded; a range this much wider misses none that counts. */
    private static final double WIDER = 1 + 1e-9;

    private final double[] slack = new double[Tiles.ROWS];
    private final int[] found = new int[Tiles.ROWS];

    /**
     * Finds rows.
     *
     * @param input what the parameter multiplies
     * @param up how far the unit's pre-activation may rise before anything bends
     * @param down how far it may fall
     * @param low end of the range of the parameter, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @return how many were found
     */
    public int find(double[] input, double[] up, double[] down, double low, double high, int rows) {
        double middle = (high + low) / 2 * WIDER;
        double half = (high - low) / 2 * WIDER;
        for (int i = 0; i < rows; i++) {
            slack[i] = Math.min(
                    up[i] - (input[i] * middle + Math.abs(input[i]) * half),
                    down[i] - (Math.abs(input[i]) * half - input[i] * middle));
        }
        int count = 0;
        for (int i = 0; i < rows; i++) {
            found[count] = i;
            count += BranchFree.isNegative(slack[i]);
        }
        return count;
    }

    /** The rows that were found, ascending. */
    public int[] found() {
        return found;
    }
}
