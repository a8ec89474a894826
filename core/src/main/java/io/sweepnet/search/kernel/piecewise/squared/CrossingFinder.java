package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.search.kernel.piecewise.pieces.BranchFree;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import java.util.Arrays;

/**
 * Finds the rows of a tile in which a unit, or one of those that it feeds, may reach its kink at 0 in the range of a
 * parameter. The loops have no branches and avoid {@link Math#min}, which takes several instructions, so that C2
 * vectorises them. The interval from centre - half to centre + half includes 0 where s = |centre| - half is below 0,
 * and only there |s| - s is above 0.
 */
final class CrossingFinder {

    /** Factor that widens ranges, since their ends are rounded; no relevant crossing is missed. */
    private static final double WIDER = 1 + 1e-9;

    /** Rounding error of a change of an activation, as a share of the pre-activation. */
    private static final double ROUNDING = 1e-15;

    private final double[] centre = new double[Tiles.ROWS];
    private final double[] half = new double[Tiles.ROWS];
    private final double[] highest = new double[Tiles.ROWS];
    private final double[] lowest = new double[Tiles.ROWS];
    private final double[] score = new double[Tiles.ROWS];
    private final int[] found = new int[Tiles.ROWS];

    /**
     * Begins with a unit whose activation is the identity: its range is the range of the parameter times the
     * parameter's factor.
     *
     * @param input the factor of the parameter in each row of the tile
     * @param low end of the range of the parameter, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @param rows number of rows of the tile
     */
    void beginIdentity(double[] input, double low, double high, int rows) {
        double middle = (high + low) / 2;
        double reach = (high - low) / 2 * WIDER;
        for (int i = 0; i < rows; i++) {
            centre[i] = input[i] * middle;
        }
        for (int i = 0; i < rows; i++) {
            half[i] = Math.abs(input[i]) * reach;
        }
        Arrays.fill(score, 0, rows, 0);
    }

    /**
     * Begins with a unit whose activation is ReLU: the range of its pre-activation, then that of its activation.
     *
     * @param own pre-activations of the unit, [row]
     * @param input the factor of the parameter in each row of the tile
     * @param low end of the range of the parameter, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @param rows number of rows of the tile
     */
    void beginHinge(double[] own, double[] input, double low, double high, int rows) {
        double middle = (high + low) / 2;
        double reach = (high - low) / 2 * WIDER;
        for (int i = 0; i < rows; i++) {
            double middleOf = own[i] + input[i] * middle;
            double s = Math.abs(middleOf) - Math.abs(input[i]) * reach;
            score[i] = Math.abs(s) - s;
        }
        for (int i = 0; i < rows; i++) {
            double end = own[i] + (input[i] * middle + Math.abs(input[i]) * reach);
            highest[i] = end + Math.abs(end);
        }
        for (int i = 0; i < rows; i++) {
            double end = own[i] + (input[i] * middle - Math.abs(input[i]) * reach);
            lowest[i] = end + Math.abs(end);
        }
        for (int i = 0; i < rows; i++) {
            centre[i] = 0.25 * (highest[i] + lowest[i]) - 0.5 * (own[i] + Math.abs(own[i]));
            half[i] = 0.25 * (highest[i] - lowest[i]) + ROUNDING * Math.abs(own[i]);
        }
    }

    /**
     * Adds a unit of the next layer that the unit feeds.
     *
     * @param next its pre-activations, [row]
     * @param weight the weight between the two units
     * @param rows number of rows of the tile
     */
    void addFedUnit(double[] next, double weight, int rows) {
        double size = Math.abs(weight);
        for (int i = 0; i < rows; i++) {
            double s = Math.abs(next[i] + centre[i] * weight) - half[i] * size;
            score[i] += Math.abs(s) - s;
        }
    }

    /** Lists the rows found, in ascending order; returns their number. */
    int find(int rows) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            found[count] = i;
            count += BranchFree.isPositive(score[i]);
        }
        return count;
    }

    /** Returns the rows found; the array is shared. */
    int[] found() {
        return found;
    }
}
