package io.sweepnet.search.kernel.piecewise.pieces;

/** Finds, without branches, the rows of a tile that may reach a breakpoint in the range of a parameter. */
public final class BreakpointFilter {

    /** Factor that widens the range, since distances to breakpoints are rounded; no relevant breakpoint is missed. */
    private static final double WIDER = 1 + 1e-9;

    private final double[] slack = new double[Tiles.ROWS];
    private final int[] found = new int[Tiles.ROWS];

    /**
     * Finds rows.
     *
     * @param input the factor of the parameter in each row of the tile
     * @param up how far the unit's pre-activation can rise before it reaches a breakpoint
     * @param down how far it can fall before it reaches a breakpoint
     * @param low end of the range of the parameter, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @return the number of rows found
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

    /** Returns the rows found, in ascending order. The array is shared. */
    public int[] found() {
        return found;
    }
}
