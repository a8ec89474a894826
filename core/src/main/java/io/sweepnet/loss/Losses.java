package io.sweepnet.loss;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The losses by name: the place to enter a new one. A loss is written as its name, with the values of its parameters in
 * parentheses where they are not the defaults, by place or by name:
 *
 * <pre>{@code
 * Losses.of("squared");
 * Losses.of("huber(1.5)");
 * Losses.of("huber(delta = 1.5)");
 * }</pre>
 */
public final class Losses {

    /** By name. */
    private static final List<LossDefinition> DEFINITIONS = List.of(
            LossDefinition.of("absolute", AbsoluteLoss::new),
            LossDefinition.of("cross-entropy", CrossEntropyLoss::new),
            EpsilonInsensitiveLoss.DEFINITION,
            HuberLoss.DEFINITION,
            PinballLoss.DEFINITION,
            LossDefinition.of("squared", SquaredLoss::new),
            LossDefinition.of("zero-one", ZeroOneLoss::new));

    private Losses() {}

    /**
     * The loss that a text such as {@code squared} or {@code huber(1.5)} stands for.
     *
     * @throws IllegalArgumentException naming the text and all known names, or the parameter, its value and its range
     */
    public static Loss of(String text) {
        LossDefinition definition = definition(text)
                .orElseThrow(() -> new IllegalArgumentException("unknown loss '" + text + "'; known are " + usages()));
        try {
            return definition.maker().apply(LossText.of(text).orElseThrow().values(definition));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("loss '" + text + "': " + e.getMessage(), e);
        }
    }

    /** The definition of the loss that a text names, whatever it says of parameters; empty where no loss has this name. */
    public static Optional<LossDefinition> definition(String text) {
        return LossText.of(text)
                .flatMap(written -> DEFINITIONS.stream()
                        .filter(definition -> definition.name().equals(written.name()))
                        .findFirst());
    }

    /** Why {@link #of} refuses a text, without the text itself; empty where it does not. */
    public static Optional<String> refusal(String text) {
        Optional<LossDefinition> definition = definition(text);
        if (definition.isEmpty()) {
            return Optional.of("known are " + usages());
        }
        try {
            LossText.of(text).orElseThrow().values(definition.get());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** All losses, by name. */
    public static List<LossDefinition> definitions() {
        return DEFINITIONS;
    }

    /** How all losses are written with their defaults, separated by commas: {@code absolute, cross-entropy, huber(delta=1)}. */
    public static String usages() {
        return DEFINITIONS.stream().map(LossDefinition::usage).collect(Collectors.joining(", "));
    }

    /** All names, separated by commas. */
    public static String names() {
        return DEFINITIONS.stream().map(LossDefinition::name).collect(Collectors.joining(", "));
    }

    /**
     * The names of some losses as a sentence lists them, for example {@code absolute, huber or squared}.
     *
     * @param which is asked with all parameters at their defaults
     * @param lastWord stands between the last two names
     */
    public static String names(Predicate<Loss> which, String lastWord) {
        List<String> names = DEFINITIONS.stream()
                .filter(definition -> which.test(definition.makeDefault()))
                .map(LossDefinition::name)
                .toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + lastWord + " " + names.get(last);
    }
}
