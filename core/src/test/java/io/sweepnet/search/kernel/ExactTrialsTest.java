package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Searches of continuous ranges on the awkward problems of {@link TrialGenerator}, the candidates' ends as the range: no step
 * is worse than that of the problem's own candidates, nor than that of a dense grid, nor than staying.
 */
class ExactTrialsTest {

    private static final int TRIALS = Integer.getInteger("sweepnet.exact.trials", 150);
    private static final int DENSE = 2001;

    /** Tables with features of 1e8 have sums that cancel; how exact others are is told by {@code ExactSearchTest}. */
    private static final double TOLERANCE = 1e-5;

    @Test
    void noCandidateIsBetter() {
        List<String> worse = new ArrayList<>();
        int steps = 0;
        for (int seed = 1; seed <= TRIALS; seed++) {
            KernelTrial trial = TrialGenerator.of(seed);
            if (isFinite(trial.settings())
                    && Kernel.PIECEWISE.serves(trial.initial().architecture(), trial.loss(), true)) {
                steps += play(trial, worse);
            }
        }
        System.out.println(steps + " steps of continuous ranges compared");
        assertThat(steps).isGreaterThan(10 * TRIALS);
        // Where units jump, rounding may decide what outputs are, and the stretch behind is tried at even points alone.
        assertThat(worse.stream().filter(text -> !text.contains("step") && !text.contains("sign")))
                .isEmpty();
        assertThat(worse).hasSizeLessThan(1 + steps / 1000);
    }

    private static int play(KernelTrial trial, List<String> worse) {
        SearchSettings grids = trial.settings();
        SearchSettings settings = new SearchSettings(
                new SearchSpace(
                        interval(grids.space().weights()),
                        interval(grids.space().biases())),
                grids.order(),
                grids.ties(),
                grids.keepCurrent(),
                grids.stop(),
                grids.seed());
        DirectLoss direct = new DirectLoss(trial.initial().architecture(), trial.dataset(), trial.loss());
        double[] parameters = trial.initial().toArray();
        int steps = 0;
        try (CandidateEvaluator exact = Kernel.PIECEWISE.create(trial.initial(), trial.dataset(), trial.loss());
                CandidateEvaluator other = Kernel.PIECEWISE.create(trial.initial(), trial.dataset(), trial.loss())) {
            CoordinateSearch search = new CoordinateSearch(settings, trial.initial(), exact.loss());
            while (search.ask().isPresent()) {
                Step step = search.ask().orElseThrow();
                ParameterIndex parameter = step.parameter();
                Choice choice = exact.best(step);
                int place = trial.initial().architecture().flatIndex(parameter);
                double current = parameters[place];
                parameters[place] = Double.isNaN(choice.value()) ? current : choice.value();
                double loss = direct.of(parameters);
                Candidates own = grids.space().candidates(parameter);
                Grid dense = Grid.of(own.low(), own.high(), DENSE);
                for (Candidates candidates : List.of(own, dense)) {
                    Choice best = other.best(new Step(
                            step.number(), parameter, candidates, step.withCurrent(), step.ties(), step.seed()));
                    parameters[place] = best.moves() ? best.value() : current;
                    double gridLoss = best.moves() || step.withCurrent() ? direct.of(parameters) : Double.NaN;
                    if (Double.isFinite(gridLoss) && !(loss <= gridLoss + TOLERANCE * (1 + gridLoss))) {
                        worse.add("%s: %s, from %s: %s of loss %s, grid of %d %s of loss %s"
                                .formatted(
                                        trial.problem(),
                                        step,
                                        current,
                                        choice,
                                        loss,
                                        candidates.count(),
                                        best,
                                        gridLoss));
                    }
                }
                parameters[place] = choice.moves() ? choice.value() : current;
                if (choice.moves()) {
                    exact.accept(parameter, choice.value());
                    other.accept(parameter, choice.value());
                }
                search.tell(choice);
                steps++;
                if (search.isSweepDone()) {
                    search.endSweep(exact.loss());
                }
            }
        }
        return steps;
    }

    /** Whether no square overflows: else the range is not searched. */
    private static boolean isFinite(SearchSettings settings) {
        return Math.max(
                        settings.space().weights().high(),
                        settings.space().biases().high())
                < 1e100;
    }

    private static Interval interval(Candidates candidates) {
        return new Interval(candidates.low(), candidates.high());
    }
}
