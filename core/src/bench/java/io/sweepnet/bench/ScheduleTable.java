package io.sweepnet.bench;

import io.sweepnet.bench.ScheduleRun.Outcome;
import io.sweepnet.bench.ScheduleRun.Rule;
import io.sweepnet.bench.ScheduleRun.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sequential sweeps beside sweeps whose parameters propose from one base point: losses after some sweeps, and how many
 * sweeps it takes to the losses of the sequential search. Medians over seeds 0, 1, ...; nothing is timed. Arguments: {@code
 * SEEDS SWEEPS PROBLEM ...}, each problem as {@link ScheduleProblem} has it.
 *
 * <p>The last column is a model, not a measurement: how much sooner a schedule reaches the sequential search's loss after 10
 * sweeps, at the cost that {@link ScheduleCost} has.
 */
final class ScheduleTable {

    private static final List<Schedule> SCHEDULES = List.of(
            new Schedule("sequential", 1, Rule.PREFIX),
            new Schedule("blocks of 16, one by one", 16, Rule.EACH),
            new Schedule("all, prefix", Integer.MAX_VALUE, Rule.PREFIX),
            new Schedule("all, one by one", Integer.MAX_VALUE, Rule.EACH));

    private static final int[] REACHED_AFTER = {1, 3, 10, 30};

    /** The loss that the model is about: sequential's after so many sweeps. */
    private static final int MODEL_SWEEPS = 10;

    private static final int[] EXECUTORS = {2, 8, 32};

    private final int seeds;
    private final int sweeps;

    private ScheduleTable(int seeds, int sweeps) {
        this.seeds = seeds;
        this.sweeps = sweeps;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        ScheduleTable table = new ScheduleTable(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        int last = REACHED_AFTER[REACHED_AFTER.length - 1];
        if (table.sweeps < last) {
            throw new IllegalArgumentException("at least " + last + " sweeps are needed, got " + table.sweeps);
        }
        System.out.println("| problem | parameters | schedule | loss after 1, 3, 10, 30, " + table.sweeps
                + " sweeps | sweeps to sequential's loss after 1, 3, 10, 30 | proposals a step | kept |"
                + " microseconds a step | and a proposal applied | times as fast with 2, 8, 32 executors |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String problem : Arrays.asList(arguments).subList(2, arguments.length)) {
            table.rows(ScheduleProblem.of(problem));
        }
    }

    private void rows(ScheduleProblem problem) {
        List<Outcome> sequential = new ArrayList<>();
        for (Schedule schedule : SCHEDULES) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                outcomes.add(ScheduleRun.search(problem, schedule, seed, sweeps));
            }
            if (schedule.block() == 1) {
                sequential = outcomes;
            }
            print(problem, schedule, outcomes, sequential);
        }
    }

    private void print(ScheduleProblem problem, Schedule schedule, List<Outcome> outcomes, List<Outcome> sequential) {
        String losses = IntStream.concat(Arrays.stream(REACHED_AFTER), IntStream.of(sweeps))
                .mapToObj(sweep -> String.format(Locale.ROOT, "%.5g", lossAfter(outcomes, sweep)))
                .collect(Collectors.joining(", "));
        String reached = Arrays.stream(REACHED_AFTER)
                .mapToObj(sweep -> shown(sweepsTo(outcomes, sequential, sweep)))
                .collect(Collectors.joining(", "));
        ScheduleCost cost = ScheduleCost.of(problem, schedule, outcomes);
        double needed = sweepsTo(outcomes, sequential, MODEL_SWEEPS);
        double ratio = sweepsTo(sequential, sequential, MODEL_SWEEPS) / needed;
        String speedUps = Arrays.stream(EXECUTORS)
                .mapToObj(executors -> String.format(
                        Locale.ROOT, "%.2f", ratio * cost.sequential(executors) / cost.together(executors)))
                .collect(Collectors.joining(", "));
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %.2f | %.1f %% | %.1f | %.1f | %s |%n",
                problem.name(),
                problem.architecture().parameterCount(),
                schedule.name(),
                losses,
                reached,
                cost.proposals(),
                100 * cost.kept(),
                cost.step(),
                cost.walk(),
                schedule.block() == 1 || needed > sweeps ? "-" : speedUps);
    }

    private static double lossAfter(List<Outcome> outcomes, int sweep) {
        return median(outcomes.stream()
                .mapToDouble(outcome -> outcome.losses().get(sweep))
                .toArray());
    }

    /** The median number of sweeps to the loss that the sequential search of the same seed has after so many. */
    private double sweepsTo(List<Outcome> outcomes, List<Outcome> sequential, int sweep) {
        double[] needed = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            double target = sequential.get(seed).losses().get(sweep);
            List<Double> losses = outcomes.get(seed).losses();
            int first = 0;
            while (first <= sweeps && losses.get(first) > target) {
                first++;
            }
            needed[seed] = first;
        }
        return median(needed);
    }

    private String shown(double median) {
        return median > sweeps ? "> " + sweeps : String.format(Locale.ROOT, "%.4g", median);
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
