package io.sweepnet.spark.report.format;

import java.util.Locale;

/** Formats losses and errors for people. */
public final class LossNumber {

    private LossNumber() {}

    /** Returns a loss with six significant digits, such as {@code 0.125000} or {@code 1.25000e-05}; a dash for null. */
    public static String of(Double loss) {
        if (loss == null) {
            return "-";
        }
        if (loss == 0 || !Double.isFinite(loss)) {
            return String.valueOf(loss);
        }
        double size = Math.abs(loss);
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.5e", loss);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 6 - Math.max(1, whole)) + "f", loss);
    }
}
