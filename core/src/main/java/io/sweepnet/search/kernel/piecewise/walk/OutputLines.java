package io.sweepnet.search.kernel.piecewise.walk;

/**
 * The outputs of a row on one piece of a walk, as straight lines {@code at0 + slope t}, where t is the distance of the
 * parameter from its current value.
 */
final class OutputLines {

    /** Values at t = 0 of the lines, which for other pieces than the one around 0 are extrapolated, [output]. */
    final double[] at0;

    /** Slopes in t, [output]. */
    final double[] slope;

    /** True if no output can change its bits: nothing moves, as opposed to movements that cancel each other. */
    boolean isConstant;

    /** Lines of the given number of outputs, all 0. */
    OutputLines(int outputs) {
        at0 = new double[outputs];
        slope = new double[outputs];
    }

    /** Returns the number of outputs. */
    int count() {
        return slope.length;
    }
}
