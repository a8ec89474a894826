package io.sweepnet.search.kernel.piecewise.walk;

/**
 * The outputs of a row as straight lines in t, the distance of the parameter from its current value: {@code at0 + slope t}
 * on the piece that a walk is on.
 */
final class OutputLines {

    /** Values at t = 0, on the piece around it or of its line carried back there, [output]. */
    final double[] at0;

    /** [output]. */
    final double[] slope;

    /** Whether the outputs keep their bits: nothing moves, rather than that movements cancel each other. */
    boolean isConstant;

    OutputLines(int outputs) {
        at0 = new double[outputs];
        slope = new double[outputs];
    }

    int count() {
        return slope.length;
    }
}
