package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.random.HashRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Problems whose networks mix one activation with all others made of pieces; new activations are included automatically. */
final class MixedNetworks {

    private static final List<String> LOSSES = List.of("squared", "absolute", "huber(0.5)", "zero-one");

    private static final List<Activation> ACTIVATIONS = Arrays.stream(Activation.values())
            .filter(activation -> activation.pieces().isPresent())
            .toList();

    private MixedNetworks() {}

    static Stream<Arguments> activationsAndLosses() {
        return ACTIVATIONS.stream().flatMap(activation -> LOSSES.stream().map(loss -> Arguments.of(activation, loss)));
    }

    /** Networks of one to three hidden layers; every other layer has the activation, and the outputs of every third network. */
    static RandomProblem problem(Activation activation, String loss, int seed) {
        Random random = new Random(HashRandom.mix(seed));
        int hidden = 1 + random.nextInt(3);
        List<Integer> sizes = new ArrayList<>(List.of(1 + random.nextInt(4)));
        List<Activation> activations = new ArrayList<>();
        int first = random.nextInt(2);
        for (int layer = 0; layer < hidden; layer++) {
            sizes.add(1 + random.nextInt(4));
            boolean isOther = layer % 2 == first && hidden > 1;
            activations.add(isOther ? ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())) : activation);
        }
        sizes.add(loss.equals("zero-one") ? 2 + random.nextInt(2) : 1 + random.nextInt(2));
        // Where outputs are often equal, a class loss is left to the direct rule, so there is nothing to compare.
        boolean isOnOutputs = seed % 3 == 0 && !loss.equals("zero-one");
        activations.add(isOnOutputs ? activation : Activation.IDENTITY);
        int rows = 2 + random.nextInt(30);
        return new RandomProblem(
                new Architecture(sizes, activations), Losses.of(loss), rows, random.nextBoolean(), seed);
    }
}
