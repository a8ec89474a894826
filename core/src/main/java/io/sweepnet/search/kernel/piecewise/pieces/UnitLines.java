package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * The straight lines of the residuals of all rows, as a function of u, the change of one unit's pre-activation, and how
 * far u may rise or fall before a row reaches a breakpoint. All parameters of the unit share them until the search
 * moves. Columns are {@code [tile][row]}.
 */
public final class UnitLines {

    /**
     * The distance in u to the nearest breakpoint above, at least 0; not set where {@code ShallowHinges} finds the rows
     * with breakpoints.
     */
    public final double[][] up;

    /** The distance in u to the nearest breakpoint below, as {@link #up}. */
    public final double[][] down;

    /** The weighted sum over outputs of residual times slope in u. */
    public final double[][] linear;

    /** The weighted sum over outputs of the squared slope in u. */
    public final double[][] quadratic;

    /** Slopes of the outputs in the unit's activation, [output][tile][row]. */
    public final double[][][] slopes;

    /** Lines with room for all rows, to be set by {@link LineTracer}. */
    public UnitLines(Tiles tiles, int outputs) {
        up = tiles.column();
        down = tiles.column();
        linear = tiles.column();
        quadratic = tiles.column();
        slopes = new double[outputs][][];
        Arrays.setAll(slopes, output -> tiles.column());
    }
}
