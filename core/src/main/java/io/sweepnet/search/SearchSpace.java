package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.random.HashRandom;
import java.io.Serializable;

/**
 * The candidates of every parameter of a network: those of weights and those of biases. The only
 * source of a parameter's candidates.
 *
 * <pre>{@code
 * SearchSpace grids = SearchSpace.DEFAULT.withWeightRange(-2, 2).withSizes(41, 100);
 * SearchSpace ternary = new SearchSpace(Values.of(-1, 0, 1), new Interval(-5, 5));
 * }</pre>
 *
 * @param weights candidates of every weight: a grid, a list or a continuous range
 * @param biases candidates of every bias, of the same or of another kind
 */
public record SearchSpace(Candidates weights, Candidates biases) implements Serializable {

    private static final int DEFAULT_SIZE = 100;

    /** Grids of 100 candidates over -5 .. 5. */
    public static final SearchSpace DEFAULT =
            new SearchSpace(Grid.of(-5, 5, DEFAULT_SIZE), Grid.of(-5, 5, DEFAULT_SIZE));

    /** Returns the candidates of a parameter. */
    public Candidates candidates(ParameterIndex parameter) {
        return parameter.isWeight() ? weights : biases;
    }

    /** Returns whether the candidates of weights or of biases are a continuous range, which not every kernel can search. */
    public boolean isContinuous() {
        return weights instanceof Interval || biases instanceof Interval;
    }

    /** Returns the largest number of candidates of a parameter; 1 for a continuous range. */
    public int largestCount() {
        return Math.max(weights.count(), biases.count());
    }

    /** Returns this space with other candidates of the weights. */
    public SearchSpace withWeights(Candidates candidates) {
        return new SearchSpace(candidates, biases);
    }

    /** Returns this space with other candidates of the biases. */
    public SearchSpace withBiases(Candidates candidates) {
        return new SearchSpace(weights, candidates);
    }

    /**
     * Returns this space with another range of the weights: a continuous range stays one, a grid keeps its size, a list
     * becomes a grid of 100 candidates.
     *
     * @throws IllegalArgumentException unless {@code low < high}
     */
    public SearchSpace withWeightRange(double low, double high) {
        return withWeights(withRange(weights, low, high));
    }

    /** Returns this space with another range of the biases, as {@link #withWeightRange}. */
    public SearchSpace withBiasRange(double low, double high) {
        return withBiases(withRange(biases, low, high));
    }

    /**
     * Returns this space with other numbers of candidates.
     *
     * @throws IllegalStateException if the candidates of weights or of biases are not a grid
     */
    public SearchSpace withSizes(int weightCandidates, int biasCandidates) {
        return new SearchSpace(withSize(weights, weightCandidates), withSize(biases, biasCandidates));
    }

    /**
     * Returns random parameters: uniform over the range of a grid or a continuous range; for a list, one of its values. The
     * value of a parameter depends only on the seed, its flat position and its candidates.
     */
    public Parameters randomParameters(Architecture architecture, long seed) {
        double[] flat = new double[architecture.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            Candidates candidates = candidates(architecture.parameterIndex(i));
            double random = HashRandom.uniform(seed, HashRandom.Role.INITIAL_PARAMETER, i);
            flat[i] = candidates instanceof Values list
                    ? list.value(list.from() + (int) (random * list.count()))
                    : candidates.low() + random * (candidates.high() - candidates.low());
        }
        return Parameters.of(architecture, flat);
    }

    private static Candidates withRange(Candidates candidates, double low, double high) {
        return candidates instanceof Interval
                ? new Interval(low, high)
                : Grid.of(low, high, candidates instanceof Grid grid ? grid.size() : DEFAULT_SIZE);
    }

    private static Grid withSize(Candidates candidates, int size) {
        if (candidates instanceof Grid grid) {
            return Grid.of(grid.low(), grid.high(), size);
        }
        String kind = candidates instanceof Interval ? "a continuous range" : "a list of candidates";
        throw new IllegalStateException(kind + " has the size it has: " + candidates);
    }
}
