package io.sweepnet.bench;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Java side of the comparison with PyTorch, on one thread. Commands:
 *
 * <ul>
 *   <li>{@code write FILE PROBLEM ACTIVATION SCALING}: writes the data of a problem, see {@link DataFile};
 *   <li>{@code time FILE KERNEL SWEEPS REPEATS}: after a warm-up makes the first sweeps from the initial parameters so many
 *       times and prints one line of JSON: the seconds per sweep of each time, and the index of every choice;
 *   <li>{@code costs}: prints what {@link Costs} counts for the problem of each further argument.
 * </ul>
 */
final class SweepTimes {

    private static final double WARM_UP_SECONDS = 5;
    private static final int WARM_UP_PASSES = 2;
    private static final double NANOS = 1e9;

    /** What is printed. */
    private record Times(String kernel, List<Double> secondsPerSweep, List<Integer> choices) {}

    private SweepTimes() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "write" -> write(Path.of(arguments[1]), Problem.of(arguments[2]), arguments[3], arguments[4]);
            case "time" ->
                time(
                        Path.of(arguments[1]),
                        arguments[2],
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]));
            case "costs" -> Arrays.stream(arguments).skip(1).forEach(SweepTimes::costs);
            default ->
                throw new IllegalArgumentException(
                        "write FILE PROBLEM ACTIVATION SCALING | time FILE KERNEL SWEEPS REPEATS | costs PROBLEM ...");
        }
    }

    private static void write(Path file, Problem problem, String activation, String scaling) throws IOException {
        new DataFile(problem, activation, SweepBenchmark.initial(problem, activation), Tables.of(problem, scaling))
                .write(file);
    }

    private static void time(Path file, String name, int sweeps, int repeats) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("no file " + file);
        }
        DataFile data = DataFile.read(file);
        Kernel kernel = Kernel.of(name, data.problem().candidates());
        int steps = data.initial().count();
        List<Double> seconds = new ArrayList<>();
        List<Integer> choices = new ArrayList<>();
        try (SweepRun run = new SweepRun(kernel, data.initial(), data.dataset(), steps)) {
            double warm = 0;
            for (int pass = 0; pass < WARM_UP_PASSES || warm < WARM_UP_SECONDS; pass++) {
                warm += sweep(run, sweeps);
            }
            run.onChoice(choices::add);
            run.restart();
            sweep(run, sweeps);
            run.onChoice(index -> {});
            for (int i = 0; i < repeats; i++) {
                seconds.add(sweep(run, sweeps) / sweeps);
            }
        }
        System.out.println(new Gson().toJson(new Times(name, seconds, choices)));
    }

    /** Seconds of so many sweeps from the initial parameters. */
    private static double sweep(SweepRun run, int sweeps) {
        run.restart();
        long start = System.nanoTime();
        for (int i = 0; i < sweeps; i++) {
            run.sweep();
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static void costs(String text) {
        Problem problem = Problem.of(text);
        System.out.printf(
                "%s: %.4g multiply-adds an incremental sweep, %.4g bytes read a piecewise sweep%n",
                text, Costs.multiplyAdds(problem), Costs.bytes(problem));
    }
}
