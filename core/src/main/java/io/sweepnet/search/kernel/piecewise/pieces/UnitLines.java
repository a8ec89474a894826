package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * The straight lines of the residuals of all rows, as a function of u, the change of one unit's pre-activation, and how
 * far u may rise or fall before a row reaches a breakpoint. All parameters of the unit share them until the search
 * moves. Columns are {@code [tile][row]}.
 */
public final class UnitLines {

    /**
     * Distances in u to the nearest breakpoint above and below, at least 0; not set where {@code ShallowHinges} finds
     * the rows with breakpoints.
     */
    public final double[][] up;

    public final double[][] down;

    /** Weighted sums over outputs: residual times slope, and slope squared, where slopes are in u. */
    public final double[][] first;

    public final double[][] second;

    /** Slopes of the outputs in the unit's activation, [output][tile][row]. */
    public final double[][][] slopes;

    /** Lines with room for all rows, to be set by {@link LineTracer}. */
    public UnitLines(Tiles tiles, int outputs) {
        up = tiles.column();
        down = tiles.column();
        first = tiles.column();
        second = tiles.column();
        slopes = new double[outputs][][];
        Arrays.setAll(slopes, output -> tiles.column());
    }
}
