package io.sweepnet.spark.execution;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Step;
import io.sweepnet.spark.channel.FirstLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Chooses where a search runs by measuring: it makes the first steps of the search in each way that can serve, those of starts
 * on executors in the driver, whose kernel is theirs, and takes the way that would be done first. All find the same, so that
 * the choice changes no result.
 */
public final class ExecutionPlanner {

    /** Searches that converge do so after some sweeps, mostly before their limit. */
    private static final int EXPECTED_SWEEPS = 10;

    /** What is done so soon is not worth the time that another way takes to set up. */
    private static final double SOON_SECONDS = 2;

    private static final int FEWEST_STEPS = 5;
    private static final int MOST_STEPS = 200;
    private static final double ENOUGH_SECONDS = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ModelSettings settings;
    private final Parameters initial;
    private final int sweeps;
    private final int starts;
    private final long stepsOfStart;

    /**
     * A planner of one search.
     *
     * @param sweeps sweeps of a start at most
     * @param starts from which it searches
     */
    public ExecutionPlanner(ModelSettings settings, Parameters initial, int sweeps, int starts) {
        this.settings = settings;
        this.initial = initial;
        this.sweeps = sweeps;
        this.starts = starts;
        this.stepsOfStart = (long) initial.count() * Math.min(sweeps, EXPECTED_SWEEPS);
    }

    /**
     * A way to run.
     *
     * @param execution its name
     * @param startsAtOnce how many starts it makes at the same time
     * @param rows sets it up
     * @param discard frees what that has taken
     */
    public record Option(String execution, int startsAtOnce, Supplier<TrainingRows> rows, Runnable discard) {}

    /**
     * What was measured of a way to run.
     *
     * @param setUpSeconds until the first step could begin
     * @param stepSeconds median of the steps after the first
     * @param expectedSeconds what a search may take
     */
    public record Measured(String execution, double setUpSeconds, double stepSeconds, double expectedSeconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s %.3g ms a step, set up in %.2g s", execution, 1e3 * stepSeconds, setUpSeconds);
        }
    }

    /**
     * The choice.
     *
     * @param measured what was measured; empty where there was no choice
     * @param reason why, in words that name what was measured
     */
    public record Plan(String execution, List<Measured> measured, String reason) {}

    /**
     * Chooses.
     *
     * @param options at least one, that of the least set-up first; one that fails is passed over, unless all do
     */
    public Plan plan(List<Option> options) {
        List<Measured> measured = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Measured best = null;
        Runnable bestDiscard = () -> {};
        for (Option option : options) {
            Measured now;
            try {
                now = measure(option);
            } catch (Exception e) {
                // Whatever it is (the channel's, Spark's, an executor's), another way may serve.
                if (failed.size() + 1 == options.size()) {
                    throw e;
                }
                failed.add(option.execution() + " cannot serve: " + FirstLine.of(e));
                option.discard().run();
                continue;
            }
            measured.add(now);
            if (best == null || now.expectedSeconds() < best.expectedSeconds()) {
                bestDiscard.run();
                best = now;
                bestDiscard = option.discard();
            } else {
                option.discard().run();
            }
            if (best.expectedSeconds() <= SOON_SECONDS) {
                break;
            }
        }
        return new Plan(best.execution(), List.copyOf(measured), reason(best, measured, failed, options));
    }

    private static String reason(Measured best, List<Measured> measured, List<String> failed, List<Option> options) {
        String told = measured.stream().map(Measured::toString).collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            told += "; " + String.join("; ", failed);
        }
        boolean isAlone = measured.size() + failed.size() < options.size();
        return best.execution() + ": " + told + (isAlone ? "; done so soon that nothing else is worth setting up" : "");
    }

    /**
     * Plays the beginning of a search, of which nothing is kept. It begins with the first layer, which has most of the
     * parameters and steps that look at all rows; those of an output layer may not.
     */
    private Measured measure(Option option) {
        long began = System.nanoTime();
        TrainingRows rows = option.rows().get();
        SearchSettings asked = settings.search(sweeps);
        SearchSettings search = new SearchSettings(
                asked.weights(),
                asked.biases(),
                ParameterOrder.LAYER,
                asked.ties(),
                asked.keepCurrent(),
                asked.stop(),
                asked.seed());
        double loss = rows.loss(initial.toArray());
        CoordinateSearch beginning = new CoordinateSearch(search, initial, loss);
        int most = Math.min(MOST_STEPS, initial.count() - 1);
        double[] seconds = new double[most + 1];
        int steps = 0;
        double firstBegins;
        try (CandidateEvaluator evaluator = rows.evaluator(search, initial, loss)) {
            firstBegins = since(began);
            while (!beginning.hasEnded()
                    && steps <= most
                    && (steps <= FEWEST_STEPS || since(began) < firstBegins + ENOUGH_SECONDS)) {
                double begin = since(began);
                Step step = beginning.ask().orElseThrow();
                Choice choice = evaluator.best(step);
                if (choice.moves()) {
                    evaluator.accept(step.parameter(), choice.value());
                }
                beginning.tell(choice);
                seconds[steps++] = since(began) - begin;
                if (beginning.isSweepDone()) {
                    break;
                }
            }
        }
        double first = steps == 0 ? 0 : seconds[0];
        double[] later = Arrays.copyOfRange(seconds, Math.min(1, steps), steps);
        Arrays.sort(later);
        double step = later.length == 0 ? first : later[later.length / 2];
        double setUp = firstBegins + Math.max(0, first - step);
        int rounds = (starts + option.startsAtOnce() - 1) / option.startsAtOnce();
        return new Measured(option.execution(), setUp, step, setUp + rounds * stepsOfStart * step);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }
}
