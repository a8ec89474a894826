package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.LossDefinition;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.List;
import java.util.stream.Stream;

/** The losses that the kernel serves; new losses are included automatically. */
final class ServedLosses {

    private ServedLosses() {}

    /** The names of the losses, with values for their parameters. */
    static Stream<String> names() {
        List<String> withParameters = Losses.definitions().stream()
                .filter(definition -> !definition.parameters().isEmpty())
                .map(LossDefinition::name)
                .toList();
        Architecture architecture = Architecture.of(1, List.of(1), 2, List.of(Activation.RELU));
        return Stream.concat(
                RandomProblem.lossNames().stream()
                        .filter(name -> !withParameters.contains(name))
                        .filter(name -> PiecewiseEvaluator.refusal(architecture, Losses.of(name))
                                .isEmpty()),
                Stream.of("huber(0.1)", "huber(2)"));
    }
}
