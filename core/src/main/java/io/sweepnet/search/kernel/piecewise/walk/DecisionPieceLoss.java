package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.loss.DecisionLoss;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;

/**
 * 0-1 error: along straight lines of the outputs a row is right on one interval of t, where its class's output is above
 * those before it and not below those after it. Near the ends of that interval, and where outputs are as good as equal, the
 * row is in doubt.
 */
public final class DecisionPieceLoss implements PieceLoss {

    private PieceCollector sums;
    private final double[] classes;

    /** By how much the difference of two outputs may be off. */
    private double error;

    private final PreActivationErrors bounds;

    private int row;
    private double weight;
    private boolean toTheRight;
    private boolean isBaseRight;
    private boolean isRight;
    private boolean isBase;

    /** @param classes the class of each row */
    public DecisionPieceLoss(PreActivationErrors bounds, double[] classes) {
        this.bounds = bounds;
        this.classes = classes;
    }

    /** Whether every wrong class costs 1, and the right one nothing. */
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
    public void into(PieceCollector sums) {
        this.sums = sums;
        error = 2 * bounds.ofOutputs();
    }

    @Override
    public void begin(int row, double weight, OutputLines lines) {
        this.row = row;
        this.weight = weight;
        int found = 0;
        for (int output = 1; output < lines.count(); output++) {
            if (lines.at0[output] > lines.at0[found]) {
                found = output;
            }
        }
        isBaseRight = found == (int) classes[row];
        sums.add(isBaseRight ? 0 : weight, 0, 0);
    }

    @Override
    public void side(boolean toTheRight) {
        this.toTheRight = toTheRight;
        isRight = isBaseRight;
        isBase = true;
    }

    @Override
    public void piece(double from, double to, OutputLines lines, double margin) {
        isBase &= lines.isStill && margin == 0;
        if (isBase) {
            // The outputs are those of the current parameters, to the bit.
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
                sums.doubt(left, right, weight);
            } else if (slope == 0) {
                boolean isAbove = at0 > 0 || (at0 == 0 && own < other);
                low = isAbove ? low : Double.POSITIVE_INFINITY;
            } else {
                double meets = -at0 / slope;
                double width = error / Math.abs(slope);
                if (meets + width >= left && meets - width <= right) {
                    sums.doubt(Math.max(left, meets - width), Math.min(right, meets + width), weight);
                }
                if (slope > 0) {
                    low = Math.max(low, meets);
                } else {
                    high = Math.min(high, meets);
                }
            }
        }
        if (toTheRight) {
            set(low <= from && high > from && low < high, from, margin);
            if (low < high) {
                if (low > from && low < to) {
                    set(true, low, 0);
                }
                if (high > from && high < to) {
                    set(false, high, 0);
                }
            }
        } else {
            set(high >= from && low < from && low < high, from, margin);
            if (low < high) {
                if (high < from && high > to) {
                    set(true, high, 0);
                }
                if (low < from && low > to) {
                    set(false, low, 0);
                }
            }
        }
    }

    private void set(boolean right, double t, double margin) {
        if (right != isRight) {
            isRight = right;
            sums.jump(t, toTheRight, margin, weight);
            sums.change(t, toTheRight, right ? -weight : weight, 0, 0);
        }
    }

    @Override
    public void unknown(double from, double to) {
        sums.doubt(Math.min(from, to), Math.max(from, to), weight);
    }
}
