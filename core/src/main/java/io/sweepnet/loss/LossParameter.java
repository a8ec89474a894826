package io.sweepnet.loss;

import java.util.Optional;

/**
 * A numeric parameter of a loss: its name, default and range.
 *
 * @param name for example {@code delta}
 * @param defaultValue the value if none is given, within the range
 * @param low lower end of the range
 * @param isLowAllowed whether the lower end is included
 * @param high upper end of the range, excluded; infinite if all finite numbers from {@code low} on are allowed
 */
public record LossParameter(String name, double defaultValue, double low, boolean isLowAllowed, double high) {

    /**
     * Checks the default.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public LossParameter {
        if (!allows(defaultValue, low, isLowAllowed, high)) {
            throw new IllegalArgumentException("the default of " + name + " is out of its range: " + defaultValue);
        }
    }

    /** Returns a parameter that is a finite number above a bound. */
    public static LossParameter above(String name, double defaultValue, double low) {
        return new LossParameter(name, defaultValue, low, false, Double.POSITIVE_INFINITY);
    }

    /** Returns a parameter that is a finite number of at least a bound. */
    public static LossParameter atLeast(String name, double defaultValue, double low) {
        return new LossParameter(name, defaultValue, low, true, Double.POSITIVE_INFINITY);
    }

    /** Returns a parameter that is a number between two bounds, both excluded. */
    public static LossParameter between(String name, double defaultValue, double low, double high) {
        return new LossParameter(name, defaultValue, low, false, high);
    }

    /** Returns the range in words, for example {@code above 0 and below 1}. */
    public String range() {
        String from = (isLowAllowed ? "at least " : "above ") + number(low);
        return from + (Double.isInfinite(high) ? " and finite" : " and below " + number(high));
    }

    /** Returns why a value is not allowed, for example {@code q must be above 0 and below 1, got 2.0}; empty if it is. */
    public Optional<String> refusal(double value) {
        return allows(value, low, isLowAllowed, high)
                ? Optional.empty()
                : Optional.of(name + " must be " + range() + ", got " + value);
    }

    private static boolean allows(double value, double low, boolean isLowAllowed, double high) {
        return (isLowAllowed ? value >= low : value > low) && value < high;
    }

    /** Returns the parameter with its default, for example {@code delta=1}. */
    String usage() {
        return name + "=" + number(defaultValue);
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
