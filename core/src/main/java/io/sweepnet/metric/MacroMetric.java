package io.sweepnet.metric;

/**
 * A metric of each class, and as a whole the macro average: the mean over classes, each counting the same however many rows it
 * has. A class where the metric is not defined does not count in the mean, which is not defined where no class's value is.
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

    /** The mean of the values that are not null; null where all are. */
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
