package io.sweepnet.model.file;

import java.util.Locale;

/** The type of the values that class names are the text of, so that predictions have the type of the targets. */
public enum ClassKind {
    /** Text. */
    TEXT,
    /** Numbers: names of the same number, such as 1 and 1.0, are the same class. */
    NUMBER,
    /** The values true and false. */
    BOOLEAN;

    /** Up to this limit all whole numbers are doubles; they are written without a fraction. */
    private static final double EXACT = 1L << 53;

    /** Returns the name used in model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the kind with a name such as {@code number}.
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

    /** Returns the name of a class that is a number: a whole number without a fraction. */
    public static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) <= EXACT
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
