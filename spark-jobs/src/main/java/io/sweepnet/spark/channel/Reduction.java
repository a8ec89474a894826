package io.sweepnet.spark.channel;

import java.util.Arrays;

/** A rule that computes the outcome of an exchange, which is the same for all members, from the members' partials. */
public enum Reduction {
    /**
     * The sum of all sections. A partial is one or more sections of the same length, one after the other. Sections are added
     * in the order of the members and of their positions, starting from 0, so that the sum does not depend, to the last bit,
     * on how consecutive sections are distributed over members.
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
    /** The element-wise maximum. */
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
    /** The first member's partial; those of the others are ignored. */
    FIRST {
        @Override
        public double[] reduce(double[][] partials, int width) {
            return partials[0];
        }
    },
    /** The bid with the lowest value; see {@link Bid}. */
    LOWEST {
        @Override
        public double[] reduce(double[][] partials, int width) {
            return Bid.lowest(Arrays.asList(partials));
        }
    };

    /**
     * Computes the outcome of an exchange.
     *
     * @param partials [member][number]; not changed, and the outcome may be one of them
     * @param width length of a section; partials may have different numbers of sections
     */
    public abstract double[] reduce(double[][] partials, int width);
}
