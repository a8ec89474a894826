package io.sweepnet.metric;

/**
 * A metric of each class, whose value as a whole is the macro average: the mean over classes, all of which count the same.
 * Classes for which the metric is not defined do not count in the mean; if it is not defined for any class, neither is the
 * mean. For example the share of a class's rows that are predicted as another class:
 *
 * <pre>{@code
 * final class MissRate extends MacroMetric {
 *     public String name() { return "miss_rate"; }
 *     public boolean higherIsBetter() { return false; }
 *     protected Double ofClass(ClassCounts counts, int k) {
 *         return counts.actual(k) > 0 ? 1 - counts.right(k) / counts.actual(k) : null;
 *     }
 * }
 * }</pre>
 */
public abstract class MacroMetric extends ClassCountMetric {

    private static final long serialVersionUID = 1;

    @Override
    protected final boolean hasClassValues() {
        return true;
    }

    @Override
    protected Double whole(ClassCounts counts) {
        Double[] values = new Double[counts.classes()];
        for (int k = 0; k < values.length; k++) {
            values[k] = ofClass(counts, k);
        }
        return mean(values);
    }

    /** Returns the mean of the values that are not null; null if all are. */
    static Double mean(Double[] values) {
        double sum = 0;
        int defined = 0;
        for (Double value : values) {
            if (value != null) {
                sum += value;
                defined++;
            }
        }
        return defined > 0 ? sum / defined : null;
    }
}
