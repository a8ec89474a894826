package io.sweepnet.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An affine map of each feature, x' = (x - centre) / scale, fitted on training rows and applied to all other rows unchanged.
 * A column that does not vary is centred and has scale 1.
 *
 * <pre>{@code
 * FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, training);
 * Dataset scaledTraining = scaling.apply(training);
 * Dataset scaledTest = scaling.apply(test);
 * }</pre>
 *
 * @param kind how the map was fitted
 * @param centres [feature], finite
 * @param scales [feature], finite, none 0
 */
public record FeatureScaling(Kind kind, List<Double> centres, List<Double> scales) implements Serializable {

    /** The rule by which centre and scale are fitted. */
    public enum Kind {
        /** Mean 0 and population standard deviation 1 after scaling. */
        STANDARD("standard"),
        /** Mean 0 and sum of squares 1 after scaling. */
        UNIT_NORM("unit-norm"),
        /** Smallest value 0 and largest value 1 after scaling. */
        MIN_MAX("min-max"),
        /** No scaling: centre 0, scale 1. */
        NONE("none");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the name used in configurations and model files. */
        public String label() {
            return label;
        }

        /**
         * Returns the kind of a name such as {@code unit-norm}.
         *
         * @throws IllegalArgumentException for an unknown name; the message has it and all known names
         */
        public static Kind of(String label) {
            for (Kind kind : values()) {
                if (kind.label.equals(label)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("unknown scaling '" + label + "'; known are "
                    + Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", ")));
        }
    }

    public FeatureScaling {
        centres = List.copyOf(centres);
        scales = List.copyOf(scales);
        if (centres.size() != scales.size()) {
            throw new IllegalArgumentException(
                    "a scaling needs as many centres as scales, got " + centres.size() + " and " + scales.size());
        }
        for (int i = 0; i < scales.size(); i++) {
            double scale = scales.get(i);
            if (!Double.isFinite(centres.get(i)) || !Double.isFinite(scale) || scale == 0) {
                throw new IllegalArgumentException("a scaling needs finite centres and finite scales other than 0,"
                        + " got centre " + centres.get(i) + " and scale " + scale);
            }
        }
    }

    /**
     * Fits a scaling on all rows of a table. The result does not depend on the order of the rows.
     *
     * @throws IllegalArgumentException if centre or scale of a feature overflows; the message has the feature
     */
    public static FeatureScaling fit(Kind kind, Dataset dataset) {
        return fit(
                kind,
                dataset.featureNames(),
                ColumnStatistics.of(dataset.canonical().features()));
    }

    /**
     * Fits a scaling on the statistics of the features.
     *
     * @param names names of the features
     * @param features their statistics, in the same order
     * @throws IllegalArgumentException if centre or scale of a feature overflows; the message has the feature
     */
    public static FeatureScaling fit(Kind kind, List<String> names, List<ColumnStatistics> features) {
        Double[] centres = new Double[names.size()];
        Double[] scales = new Double[centres.length];
        for (int i = 0; i < centres.length; i++) {
            ColumnStatistics column = features.get(i);
            centres[i] = switch (kind) {
                case STANDARD, UNIT_NORM -> column.mean();
                case MIN_MAX -> column.min();
                case NONE -> 0.0;
            };
            double scale = switch (kind) {
                case STANDARD -> column.deviation();
                case UNIT_NORM -> Math.sqrt(column.squares());
                case MIN_MAX -> column.max() - column.min();
                case NONE -> 1;
            };
            if (!Double.isFinite(scale) || !Double.isFinite(centres[i])) {
                throw new IllegalArgumentException("feature '" + names.get(i)
                        + "' is too large to be scaled: its values go from " + column.min() + " to " + column.max());
            }
            scales[i] = column.isConstant() || scale == 0 ? 1 : scale;
        }
        return new FeatureScaling(kind, Arrays.asList(centres), Arrays.asList(scales));
    }

    /**
     * Returns the table with its features mapped; targets, weights and order stay.
     *
     * @throws IllegalArgumentException if the table has another number of features
     */
    public Dataset apply(Dataset dataset) {
        double[][] columns = dataset.features();
        if (columns.length != centres.size()) {
            throw new IllegalArgumentException(
                    "a scaling of " + centres.size() + " features got a table of " + columns.length);
        }
        double[][] scaled = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            scaled[i] = apply(i, columns[i]);
        }
        return dataset.withFeatures(scaled);
    }

    /** Returns one value of a feature, mapped. */
    public double apply(int feature, double value) {
        return (value - centres.get(feature)) / scales.get(feature);
    }

    private double[] apply(int feature, double[] column) {
        double centre = centres.get(feature);
        double scale = scales.get(feature);
        if (centre == 0 && scale == 1) {
            return column;
        }
        double[] scaled = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            scaled[row] = (column[row] - centre) / scale;
        }
        return scaled;
    }
}
