package io.sweepnet.search.kernel.piecewise;

import java.util.Arrays;

/**
 * Of one unit and all rows under squared error, in u, the change of the unit's pre-activation: the straight line on which
 * the residuals go on from where they are, and how far u may go up or down before anything bends. All parameters of the
 * unit share it, as long as the search stays where it is. Columns are {@code [tile][row]}.
 */
final class UnitLines {

    /** Distances to the nearest bend, at least 0; not kept where {@link SquaredHinges} finds the rows that bend. */
    final double[][] up;

    final double[][] down;

    /** Weighted, summed over outputs: residual times slope, and slope squared. */
    final double[][] first;

    final double[][] second;

    /** Slopes of the outputs in the unit's activation, [output][tile][row]. */
    final double[][][] slopes;

    UnitLines(Tiles tiles, int outputs) {
        up = tiles.column();
        down = tiles.column();
        first = tiles.column();
        second = tiles.column();
        slopes = new double[outputs][][];
        Arrays.setAll(slopes, output -> tiles.column());
    }
}
