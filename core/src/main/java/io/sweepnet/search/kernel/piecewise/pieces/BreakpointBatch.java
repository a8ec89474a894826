package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * The changes of a sum of row losses at several breakpoints, gathered so that loops over them need no branches. All
 * arrays are by [change].
 */
public final class BreakpointBatch {

    /** Distances of the breakpoints from the current value. */
    public final double[] t = new double[Tiles.ROWS];

    /**
     * 1 where the change applies to the left of its breakpoint, 0 where it applies to the right; always away from 0.
     */
    public final int[] leftwards = new int[Tiles.ROWS];

    /** The changes of the coefficients of the quadratic {@code c0 + 2 c1 t + c2 t^2}. */
    public final double[] c0 = new double[Tiles.ROWS];

    public final double[] c1 = new double[Tiles.ROWS];
    public final double[] c2 = new double[Tiles.ROWS];

    /** The number of changes, at most {@link Tiles#ROWS}. */
    public int count;

    /** Begins with the given number of changes, all of which add nothing. */
    public void begin(int count) {
        this.count = count;
        Arrays.fill(c0, 0, count, 0);
        Arrays.fill(c1, 0, count, 0);
        Arrays.fill(c2, 0, count, 0);
    }
}
