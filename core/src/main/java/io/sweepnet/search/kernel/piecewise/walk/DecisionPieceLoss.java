package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.loss.DecisionLoss;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;

/**
 * The 0-1 error. Along straight lines of the outputs a row is classified correctly on one interval of t, in which the
 * output of its class is above those before it and not below those after it. Near the ends of that interval, and where
 * outputs are equal within their error bound, the row is uncertain.
 */
public final class DecisionPieceLoss implements PieceLoss {

    private PieceCollector collector;
    private final double[] classes;

    /** Error bound of the difference of two outputs. */
    private double error;

    private final PreActivationErrors bounds;

    private int row;
    private double weight;
    private boolean toTheRight;
    private boolean isBaseCorrect;
    private boolean isCorrect;
    private boolean isOnBasePiece;

    /**
     * Creates the losses of rows.
     *
     * @param bounds the error bounds of the current step
     * @param classes the class of each row, [row]
     */
    public DecisionPieceLoss(PreActivationErrors bounds, double[] classes) {
        this.bounds = bounds;
        this.classes = classes;
    }

    /** Returns whether every wrong class costs 1 and the right one costs nothing. */
    public static boolean serves(DecisionLoss loss, int classes) {
        for (int target = 0; target < classes; target++) {
            for (int predicted = 0; predicted < classes; predicted++) {
                if (loss.cost(target, predicted) != (predicted == target ? 0 : 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void beginStep(PieceCollector collector) {
        this.collector = collector;
        error = 2 * bounds.ofOutputs();
    }

    @Override
    public void beginRow(int row, double weight, OutputLines lines) {
        this.row = row;
        this.weight = weight;
        int highest = 0;
        for (int output = 1; output < lines.count(); output++) {
            if (lines.at0[output] > lines.at0[highest]) {
                highest = output;
            }
        }
        isBaseCorrect = highest == (int) classes[row];
        collector.add(isBaseCorrect ? 0 : weight, 0, 0);
    }

    @Override
    public void beginSide(boolean toTheRight) {
        this.toTheRight = toTheRight;
        isCorrect = isBaseCorrect;
        isOnBasePiece = true;
    }

    @Override
    public void addPiece(double from, double to, OutputLines lines, double margin) {
        isOnBasePiece &= lines.isConstant && margin == 0;
        if (isOnBasePiece) {
            // The outputs have the bits of the current parameters.
            return;
        }
        double left = Math.min(from, to);
        double right = Math.max(from, to);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        int own = (int) classes[row];
        for (int other = 0; other < lines.count(); other++) {
            if (other == own) {
                continue;
            }
            double at0 = lines.at0[own] - lines.at0[other];
            double slope = lines.slope[own] - lines.slope[other];
            double leftSize = Math.abs(at0 + slope * left);
            double rightSize = Math.abs(at0 + slope * right);
            if (error > 0 && Math.max(leftSize, rightSize) <= error) {
                collector.uncertain(left, right, weight);
            } else if (slope == 0) {
                boolean isAbove = at0 > 0 || (at0 == 0 && own < other);
                low = isAbove ? low : Double.POSITIVE_INFINITY;
            } else {
                double crossing = -at0 / slope;
                double width = error / Math.abs(slope);
                if (crossing + width >= left && crossing - width <= right) {
                    collector.uncertain(Math.max(left, crossing - width), Math.min(right, crossing + width), weight);
                }
                if (slope > 0) {
                    low = Math.max(low, crossing);
                } else {
                    high = Math.min(high, crossing);
                }
            }
        }
        if (toTheRight) {
            setCorrect(low <= from && high > from && low < high, from, margin);
            if (low < high) {
                if (low > from && low < to) {
                    setCorrect(true, low, 0);
                }
                if (high > from && high < to) {
                    setCorrect(false, high, 0);
                }
            }
        } else {
            setCorrect(high >= from && low < from && low < high, from, margin);
            if (low < high) {
                if (high < from && high > to) {
                    setCorrect(true, high, 0);
                }
                if (low < from && low > to) {
                    setCorrect(false, low, 0);
                }
            }
        }
    }

    private void setCorrect(boolean correct, double t, double margin) {
        if (correct != isCorrect) {
            isCorrect = correct;
            collector.jump(t, toTheRight, margin, weight);
            collector.change(t, toTheRight, correct ? -weight : weight, 0, 0);
        }
    }

    @Override
    public void addUncertain(double from, double to) {
        collector.uncertain(Math.min(from, to), Math.max(from, to), weight);
    }
}
