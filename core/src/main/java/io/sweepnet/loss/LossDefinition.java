package io.sweepnet.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An entry of the registry {@link Losses}: the name of a loss, its parameters, and the function that creates it from their
 * values. For example:
 *
 * <pre>{@code
 * new LossDefinition("huber", List.of(LossParameter.above("delta", 1, 0)), values -> new HuberLoss(values[0]));
 * }</pre>
 *
 * @param name lower-case letters, digits and hyphens, for example {@code zero-one}
 * @param parameters in the order in which their values are written; may be empty
 * @param maker creates the loss from one value per parameter, all within their ranges
 */
public record LossDefinition(String name, List<LossParameter> parameters, Function<double[], Loss> maker) {

    /** Copies the list of parameters. */
    public LossDefinition {
        parameters = List.copyOf(parameters);
    }

    /** Returns the definition of a loss without parameters. */
    static LossDefinition of(String name, Supplier<Loss> maker) {
        return new LossDefinition(name, List.of(), values -> maker.get());
    }

    /** Returns the definition of a loss with one parameter. */
    static LossDefinition of(String name, LossParameter parameter, DoubleFunction<Loss> maker) {
        return new LossDefinition(name, List.of(parameter), values -> maker.apply(values[0]));
    }

    /** Returns the loss with all parameters at their defaults. */
    public Loss makeDefault() {
        return maker.apply(defaults());
    }

    double[] defaults() {
        return parameters.stream().mapToDouble(LossParameter::defaultValue).toArray();
    }

    /** Returns the text of the loss with its defaults, for example {@code huber(delta=1)}; the name only if it has none. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : name + parameters.stream().map(LossParameter::usage).collect(Collectors.joining(", ", "(", ")"));
    }

    /**
     * Returns the name of the loss with given values: {@code huber} for the default, otherwise for example {@code
     * huber(1.5)}. {@link Losses#of} reads the same values from it, to the last bit.
     *
     * @param values one for each parameter
     */
    String text(double... values) {
        return Arrays.equals(values, defaults())
                ? name
                : name + Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Returns why the loss cannot be created from these values, in the words of an error message; empty if it can. */
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
     * Checks the arguments of a constructor.
     *
     * @throws IllegalArgumentException if a value is out of range; the message has the loss, the parameter, its range and
     *     value
     */
    void check(double... values) {
        refusal(values).ifPresent(why -> {
            throw new IllegalArgumentException("loss '" + name + "': " + why);
        });
    }
}
