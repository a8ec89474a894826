package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.DirectEvaluator;

/**
 * A way to find the best candidate, by name.
 *
 * @param evaluators makes the evaluator
 * @param candidates what every parameter may become
 */
record Kernel(Evaluators evaluators, Candidates candidates) {

    /** Makes an evaluator at some parameters. */
    @FunctionalInterface
    interface Evaluators {
        CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss);
    }

    private static final double LOW = -5;
    private static final double HIGH = 5;

    /**
     * The kernel of a name. The one place to enter another; {@link SweepBenchmark} lists those that run unasked.
     *
     * @param size number of candidates on the grid; {@code exact} takes the whole range
     */
    static Kernel of(String name, int size) {
        Grid grid = Grid.of(LOW, HIGH, size);
        return switch (name) {
            case "direct" -> new Kernel(DirectEvaluator::new, grid);
            case "incremental" -> new Kernel(io.sweepnet.search.kernel.Kernel.INCREMENTAL::create, grid);
            case "piecewise" -> new Kernel(io.sweepnet.search.kernel.Kernel.PIECEWISE::create, grid);
            case "exact" -> new Kernel(io.sweepnet.search.kernel.Kernel.PIECEWISE::create, new Interval(LOW, HIGH));
            default ->
                throw new IllegalArgumentException(
                        "unknown kernel '" + name + "'; known are direct, incremental, piecewise, exact");
        };
    }
}
