package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.search.kernel.piecewise.pieces.BranchFree;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import java.util.Arrays;

/**
 * Finds the rows of a tile in which a unit, or one of those that it feeds, may meet 0 in the range of a parameter. In loops
 * that C2 makes vector instructions of: without a branch, and without {@link Math#min}, which takes several. What is in
 * centre - half .. centre + half meets 0 where s = |centre| - half is below 0, and only there |s| - s is above 0.
 */
final class CrossingFinder {

    /** Ends of ranges are rounded; one this much wider misses no crossing that counts. */
    private static final double WIDER = 1 + 1e-9;

    /** Rounding of a change of an activation, as a share of the pre-activation. */
    private static final double ROUNDING = 1e-15;

    private final double[] centre = new double[Tiles.ROWS];
    private final double[] half = new double[Tiles.ROWS];
    private final double[] highest = new double[Tiles.ROWS];
    private final double[] lowest = new double[Tiles.ROWS];
    private final double[] score = new double[Tiles.ROWS];
    private final int[] found = new int[Tiles.ROWS];

    /**
     * Begins with a unit that is a sum: its range is what the parameter multiplies times the parameter's.
     *
     * @param low end of the range of the parameter, at or below 0, as a distance from the current value
     * @param high end at or above 0
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

    /** Begins with a unit that bends at 0 and is 0 below: the range of its pre-activation, then that of its activation. */
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

    /** The unit feeds one of the next layer. */
    void addFedUnit(double[] next, double weight, int rows) {
        double size = Math.abs(weight);
        for (int i = 0; i < rows; i++) {
            double s = Math.abs(next[i] + centre[i] * weight) - half[i] * size;
            score[i] += Math.abs(s) - s;
        }
    }

    /** Lists the rows that were found, ascending; returns how many. */
    int find(int rows) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            found[count] = i;
            count += BranchFree.isPositive(score[i]);
        }
        return count;
    }

    int[] found() {
        return found;
    }
}
