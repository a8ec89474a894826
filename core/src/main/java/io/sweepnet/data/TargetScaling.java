package io.sweepnet.data;

import java.io.Serializable;

/**
 * An affine map of a numeric target, t' = (t - centre) / scale, so that a network of bounded parameters can reach targets
 * of any size. Predictions are mapped back; losses are reported in the target's own units.
 *
 * <pre>{@code
 * TargetScaling scaling = TargetScaling.standard(training);
 * Dataset scaled = scaling.apply(training);
 * double prediction = scaling.restore(output);
 * }</pre>
 *
 * @param centre finite
 * @param scale finite, above 0
 */
public record TargetScaling(double centre, double scale) implements Serializable {

    /** No scaling: centre 0, scale 1. */
    public static final TargetScaling NONE = new TargetScaling(0, 1);

    public TargetScaling {
        if (!Double.isFinite(centre) || !Double.isFinite(scale) || scale <= 0) {
            throw new IllegalArgumentException(
                    "a target scaling needs a finite centre and a finite scale above 0, got " + centre + ", " + scale);
        }
    }

    /**
     * Returns the scaling to mean 0 and population standard deviation 1 of the one target of a table; its scale is 1 if the
     * target is constant except for rounding.
     *
     * @throws IllegalArgumentException if the table has several targets
     */
    public static TargetScaling standard(Dataset dataset) {
        if (dataset.targets().length != 1) {
            throw new IllegalArgumentException("a target scaling is for one target, got " + dataset.targetNames());
        }
        return standard(ColumnStatistics.of(dataset.canonical().targets()).get(0));
    }

    /** Returns the scaling of {@link #standard(Dataset)}, given the statistics of the target. */
    public static TargetScaling standard(ColumnStatistics column) {
        double scale = column.isConstant() ? 1 : column.deviation();
        return new TargetScaling(column.mean(), scale > 0 && Double.isFinite(scale) ? scale : 1);
    }

    /** Returns whether this leaves targets as they are. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Returns the table with its targets mapped. */
    public Dataset apply(Dataset dataset) {
        double[][] scaled = new double[dataset.targets().length][dataset.rows()];
        for (int i = 0; i < scaled.length; i++) {
            for (int row = 0; row < scaled[i].length; row++) {
                scaled[i][row] = (dataset.targets()[i][row] - centre) / scale;
            }
        }
        return dataset.withTargets(scaled);
    }

    /** Returns a network's output in the target's own units. */
    public double restore(double output) {
        return centre + scale * output;
    }
}
