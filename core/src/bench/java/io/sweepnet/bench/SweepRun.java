package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import java.util.function.IntConsumer;

/**
 * A search that never ends: sweep after sweep under the squared error, and after {@value #SWEEPS} of them again from the
 * initial parameters, so that what is measured is a search's usual mixture of early and late sweeps.
 *
 * <p>Of a sweep that takes too long only some steps are made, spread evenly over its parameters; the others are told to
 * stay.
 */
final class SweepRun implements AutoCloseable {

    /** Sweeps from one start. */
    static final int SWEEPS = 30;

    private static final Choice SKIPPED = new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 0);

    private final Parameters initial;
    private final SearchSettings settings;
    private final CandidateEvaluator evaluator;
    private final boolean[] sampled;
    private final int stepsPerSweep;
    private final double initialLoss;

    private CoordinateSearch search;
    private IntConsumer listener = index -> {};

    /**
     * A search from the given parameters.
     *
     * @param steps how many steps of a sweep to make; at least 1, all of them where it is the parameters' number or more
     */
    SweepRun(Kernel kernel, Parameters initial, Dataset dataset, int steps) {
        Architecture architecture = initial.architecture();
        this.initial = initial;
        this.settings = new SearchSettings(
                new SearchSpace(kernel.candidates(), kernel.candidates()),
                ParameterOrder.OUTPUT_FIRST,
                Ties.FIRST,
                true,
                new StopRule(Integer.MAX_VALUE, 0, Integer.MAX_VALUE),
                0);
        this.evaluator = kernel.evaluators().create(initial, dataset, new SquaredLoss());
        this.sampled = sample(architecture.parameterCount(), steps);
        this.stepsPerSweep = Math.min(steps, sampled.length);
        this.initialLoss = evaluator.loss();
        this.search = new CoordinateSearch(settings, initial, initialLoss);
    }

    /** The middles of so many equal parts. */
    private static boolean[] sample(int count, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("at least 1 step of a sweep has to be made, got " + steps);
        }
        boolean[] sampled = new boolean[count];
        for (int i = 0; i < Math.min(steps, count); i++) {
            sampled[(int) ((2L * i + 1) * count / (2L * Math.min(steps, count)))] = true;
        }
        return sampled;
    }

    /** Tells the index of every choice that is made from now on. */
    void onChoice(IntConsumer listener) {
        this.listener = listener;
    }

    /** Steps made of a sweep. */
    int stepsPerSweep() {
        return stepsPerSweep;
    }

    /** The part of a sweep's steps that are made. */
    double share() {
        return (double) stepsPerSweep / sampled.length;
    }

    /** Makes the steps of a sweep that are to be made; a whole sweep ends with its loss, as in a search. */
    double sweep() {
        double sum = 0;
        for (int i = 0; i < stepsPerSweep; i++) {
            sum += step();
        }
        return sum;
    }

    /** Makes the next step; the last of a whole sweep with the sweep's loss. */
    double step() {
        Step step = next();
        Choice choice = evaluator.best(step);
        if (choice.moves()) {
            evaluator.accept(step.parameter(), choice.value());
        }
        search.tell(choice);
        listener.accept(choice.index());
        if (search.isSweepDone()) {
            endSweep();
        }
        return choice.loss();
    }

    private Step next() {
        while (!sampled[search.stepsInSweep() % sampled.length]) {
            search.ask();
            search.tell(SKIPPED);
            if (search.isSweepDone()) {
                endSweep();
            }
        }
        return search.ask().orElseThrow();
    }

    private void endSweep() {
        search.endSweep(stepsPerSweep == sampled.length ? evaluator.loss() : initialLoss);
        if (search.sweep() % SWEEPS == 0) {
            restart();
        }
    }

    /** Goes back to the initial parameters. */
    void restart() {
        for (int i = 0; i < initial.count(); i++) {
            ParameterIndex parameter = initial.architecture().parameterIndex(i);
            evaluator.accept(parameter, initial.get(i));
        }
        search = new CoordinateSearch(settings, initial, initialLoss);
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
