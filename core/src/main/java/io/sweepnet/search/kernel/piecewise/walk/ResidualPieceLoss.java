package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.loss.Loss;
import io.sweepnet.loss.ResidualPieces;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import java.util.Arrays;

/**
 * A loss by residual that is a polynomial of degree 2 in each of a few zones of the residual: one zone for squared
 * error, two for absolute error, three for Huber's loss. The zones are the pieces of {@link ResidualPieces}. Along the
 * straight line of an output the loss is a quadratic in t until the residual leaves its zone.
 */
public final class ResidualPieceLoss implements PieceLoss {

    private PieceCollector collector;
    private final double[][] targets;

    /** True if the pieces around t = 0 are summed separately. */
    private final boolean isBaseSeparate;

    /** Upper ends of all zones but the last. */
    private final double[] ends;

    /** Coefficients of each zone: the constant, and the factors of the residual and of its square, [zone]. */
    private final double[] constant;

    private final double[] linear;
    private final double[] square;

    private int row;
    private double weight;
    private boolean toTheRight;

    /** The quadratics of each output around t = 0, and on the current piece of the walk, [output][coefficient]. */
    private final double[][] base;

    private final double[][] previous;

    /** Work space: coefficients. */
    private final double[] next = new double[PiecewiseQuadratic.COEFFICIENTS];

    private final double[] difference = new double[PiecewiseQuadratic.COEFFICIENTS];

    /**
     * @param targets [output][row]
     * @param isBaseSeparate whether the pieces around t = 0 are summed separately
     */
    private ResidualPieceLoss(ResidualPieces pieces, double[][] targets, boolean isBaseSeparate) {
        this.targets = targets;
        this.isBaseSeparate = isBaseSeparate;
        this.ends = pieces.ends();
        this.constant = pieces.constant();
        this.linear = pieces.linear();
        this.square = pieces.square();
        base = new double[targets.length][PiecewiseQuadratic.COEFFICIENTS];
        previous = new double[targets.length][PiecewiseQuadratic.COEFFICIENTS];
    }

    /**
     * Returns the losses of rows for a loss made of pieces.
     *
     * @param pieces the zones of the loss
     * @param targets targets, [output][row]
     */
    public static ResidualPieceLoss of(ResidualPieces pieces, double[][] targets) {
        return new ResidualPieceLoss(pieces, targets, false);
    }

    /**
     * Returns the losses of rows for squared error without the pieces around t = 0, which are summed separately: only
     * changes at breakpoints are added.
     *
     * @param targets targets, [output][row]
     */
    public static ResidualPieceLoss ofSquareChanges(double[][] targets) {
        return new ResidualPieceLoss(ResidualPieces.ofSquare(), targets, true);
    }

    /** Returns whether a loss is a multiple of squared error, for which there are faster ways. */
    public static boolean isSquare(Loss loss) {
        return loss.residualPieces().filter(ResidualPieces::isSquare).isPresent();
    }

    @Override
    public void beginStep(PieceCollector collector) {
        this.collector = collector;
    }

    @Override
    public void beginRow(int row, double weight, OutputLines lines) {
        this.row = row;
        this.weight = weight;
        for (int output = 0; output < targets.length; output++) {
            double residual = lines.at0[output] - targets[output][row];
            quadratic(zone(residual, 0), residual, lines.slope[output], base[output]);
            if (!isBaseSeparate) {
                double[] coefficients = base[output];
                collector.add(weight * coefficients[0], weight * coefficients[1], weight * coefficients[2]);
                collector.growErrorBound(weight * coefficients[0], weight * coefficients[1], weight * coefficients[2]);
            }
        }
    }

    /** Returns the zone of a residual that is about to move in a direction; at an end of two zones the one ahead. */
    private int zone(double residual, double direction) {
        int zone = 0;
        while (zone < ends.length && (residual > ends[zone] || (residual == ends[zone] && direction > 0))) {
            zone++;
        }
        return zone;
    }

    private void quadratic(int zone, double residual, double slope, double[] coefficients) {
        coefficients[0] = constant[zone] + residual * (linear[zone] + square[zone] * residual);
        coefficients[1] = slope * (linear[zone] / 2 + square[zone] * residual);
        coefficients[2] = square[zone] * slope * slope;
    }

    @Override
    public void beginSide(boolean toTheRight) {
        this.toTheRight = toTheRight;
        for (int output = 0; output < previous.length; output++) {
            System.arraycopy(base[output], 0, previous[output], 0, base[output].length);
        }
    }

    @Override
    public void addPiece(double from, double to, OutputLines lines, double margin) {
        double direction = toTheRight ? 1 : -1;
        Arrays.fill(difference, 0);
        for (int output = 0; output < targets.length; output++) {
            double at0 = lines.at0[output] - targets[output][row];
            double slope = lines.slope[output];
            quadratic(zone(at0 + slope * from, direction * slope), at0, slope, next);
            for (int c = 0; c < difference.length; c++) {
                difference[c] += next[c] - previous[output][c];
                previous[output][c] = next[c];
            }
        }
        if (margin > 0) {
            // Near the jump the row may be on either side. A jump by 0 may be one in the last bits.
            double jump = difference[0] + from * (2 * difference[1] + from * difference[2]);
            collector.jump(from, toTheRight, margin, weight * Math.abs(jump));
        }
        change(from, difference);
        if (ends.length > 0) {
            for (int output = 0; output < targets.length; output++) {
                addZoneChanges(output, from, to, lines.at0[output] - targets[output][row], lines.slope[output]);
            }
        }
    }

    /** Adds the changes where the residual of an output leaves its zone. */
    private void addZoneChanges(int output, double from, double to, double at0, double slope) {
        double direction = toTheRight ? 1 : -1;
        boolean rises = direction * slope > 0;
        if (slope == 0) {
            return;
        }
        int zone = zone(at0 + slope * from, direction * slope);
        while (rises ? zone < ends.length : zone > 0) {
            double crossing = (ends[rises ? zone : zone - 1] - at0) / slope;
            if (!(direction * crossing < direction * to)) {
                return;
            }
            zone += rises ? 1 : -1;
            quadratic(zone, at0, slope, next);
            for (int c = 0; c < difference.length; c++) {
                difference[c] = next[c] - previous[output][c];
                previous[output][c] = next[c];
            }
            change(toTheRight ? Math.max(crossing, from) : Math.min(crossing, from), difference);
        }
    }

    private void change(double t, double[] coefficients) {
        if (coefficients[0] != 0 || coefficients[1] != 0 || coefficients[2] != 0) {
            collector.change(
                    t, toTheRight, weight * coefficients[0], weight * coefficients[1], weight * coefficients[2]);
            collector.growErrorBound(weight * coefficients[0], weight * coefficients[1], weight * coefficients[2]);
        }
    }

    @Override
    public void addUncertain(double from, double to) {
        collector.uncertain(Math.min(from, to), Math.max(from, to), Double.POSITIVE_INFINITY);
    }
}
