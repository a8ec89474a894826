package io.sweepnet.spark.report.inspection;

import java.util.Arrays;
import java.util.List;

/**
 * Some parameters in a few numbers. -0 counts as 0.
 *
 * @param count how many there are
 * @param min the smallest
 * @param max the largest
 * @param zeros how many are 0
 * @param distinct how many different values there are
 * @param values the different values, ascending; empty where there are more than {@value #FEW}
 */
public record ValueSummary(int count, double min, double max, int zeros, int distinct, List<Double> values) {

    public static final int FEW = 5;

    /**
     * The summary of some values.
     *
     * @param values at least one, finite
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
