package io.sweepnet.spark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Prints what trainings reached and when, as Markdown. Several trainings of a kind are told by their median. */
final class ComparisonTable {

    private ComparisonTable() {}

    /**
     * @param iterations of the first contender's points: their errors are those that all are to reach
     * @param contenders a line each
     * @param traces of each contender, its trainings
     */
    static void print(
            ClassProblem problem, List<Integer> iterations, List<Contender> contenders, List<List<ErrorTrace>> traces) {
        List<Target> targets = targets(iterations, traces.get(0));
        System.out.printf(
                Locale.ROOT,
                "%n%s: %,d rows, %d features, %s hidden units, medians of %d trainings%n%n",
                problem.name(),
                problem.table().rows(),
                problem.table().features().length,
                problem.hidden(),
                traces.get(0).size());
        System.out.println("| training | lowest error, % | seconds in all | "
                + targets.stream().map(Target::heading).collect(Collectors.joining(" | ")) + " |");
        System.out.println("| --- ".repeat(3 + targets.size()) + "|");
        for (int i = 0; i < contenders.size(); i++) {
            System.out.println(line(contenders.get(i).name(), traces.get(i), targets));
        }
    }

    /** An error that all are to reach, and the iterations that it takes the first contender. */
    private record Target(double error, int iterations) {

        String heading() {
            return String.format(Locale.ROOT, "seconds to %.3f %% (%d iterations)", 100 * error, iterations);
        }
    }

    /** The later of equal ones are left out. */
    private static List<Target> targets(List<Integer> iterations, List<ErrorTrace> traces) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < iterations.size(); i++) {
            int place = i;
            double error = median(traces, trace -> lowestError(trace, place));
            if (targets.isEmpty() || error < targets.get(targets.size() - 1).error()) {
                targets.add(new Target(error, iterations.get(i)));
            }
        }
        return targets;
    }

    /** The lowest error of the points up to one, or up to the last where there are fewer. */
    private static double lowestError(ErrorTrace trace, int place) {
        return new ErrorTrace(trace.points()
                        .subList(0, Math.min(place + 1, trace.points().size())))
                .lowestError();
    }

    private static String line(String name, List<ErrorTrace> traces, List<Target> targets) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %.3f | %.2f |",
                name,
                100 * median(traces, ErrorTrace::lowestError),
                median(traces, ErrorTrace::seconds)));
        for (Target target : targets) {
            double seconds = median(traces, trace -> trace.secondsTo(target.error()));
            line.append(Double.isInfinite(seconds) ? " never |" : String.format(Locale.ROOT, " %.2f |", seconds));
        }
        return line.toString();
    }

    /** Of an even number the higher of the two in the middle, so that an infinite one stays what it is. */
    private static double median(List<ErrorTrace> traces, ToDoubleFunction<ErrorTrace> figure) {
        double[] sorted = traces.stream().mapToDouble(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
