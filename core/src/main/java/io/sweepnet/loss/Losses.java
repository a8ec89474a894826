package io.sweepnet.loss;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The registry of losses by name, to which new losses are added. A loss is written as its name, with the values of its
 * parameters in parentheses if they are not the defaults, by position or by name:
 *
 * <pre>{@code
 * Losses.of("squared");
 * Losses.of("huber(1.5)");
 * Losses.of("huber(delta = 1.5)");
 * }</pre>
 */
public final class Losses {

    /** In alphabetical order of the names. */
    private static final List<LossDefinition> DEFINITIONS = List.of(
            LossDefinition.of("absolute", AbsoluteLoss::new),
            LossDefinition.of("cross-entropy", CrossEntropyLoss::new),
            EpsilonInsensitiveLoss.DEFINITION,
            HuberLoss.DEFINITION,
            LossDefinition.of("log-cosh", LogCoshLoss::new),
            PinballLoss.DEFINITION,
            LossDefinition.of("squared", SquaredLoss::new),
            LossDefinition.of("zero-one", ZeroOneLoss::new));

    private Losses() {}

    /**
     * Returns the loss of a text such as {@code squared} or {@code huber(1.5)}.
     *
     * @throws IllegalArgumentException for an unknown name, where the message has the text and all known names, or for a
     *     wrong value, where it has the parameter, its value and its range
     */
    public static Loss of(String text) {
        LossDefinition definition = definition(text).orElseThrow(() -> new IllegalArgumentException(unknown(text)));
        try {
            return definition.maker().apply(LossText.of(text).orElseThrow().values(definition));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("loss '" + text + "': " + e.getMessage(), e);
        }
    }

    /** Returns the definition of the loss that a text names, whatever its parameters; empty if no loss has this name. */
    public static Optional<LossDefinition> definition(String text) {
        return LossText.of(text)
                .flatMap(written -> DEFINITIONS.stream()
                        .filter(definition -> definition.name().equals(written.name()))
                        .findFirst());
    }

    private static String unknown(String text) {
        return unbalanced(text)
                .map(why -> "loss '" + text + "': " + why)
                .orElse("unknown loss '" + text + "'; known are " + usages());
    }

    /** Returns why a text that begins with the name of a loss and a parenthesis does not have the form of one. */
    private static Optional<String> unbalanced(String text) {
        return definition(text.replaceFirst("\\(.*", ""))
                .filter(definition -> text.contains("("))
                .map(definition -> definition.parameters().isEmpty()
                        ? "it takes no parameters"
                        : "its values belong between one ( and one ) at the end, for example " + definition.usage());
    }

    /** Returns why {@link #of} would throw for a text, without repeating the text; empty if it would not. */
    public static Optional<String> refusal(String text) {
        Optional<LossDefinition> definition = definition(text);
        if (definition.isEmpty()) {
            return Optional.of(unbalanced(text).orElse("known are " + usages()));
        }
        try {
            LossText.of(text).orElseThrow().values(definition.get());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Returns the definitions of all losses, in alphabetical order of the names. */
    public static List<LossDefinition> definitions() {
        return DEFINITIONS;
    }

    /**
     * Returns the texts of all losses with their defaults, separated by commas, for example {@code absolute,
     * huber(delta=1)}.
     */
    public static String usages() {
        return DEFINITIONS.stream().map(LossDefinition::usage).collect(Collectors.joining(", "));
    }

    /** Returns all names, separated by commas. */
    public static String names() {
        return DEFINITIONS.stream().map(LossDefinition::name).collect(Collectors.joining(", "));
    }

    /**
     * Returns the names of some losses as a list in a sentence, for example {@code absolute, huber or squared}.
     *
     * @param which whether a loss is listed; it receives each loss with all parameters at their defaults
     * @param lastWord the word between the last two names
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
