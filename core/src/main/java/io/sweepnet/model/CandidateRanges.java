package io.sweepnet.model;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.random.HashRandom;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Values;

/** Changes the ranges and sizes of candidates, and draws initial parameters from them. */
final class CandidateRanges {

    /** The default number of candidates of a grid. */
    private static final int SIZE = 100;

    /** The default candidates of weights and of biases. */
    static final Grid DEFAULT = Grid.of(-5, 5, SIZE);

    private CandidateRanges() {}

    /** Returns candidates over another range: an interval stays one, a grid keeps its size, a list becomes a grid. */
    static Candidates withRange(Candidates candidates, double low, double high) {
        return candidates instanceof Interval
                ? new Interval(low, high)
                : Grid.of(low, high, candidates instanceof Grid grid ? grid.size() : SIZE);
    }

    /**
     * Returns a grid with another number of candidates.
     *
     * @throws IllegalStateException if the candidates are not a grid
     */
    static Grid withSize(Candidates candidates, int size) {
        if (candidates instanceof Grid grid) {
            return Grid.of(grid.low(), grid.high(), size);
        }
        String kind = candidates instanceof Interval ? "a continuous range" : "a list of candidates";
        throw new IllegalStateException(kind + " has the size it has: " + candidates);
    }

    /** Returns random parameters, as described in {@link ModelSettings#initialParameters}. */
    static Parameters initialParameters(Architecture architecture, Candidates weights, Candidates biases, long seed) {
        double[] flat = new double[architecture.parameterCount()];
        for (int i = 0; i < flat.length; i++) {
            ParameterIndex parameter = architecture.parameterIndex(i);
            Candidates candidates = parameter.isWeight() ? weights : biases;
            double random = HashRandom.uniform(seed, HashRandom.Role.INITIAL_PARAMETER, i);
            flat[i] = candidates instanceof Values list
                    ? list.value(list.from() + (int) (random * list.count()))
                    : candidates.low() + random * (candidates.high() - candidates.low());
        }
        return Parameters.of(architecture, flat);
    }
}
