package io.sweepnet.model.file;

import java.util.Locale;

/** What the names of classes stand for, so that predictions come back as the targets went in. */
public enum ClassKind {
    /** Texts. */
    TEXT,
    /** Numbers: names that spell the same number mean the same class. */
    NUMBER,
    /** True and false. */
    BOOLEAN;

    /** Whole numbers up to here are all doubles, and are written without a fraction. */
    private static final double EXACT = 1L << 53;

    /** The name used in model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a name such as {@code number}.
     *
     * @throws IllegalArgumentException naming the text and all known names
     */
    public static ClassKind of(String label) {
        for (ClassKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of classes '" + label + "'; known are text, number, boolean");
    }

    /** A number as a class is named where no text tells: whole ones without a fraction. */
    public static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) <= EXACT
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
