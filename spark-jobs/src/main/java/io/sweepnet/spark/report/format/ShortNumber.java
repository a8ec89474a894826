package io.sweepnet.spark.report.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats numbers for people, with at most six significant digits and without trailing zeros. */
public final class ShortNumber {

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private ShortNumber() {}

    /** Returns a finite number as text, for example {@code -5}, {@code 0.333333} or {@code 1.5E-7}. */
    public static String of(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.signum() == 0 || (exponent >= -4 && exponent < 9) ? rounded.toPlainString() : rounded.toString();
    }
}
