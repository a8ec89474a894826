package io.sweepnet.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric for classification that is a function of {@link ClassCounts}: one value as a whole and, for some metrics, one of
 * each class. For example the share of the rows that are predicted as the last class:
 *
 * <pre>{@code
 * final class LastClassShare extends ClassCountMetric {
 *     public String name() { return "last_class_share"; }
 *     public boolean higherIsBetter() { return true; }
 *     protected Double whole(ClassCounts counts) {
 *         return counts.predicted(counts.classes() - 1) / counts.total();
 *     }
 *     protected boolean hasClassValues() { return false; }
 *     protected Double ofClass(ClassCounts counts, int k) { return null; }
 * }
 * }</pre>
 */
public abstract class ClassCountMetric extends SumMetric {

    private static final long serialVersionUID = 1;

    /** Returns the metric as a whole; null if it is not defined. */
    protected abstract Double whole(ClassCounts counts);

    /** Returns whether the metric also has a value of each class. */
    protected abstract boolean hasClassValues();

    /** Returns the metric of class k; null if it is not defined. It is called only if {@link #hasClassValues} is true. */
    protected abstract Double ofClass(ClassCounts counts, int k);

    @Override
    public final boolean isForClasses() {
        return true;
    }

    @Override
    protected final int size(TargetSummary target) {
        return ClassCounts.size(target.classes().size());
    }

    @Override
    protected final void add(PredictedRows rows, TargetSummary target, double[] sums) {
        ClassCounts.add(rows, target.classes().size(), sums);
    }

    @Override
    protected final List<MetricValue> values(double[] sums, TargetSummary target) {
        ClassCounts counts = new ClassCounts(sums, target.weight());
        List<MetricValue> values = new ArrayList<>();
        values.add(MetricValue.ofWhole(this, whole(counts)));
        if (hasClassValues()) {
            for (int k = 0; k < counts.classes(); k++) {
                values.add(MetricValue.of(this, target.classes().get(k), ofClass(counts, k)));
            }
        }
        return values;
    }
}
