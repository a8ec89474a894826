package io.sweepnet.spark.config;

import io.sweepnet.network.Activation;
import java.util.List;

/**
 * The hidden layers of a network (section {@code network}). The data determine inputs and outputs; the output layer is
 * linear.
 *
 * @param hidden number of units of each hidden layer, each at least 1; empty for a linear model
 * @param activations activation of each hidden layer
 */
public record NetworkConfig(List<Integer> hidden, List<Activation> activations) {

    public NetworkConfig {
        hidden = List.copyOf(hidden);
        activations = List.copyOf(activations);
        InvalidSetting.check(hidden.stream().allMatch(units -> units >= 1), Allowed.HIDDEN, "network.hidden", hidden);
        InvalidSetting.check(
                activations.size() == hidden.size(),
                Allowed.LAYERS,
                "network.activations",
                activations,
                "network.hidden",
                hidden);
    }
}
