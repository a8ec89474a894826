package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/** Changes of the sums of rows at breakpoints, gathered so that loops over them need no branches. By [change]. */
public final class BreakpointBatch {

    /** Distances of the breakpoints from the current value. */
    public final double[] t = new double[Tiles.ROWS];

    /** 1 where the change counts to the left of its breakpoint, 0 where it counts to the right: away from 0. */
    public final int[] leftwards = new int[Tiles.ROWS];

    /** What is added to the quadratic {@code c0 + 2 c1 t + c2 t^2}. */
    public final double[] c0 = new double[Tiles.ROWS];

    public final double[] c1 = new double[Tiles.ROWS];
    public final double[] c2 = new double[Tiles.ROWS];

    public int count;

    /** Begins with this many changes, all of which add nothing. */
    public void begin(int count) {
        this.count = count;
        Arrays.fill(c0, 0, count, 0);
        Arrays.fill(c1, 0, count, 0);
        Arrays.fill(c2, 0, count, 0);
    }
}
