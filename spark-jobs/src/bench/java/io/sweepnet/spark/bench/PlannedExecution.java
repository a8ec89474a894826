package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code search.execution = auto} beside each execution that can be asked for by name, on local[2]: the whole command. With
 * numbers of problems as arguments, those alone.
 */
public final class PlannedExecution {

    private PlannedExecution() {}

    /**
     * A search.
     *
     * @param executions what can be asked for
     * @param options keys of the configuration
     */
    private record Problem(
            String name, Source table, String target, List<String> executions, Map<String, String> options) {}

    /** Makes a table. */
    @FunctionalInterface
    private interface Source {
        Path get() throws IOException;
    }

    private static List<Problem> problems() {
        Path conf = Path.of("../conf/data").toAbsolutePath();
        Path wdbc = Path.of("src/bench/resources/wdbc.csv").toAbsolutePath();
        List<String> one = List.of("driver", "candidates", "rows");
        String small = "[5,4]";
        return List.of(
                new Problem(
                        "diabetes, 442 x 10, squared",
                        () -> conf.resolve("diabetes.csv"),
                        "progression",
                        one,
                        Map.of("network.hidden", small)),
                new Problem(
                        "diabetes, 442 x 10, squared, 64 starts",
                        () -> conf.resolve("diabetes.csv"),
                        "progression",
                        List.of("driver", "candidates", "restarts"),
                        Map.of("network.hidden", small, "search.restarts", "64")),
                new Problem(
                        "wdbc, 569 x 30, zero-one, step",
                        () -> wdbc,
                        "diagnosis",
                        one,
                        Map.of("network.hidden", "[8]", "network.activations", "step", "loss", "zero-one")),
                new Problem(
                        "5,000 x 10, squared, tanh",
                        () -> Tables.numbers(5_000, 10),
                        Tables.TARGET,
                        one,
                        Map.of("network.hidden", small, "network.activations", "tanh", "search.sweeps", "10")),
                new Problem(
                        "50,000 x 10, huber",
                        () -> Tables.numbers(50_000, 10),
                        Tables.TARGET,
                        one,
                        Map.of("network.hidden", small, "loss", "huber", "search.sweeps", "10")),
                new Problem(
                        "100,000 x 20, zero-one",
                        () -> Tables.classes(100_000, 20),
                        Tables.TARGET,
                        one,
                        Map.of("network.hidden", "[8]", "loss", "zero-one", "search.sweeps", "5")),
                new Problem(
                        "1,000,000 x 20, squared",
                        () -> Tables.numbers(1_000_000, 20),
                        Tables.TARGET,
                        one,
                        Map.of("network.hidden", small, "search.sweeps", "10")),
                new Problem(
                        "5,000,000 x 20, squared",
                        () -> Tables.numbers(5_000_000, 20),
                        Tables.TARGET,
                        one,
                        Map.of("network.hidden", small, "search.sweeps", "4")));
    }

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println("| problem | " + "forced, whole command, s | auto, s | chosen | auto / best forced |");
        System.out.println("| --- | --- | --- | --- | --- |");
        List<Problem> all = problems();
        for (int number = 1; number <= all.size(); number++) {
            if (args.length == 0 || List.of(args).contains(String.valueOf(number))) {
                compare(all.get(number - 1));
            }
        }
    }

    private static void compare(Problem problem) throws Exception {
        Map<String, Double> forced = new LinkedHashMap<>();
        for (String execution : problem.executions()) {
            forced.put(execution, search(problem, execution).commandSeconds());
        }
        Submitted planned = search(problem, "auto");
        double auto = planned.commandSeconds();
        double best =
                forced.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | **%.2f** |%n",
                problem.name(),
                forced.entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %.1f", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ")),
                auto,
                planned.run().placement().execution(),
                auto / best);
    }

    private static Submitted search(Problem problem, String execution) throws Exception {
        Submission submission = Submission.to("local[2]", "10g").with("search.execution", execution);
        for (Map.Entry<String, String> option : problem.options().entrySet()) {
            submission = submission.with(option.getKey(), option.getValue());
        }
        return submission.train(problem.table().get(), problem.target());
    }
}
