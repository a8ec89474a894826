package io.sweepnet.loss;

import java.util.Optional;

/**
 * A number that a loss is made with: its name, its value where none is given, and its range.
 *
 * @param name for example {@code delta}
 * @param defaultValue within the range
 * @param low lower end of the range
 * @param isLowAllowed whether the lower end itself is allowed
 * @param high upper end of the range, not allowed itself; infinite for all finite numbers
 */
public record LossParameter(String name, double defaultValue, double low, boolean isLowAllowed, double high) {

    /** @throws IllegalArgumentException where the default is out of range */
    public LossParameter {
        if (!allows(defaultValue, low, isLowAllowed, high)) {
            throw new IllegalArgumentException("the default of " + name + " is out of its range: " + defaultValue);
        }
    }

    /** A finite number above a bound. */
    public static LossParameter above(String name, double defaultValue, double low) {
        return new LossParameter(name, defaultValue, low, false, Double.POSITIVE_INFINITY);
    }

    /** A finite number that is at least a bound. */
    public static LossParameter atLeast(String name, double defaultValue, double low) {
        return new LossParameter(name, defaultValue, low, true, Double.POSITIVE_INFINITY);
    }

    /** A number between two bounds, neither of them included. */
    public static LossParameter between(String name, double defaultValue, double low, double high) {
        return new LossParameter(name, defaultValue, low, false, high);
    }

    /** The range in words, for example {@code above 0 and below 1}. */
    public String range() {
        String from = (isLowAllowed ? "at least " : "above ") + number(low);
        return from + (Double.isInfinite(high) ? " and finite" : " and below " + number(high));
    }

    /** Why a value is out of range, for example {@code q must be above 0 and below 1, got 2.0}; empty where it is within. */
    public Optional<String> refusal(double value) {
        return allows(value, low, isLowAllowed, high)
                ? Optional.empty()
                : Optional.of(name + " must be " + range() + ", got " + value);
    }

    private static boolean allows(double value, double low, boolean isLowAllowed, double high) {
        return (isLowAllowed ? value >= low : value > low) && value < high;
    }

    /** The parameter with its default, for example {@code delta=1}. */
    String usage() {
        return name + "=" + number(defaultValue);
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
