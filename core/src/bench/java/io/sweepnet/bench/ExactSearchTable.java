package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.piecewise.PiecewiseEvaluator;
import java.util.Arrays;
import java.util.Locale;

/**
 * Continuous ranges beside a grid of 100 candidates, both by the piecewise kernel: final losses and time per step of searches
 * on the diabetes table, the network that of {@code conf/original.conf}, from several seeds. Arguments: {@code SEEDS SWEEPS},
 * 20 and 30 unless given.
 */
final class ExactSearchTable {

    private static final double LOW = -5;
    private static final double HIGH = 5;
    private static final int GRID = 100;
    private static final int SEEDS = 20;
    private static final int SWEEPS = 30;
    private static final double NANOS_PER_MICRO = 1e3;

    private final Dataset table = Tables.of(Problem.of("442:10-5-4-1:100"), "unit-norm");
    private final int seeds;
    private final int sweeps;

    private ExactSearchTable(int seeds, int sweeps) {
        this.seeds = seeds;
        this.sweeps = sweeps;
    }

    /** See the class. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEEDS;
        int sweeps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SWEEPS;
        new ExactSearchTable(seeds, sweeps).print();
    }

    private void print() {
        System.out.println(
                "| candidates | current value | lowest | median | highest | microseconds a step | direct decisions |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        Candidates grid = Grid.of(LOW, HIGH, GRID);
        Candidates exact = new Interval(LOW, HIGH);
        for (boolean keepsCurrent : new boolean[] {true, false}) {
            // Both warm up before either is timed.
            search(grid, keepsCurrent, new double[seeds]);
            search(exact, keepsCurrent, new double[seeds]);
        }
        for (boolean keepsCurrent : new boolean[] {true, false}) {
            row("grid", grid, keepsCurrent);
            row("exact", exact, keepsCurrent);
        }
    }

    private void row(String name, Candidates candidates, boolean keepsCurrent) {
        double[] losses = new double[seeds];
        Cost cost = search(candidates, keepsCurrent, losses);
        Arrays.sort(losses);
        double median = (losses[(seeds - 1) / 2] + losses[seeds / 2]) / 2;
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.3f | %.1f | %.1f %% |%n",
                name,
                keepsCurrent ? "takes part" : "left out",
                losses[0],
                median,
                losses[seeds - 1],
                cost.nanos / NANOS_PER_MICRO / cost.steps,
                100.0 * cost.direct / cost.steps);
    }

    /** What all searches cost, the losses between sweeps left out. */
    private record Cost(long nanos, long steps, long direct) {}

    private Cost search(Candidates candidates, boolean keepsCurrent, double[] losses) {
        long nanos = 0;
        long steps = 0;
        long direct = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Parameters initial = initial(seed);
            SearchSettings settings = new SearchSettings(
                    new SearchSpace(candidates, candidates),
                    ParameterOrder.LAYER,
                    Ties.FIRST,
                    keepsCurrent,
                    new StopRule(sweeps, 0, sweeps),
                    seed);
            try (CandidateEvaluator evaluator = new PiecewiseEvaluator(initial, table, new SquaredLoss(), 1)) {
                CoordinateSearch search = new CoordinateSearch(settings, initial, evaluator.loss());
                while (search.ask().isPresent()) {
                    long start = System.nanoTime();
                    step(search, evaluator);
                    nanos += System.nanoTime() - start;
                    steps++;
                    if (search.isSweepDone()) {
                        search.endSweep(evaluator.loss());
                    }
                }
                losses[seed] = search.loss();
                direct += evaluator.directDecisions();
            }
        }
        return new Cost(nanos, steps, direct);
    }

    private static void step(CoordinateSearch search, CandidateEvaluator evaluator) {
        Step step = search.ask().orElseThrow();
        Choice choice = evaluator.best(step);
        if (choice.moves()) {
            evaluator.accept(step.parameter(), choice.value());
        }
        search.tell(choice);
    }

    /** Uniform in the range, as a model of this seed has them. */
    private static Parameters initial(int seed) {
        return ModelSettings.builder()
                .inputSize(10)
                .hiddenSizes(5, 4)
                .activations(Activation.IDENTITY, Activation.RELU)
                .outputSize(1)
                .seed(seed)
                .build()
                .initialParameters();
    }
}
