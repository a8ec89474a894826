package io.sweepnet.metric;

import java.util.ArrayList;
import java.util.List;

/** A metric of classes that is made of {@link ClassCounts}: as a whole, and of each class where it has such values. */
public abstract class ClassCountMetric extends SumMetric {

    private static final long serialVersionUID = 1;

    /** The metric as a whole; null where it is not defined. */
    protected abstract Double whole(ClassCounts counts);

    /** Whether it has values of classes, too. */
    protected abstract boolean hasClassValues();

    /** The metric of a class; null where it is not defined. Asked for only where {@link #hasClassValues}. */
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
