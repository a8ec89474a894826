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

/**
 * Sequential sweeps beside sweeps whose parameters propose from one base point: losses after some sweeps, and how many
 * sweeps it takes to the losses of the sequential search. Medians over seeds 0, 1, ...; nothing is timed. Arguments: {@code
 * SEEDS SWEEPS PROBLEM ...}, each problem as {@link ScheduleProblem} has it.
 */
final class ScheduleTable {

    private static final List<Schedule> SCHEDULES = List.of(
            new Schedule("sequential", 1, Rule.PREFIX),
            new Schedule("blocks of 16, one by one", 16, Rule.EACH),
            new Schedule("all, prefix", Integer.MAX_VALUE, Rule.PREFIX),
            new Schedule("all, one by one", Integer.MAX_VALUE, Rule.EACH));

    private static final int[] REACHED_AFTER = {1, 3, 10, 30};

    private static final double NANOS_PER_MICRO = 1e3;

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
                + " microseconds a step | and a proposal applied |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
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
        String losses = Arrays.stream(REACHED_AFTER)
                .mapToObj(sweep -> String.format(Locale.ROOT, "%.5g", lossAfter(outcomes, sweep)))
                .collect(Collectors.joining(", "));
        String reached = Arrays.stream(REACHED_AFTER)
                .mapToObj(sweep -> sweepsTo(outcomes, sequential, sweep))
                .collect(Collectors.joining(", "));
        long proposals = outcomes.stream().mapToLong(Outcome::proposals).sum();
        long steps = outcomes.stream().mapToLong(Outcome::steps).sum();
        long kept = outcomes.stream().mapToLong(Outcome::kept).sum();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %s, %.5g | %s | %.2f | %.1f %% | %.1f | %.1f |%n",
                problem.name(),
                problem.architecture().parameterCount(),
                schedule.name(),
                losses,
                lossAfter(outcomes, sweeps),
                reached,
                1.0 * proposals / steps,
                100.0 * kept / proposals,
                outcomes.stream().mapToLong(Outcome::stepNanos).sum() / NANOS_PER_MICRO / steps,
                outcomes.stream().mapToLong(Outcome::walkNanos).sum() / NANOS_PER_MICRO / proposals);
    }

    private static double lossAfter(List<Outcome> outcomes, int sweep) {
        return median(outcomes.stream()
                .mapToDouble(outcome -> outcome.losses().get(sweep))
                .toArray());
    }

    /** The median number of sweeps to the loss that the sequential search of the same seed has after so many. */
    private String sweepsTo(List<Outcome> outcomes, List<Outcome> sequential, int sweep) {
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
        double median = median(needed);
        return median > sweeps ? "> " + sweeps : String.format(Locale.ROOT, "%.4g", median);
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
