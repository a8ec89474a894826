package io.sweepnet.search.kernel.piecewise;

/** Comparisons that give a number, for loops whose branches no processor could foresee. */
final class Signs {

    private Signs() {}

    /** 1 where x is above 0, else 0; x is not NaN. */
    static int isPositive(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (int) (~((bits - 1) | bits) >>> 63);
    }

    /** 1 where x has a minus, be it that of -0.0, else 0. */
    static int isSigned(double x) {
        return (int) (Double.doubleToRawLongBits(x) >>> 63);
    }

    /** 1 where x is below 0, -0.0 or not a number, else 0. */
    static int isNegative(double x) {
        long bits = Double.doubleToRawLongBits(x);
        return (int) (((0x7ff0000000000000L - bits) | bits) >>> 63);
    }
}
