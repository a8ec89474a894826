package io.sweepnet.spark.channel;

import java.util.Arrays;

/** How what the members of a channel contribute to an exchange becomes its outcome, the same for all of them. */
public enum Reduction {
    /**
     * The sum of all sections. A partial is one section or several of the same length, one after the other; sections are
     * added in the order of the members and of their places, starting from 0, so that the sum does not depend on who
     * contributes which.
     */
    SUM {
        @Override
        public double[] reduce(double[][] partials, int width) {
            double[] sum = new double[width];
            for (double[] partial : partials) {
                for (int from = 0; from + width <= partial.length && width > 0; from += width) {
                    for (int i = 0; i < width; i++) {
                        sum[i] += partial[from + i];
                    }
                }
            }
            return sum;
        }
    },
    /** The largest of each number. */
    MAX {
        @Override
        public double[] reduce(double[][] partials, int width) {
            double[] most = partials[0].clone();
            for (double[] partial : partials) {
                for (int i = 0; i < most.length; i++) {
                    most[i] = Math.max(most[i], partial[i]);
                }
            }
            return most;
        }
    },
    /** What the first member contributes; what the others do is not looked at. */
    FIRST {
        @Override
        public double[] reduce(double[][] partials, int width) {
            return partials[0];
        }
    },
    /** The bid of the lowest value; see {@link Bid}. */
    LOWEST {
        @Override
        public double[] reduce(double[][] partials, int width) {
            return Bid.lowest(Arrays.asList(partials));
        }
    };

    /**
     * The outcome of an exchange.
     *
     * @param partials [member]; must not be changed, and the outcome may be one of them
     * @param width numbers of a section; partials may have different numbers of sections
     */
    public abstract double[] reduce(double[][] partials, int width);
}
