package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * Of one unit and all rows under squared error, in u, the change of the unit's pre-activation: the straight line on which
 * the residuals go on from where they are, and how far u may go up or down before anything bends. All parameters of the
 * unit share it, as long as the search stays where it is. Columns are {@code [tile][row]}.
 */
public final class UnitLines {

    /** Distances to the nearest bend, at least 0; not kept where {@code ShallowHinges} finds the rows that bend. */
    public final double[][] up;

    public final double[][] down;

    /** Weighted, summed over outputs: residual times slope, and slope squared. */
    public final double[][] first;

    public final double[][] second;

    /** Slopes of the outputs in the unit's activation, [output][tile][row]. */
    public final double[][][] slopes;

    public UnitLines(Tiles tiles, int outputs) {
        up = tiles.column();
        down = tiles.column();
        first = tiles.column();
        second = tiles.column();
        slopes = new double[outputs][][];
        Arrays.setAll(slopes, output -> tiles.column());
    }
}
