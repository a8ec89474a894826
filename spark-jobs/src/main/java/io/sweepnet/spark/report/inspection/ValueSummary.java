package io.sweepnet.spark.report.inspection;

import java.util.Arrays;
import java.util.List;

/**
 * A summary of a set of parameters. -0 counts as 0.
 *
 * @param count number of parameters
 * @param min the smallest
 * @param max the largest
 * @param zeros number of zeros
 * @param distinct number of different values
 * @param values the different values, ascending; empty if there are more than {@value #FEW}
 */
public record ValueSummary(int count, double min, double max, int zeros, int distinct, List<Double> values) {

    /** The largest number of different values that are listed. */
    public static final int FEW = 5;

    /**
     * Returns the summary of the given values.
     *
     * @param values at least one value, all finite
     */
    public static ValueSummary of(double[] values) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        return new ValueSummary(
                sorted.length,
                sorted[0],
                sorted[sorted.length - 1],
                (int) Arrays.stream(sorted).filter(value -> value == 0).count(),
                distinct.length,
                distinct.length > FEW
                        ? List.of()
                        : Arrays.stream(distinct).boxed().toList());
    }
}
