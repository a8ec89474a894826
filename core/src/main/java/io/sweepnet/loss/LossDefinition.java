package io.sweepnet.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A loss as {@link Losses} knows it: its name, its parameters, and how it is made of their values.
 *
 * @param name small letters, digits and hyphens, for example {@code zero-one}
 * @param parameters in the order in which their values are written; empty for most losses
 * @param maker makes the loss of a value for each parameter, all within their ranges
 */
public record LossDefinition(String name, List<LossParameter> parameters, Function<double[], Loss> maker) {

    /** Copies the list. */
    public LossDefinition {
        parameters = List.copyOf(parameters);
    }

    /** A loss without parameters. */
    static LossDefinition of(String name, Supplier<Loss> maker) {
        return new LossDefinition(name, List.of(), values -> maker.get());
    }

    /** A loss with one parameter. */
    static LossDefinition of(String name, LossParameter parameter, DoubleFunction<Loss> maker) {
        return new LossDefinition(name, List.of(parameter), values -> maker.apply(values[0]));
    }

    /** The loss with all parameters at their defaults. */
    public Loss makeDefault() {
        return maker.apply(defaults());
    }

    double[] defaults() {
        return parameters.stream().mapToDouble(LossParameter::defaultValue).toArray();
    }

    /** How the loss is written with its defaults, for example {@code huber(delta=1)}; the name alone without parameters. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : name + parameters.stream().map(LossParameter::usage).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * The name of the loss with these values: {@code huber} with the default, else {@code huber(1.5)}. {@link Losses#of} reads
     * the same values from it, to the last bit.
     *
     * @param values one for each parameter
     */
    String text(double... values) {
        return Arrays.equals(values, defaults())
                ? name
                : name + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Why the loss cannot be made of these values, in the words of an error message; empty where it can. */
    Optional<String> refusal(double... values) {
        for (int i = 0; i < values.length; i++) {
            Optional<String> refusal = parameters.get(i).refusal(values[i]);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /**
     * Checks values as a constructor gets them.
     *
     * @throws IllegalArgumentException naming the loss, the parameter, its range and its value where one is out of range
     */
    void check(double... values) {
        refusal(values).ifPresent(why -> {
            throw new IllegalArgumentException("loss '" + name + "': " + why);
        });
    }
}
