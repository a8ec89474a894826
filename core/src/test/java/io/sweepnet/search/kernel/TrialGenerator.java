package io.sweepnet.search.kernel;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.random.HashRandom;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes a small problem of a seed, of the kinds that arithmetic by shortcuts is likely to get wrong: many candidates of the
 * same loss or nearly the same, units that are dead or exactly at their kink, numbers of very different sizes.
 */
final class TrialGenerator {

    private static final List<String> LOSSES = Stream.concat(
                    RandomProblem.lossNames().stream(), Stream.of("huber(0.1)", "huber(20)"))
            .toList();

    /** What the units of a problem apply: straight pieces alone, flat ones too, or anything. */
    private static final List<List<Activation>> ACTIVATIONS = List.of(
            of(Activation.Shape.HINGE, Activation.Shape.PIECEWISE),
            of(Activation.Shape.HINGE, Activation.Shape.PIECEWISE, Activation.Shape.STEP),
            List.of(Activation.values()));

    private final int seed;
    private final Random random;

    private TrialGenerator(int seed) {
        this.seed = seed;
        // The first numbers of a Random of neighbouring seeds are alike.
        this.random = new Random(HashRandom.mix(seed));
    }

    /** The problem of a seed, and a search of 1 to 3 sweeps. */
    static KernelTrial of(int seed) {
        return new TrialGenerator(seed).trial();
    }

    private KernelTrial trial() {
        Loss loss = Losses.of(LOSSES.get(seed % LOSSES.size()));
        Architecture architecture = architecture(loss);
        Candidates weights = candidates();
        Candidates biases = random.nextInt(3) == 0 ? weights : candidates();
        Parameters initial = initial(architecture, weights, biases);
        Dataset table = new TrialTable(random).table(architecture, loss);
        int sweeps = 1 + random.nextInt(3);
        SearchSettings settings = new SearchSettings(
                new SearchSpace(weights, biases),
                oneOf(List.of(ParameterOrder.values())),
                random.nextInt(3) == 0 ? Ties.RANDOM : Ties.FIRST,
                random.nextBoolean(),
                new StopRule(sweeps, 0, sweeps),
                seed);
        String problem = "seed " + seed + ": " + architecture + ", loss " + loss.name() + ", " + table.rows()
                + (table.isWeighted() ? " weighted rows" : " rows") + ", weights " + text(weights) + ", biases "
                + text(biases) + ", keep-current " + settings.keepCurrent();
        return new KernelTrial(problem, initial, table, loss, settings);
    }

    private static List<Activation> of(Activation.Shape... shapes) {
        return Arrays.stream(Activation.values())
                .filter(activation -> List.of(shapes).contains(activation.shape()))
                .toList();
    }

    private static String text(Candidates candidates) {
        return candidates.count() + " in " + candidates.low() + " .. " + candidates.high();
    }

    /** One to four layers of 1 to 7 units; one of four times the outputs apply something as well. */
    private Architecture architecture(Loss loss) {
        List<Activation> from = oneOf(ACTIVATIONS);
        int layers = 1 + random.nextInt(4);
        List<Integer> sizes = new ArrayList<>(List.of(1 + random.nextInt(7)));
        List<Activation> activations = new ArrayList<>();
        for (int layer = 1; layer < layers; layer++) {
            sizes.add(1 + random.nextInt(7));
            activations.add(oneOf(from));
        }
        sizes.add(loss.isForClasses() ? 2 + random.nextInt(4) : 1 + random.nextInt(3));
        activations.add(random.nextInt(4) == 0 ? oneOf(from) : Activation.IDENTITY);
        return new Architecture(sizes, activations);
    }

    private Candidates candidates() {
        double r = oneOf(List.of(0.5, 1.0, 2.0, 5.0));
        double at = random.nextDouble() * 4 - 2;
        return switch (random.nextInt(12)) {
            case 0, 1 -> Grid.of(-r, r, size());
            case 2 -> Grid.of(0, r, size());
            case 3 -> Grid.of(-r, 0, size());
            case 4 -> Grid.of(at - 1e-6, at + 1e-6, size());
            case 5 -> Grid.of(-1e-6, 1e-6, size());
            case 6 -> Grid.of(-1000, 1000, size());
            // Ranges that hold no initial value, unless that is drawn from the candidates.
            case 7 -> random.nextBoolean() ? Grid.of(3, 3 + r, size()) : Grid.of(-4 - r, -4, size());
            // Squares overflow at the ends of the second.
            case 8 -> random.nextBoolean() ? Grid.of(-30, 30, size()) : Grid.of(-1e160, 1e160, size());
            case 9 -> values();
            // Whole numbers and binary fractions: with a table of whole numbers, kinks fall on candidates.
            default -> exact();
        };
    }

    private int size() {
        return switch (random.nextInt(4)) {
            case 0 -> 1 + random.nextInt(8);
            case 1 -> 61 + random.nextInt(140);
            default -> 9 + random.nextInt(52);
        };
    }

    private Candidates exact() {
        int end = 1 + random.nextInt(4);
        return Grid.of(-end, end, 2 * end * oneOf(List.of(1, 2, 4, 8)) + 1);
    }

    /** Ternary, or up to 40 values in no order, zeros of both signs and neighbouring numbers among them. */
    private Candidates values() {
        if (random.nextInt(3) == 0) {
            return Values.of(-1, 0, 1);
        }
        List<Double> all = new ArrayList<>(List.of(1.0, -0.0, Math.nextUp(1.0), 0.0));
        int more = random.nextInt(37);
        for (int i = 0; i < more; i++) {
            all.add(random.nextBoolean() ? random.nextGaussian() : Math.rint(20 * random.nextGaussian()) / 4);
        }
        Collections.shuffle(all, random);
        return Values.of(all.stream().distinct().toList());
    }

    /** Anywhere or on candidates, so that sums are exactly 0 here and there; some or all of them 0, so that units are dead. */
    private Parameters initial(Architecture architecture, Candidates weights, Candidates biases) {
        int kind = random.nextInt(10);
        double[] flat = new double[architecture.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            Candidates candidates = architecture.parameterIndex(i).isWeight() ? weights : biases;
            double onCandidate = candidates.value(random.nextInt(candidates.count()));
            double anywhere = random.nextDouble() * 4 - 2;
            flat[i] = switch (kind) {
                case 0, 1, 2 -> anywhere;
                case 3, 4, 5 -> onCandidate;
                case 6, 7 -> random.nextInt(4) == 0 ? 0 : onCandidate;
                case 8 -> Math.rint(anywhere);
                default -> random.nextInt(10) < 9 ? 0 : anywhere;
            };
        }
        return Parameters.of(architecture, flat);
    }

    private <T> T oneOf(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
