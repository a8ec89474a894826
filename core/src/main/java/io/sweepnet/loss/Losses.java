package io.sweepnet.loss;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The losses by name: the place to enter a new one. */
public final class Losses {

    private static final Map<String, Supplier<Loss>> BY_NAME = new TreeMap<>(Map.of(
            "squared", SquaredLoss::new,
            "absolute", AbsoluteLoss::new,
            "huber", () -> new HuberLoss(HuberLoss.DEFAULT_DELTA),
            "cross-entropy", CrossEntropyLoss::new,
            "zero-one", ZeroOneLoss::new));

    private static final Pattern HUBER = Pattern.compile("huber\\(([-+.0-9eE]+)\\)");

    private Losses() {}

    /**
     * The loss of a name such as {@code squared} or {@code huber(1.5)}.
     *
     * @throws IllegalArgumentException naming the text and all known names
     */
    public static Loss of(String name) {
        Matcher huber = HUBER.matcher(name);
        if (huber.matches()) {
            return huber(name, huber.group(1));
        }
        Supplier<Loss> loss = BY_NAME.get(name);
        if (loss == null) {
            throw new IllegalArgumentException("unknown loss '" + name + "'; known are " + names());
        }
        return loss.get();
    }

    private static Loss huber(String name, String delta) {
        try {
            return new HuberLoss(Double.parseDouble(delta));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("unknown loss '" + name + "'; known are " + names(), e);
        }
    }

    /** All names, separated by commas. */
    public static String names() {
        return String.join(", ", BY_NAME.keySet()) + ", huber(DELTA)";
    }
}
