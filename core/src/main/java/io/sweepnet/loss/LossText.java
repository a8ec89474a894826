package io.sweepnet.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a loss, parsed: a name, then in parentheses and separated by commas the values of its parameters, by position
 * or by name: {@code huber}, {@code huber(1.5)}, {@code huber(delta=1.5)}. Values by position come first; parameters without
 * a value have their default. Spaces are allowed everywhere except inside a word or a number.
 *
 * @param name the name of the loss
 * @param arguments the texts in the parentheses, each without spaces around it; empty if there are no parentheses
 */
record LossText(String name, List<String> arguments) {

    private static final Pattern FORM = Pattern.compile("\\s*([^()\\s]+)\\s*(?:\\(([^()]*)\\))?\\s*");
    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");

    LossText {
        arguments = List.copyOf(arguments);
    }

    /** Parses a text; empty if it does not have this form. */
    static Optional<LossText> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String arguments = form.group(2);
        return Optional.of(new LossText(
                form.group(1),
                arguments == null
                        ? List.of()
                        : Arrays.stream(arguments.split(",", -1))
                                .map(String::strip)
                                .toList()));
    }

    /**
     * Returns the values of all parameters of the loss, in the order of its definition.
     *
     * @throws IllegalArgumentException if the arguments are wrong; the message says why, without repeating the whole text
     */
    double[] values(LossDefinition definition) {
        List<LossParameter> parameters = definition.parameters();
        if (arguments.size() > parameters.size()) {
            throw new IllegalArgumentException(
                    (parameters.isEmpty() ? "it takes no parameters" : "it takes " + list(parameters)) + ", got '"
                            + String.join(", ", arguments) + "'");
        }
        double[] values = definition.defaults();
        boolean[] isSet = new boolean[values.length];
        boolean areNamed = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            areNamed |= equals >= 0;
            if (areNamed && equals < 0) {
                throw new IllegalArgumentException(
                        "values without a name come first, got " + argument + " after " + arguments.get(i - 1));
            }
            int index = equals < 0 ? i : index(argument.substring(0, equals).strip(), parameters);
            LossParameter parameter = parameters.get(index);
            if (isSet[index]) {
                throw new IllegalArgumentException(parameter.name() + " is set twice");
            }
            isSet[index] = true;
            values[index] = number(argument.substring(equals + 1).strip(), parameter);
        }
        definition.refusal(values).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        return values;
    }

    private static int index(String name, List<LossParameter> parameters) {
        for (int index = 0; index < parameters.size(); index++) {
            if (parameters.get(index).name().equals(name)) {
                return index;
            }
        }
        throw new IllegalArgumentException("it takes " + list(parameters) + ", got '" + name + "'");
    }

    private static double number(String text, LossParameter parameter) {
        String refusal = parameter.name() + " must be a number, " + parameter.range() + ", got '" + text + "'";
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(refusal);
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal, e);
        }
    }

    private static String list(List<LossParameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name() + " (" + parameter.range() + ")")
                .collect(Collectors.joining(" and "));
    }
}
