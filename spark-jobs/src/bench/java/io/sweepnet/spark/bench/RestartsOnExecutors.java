package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 64 starts, {@code search.execution = restarts}, on two one-core executors and on one. With numbers of problems as arguments,
 * those alone.
 */
public final class RestartsOnExecutors {

    private static final int STARTS = 64;
    private static final int FEATURES = 10;
    private static final int SWEEPS = 20;

    /** A larger table, and a larger network. */
    private static final List<Problem> PROBLEMS = List.of(new Problem(60_000, "[5,4]"), new Problem(5_000, "[40,20]"));

    private RestartsOnExecutors() {}

    private record Problem(int rows, String hidden) {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println("| rows | hidden | executors | training, s | whole command, s | loss |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (int number = 1; number <= PROBLEMS.size(); number++) {
            if (args.length == 0 || List.of(args).contains(String.valueOf(number))) {
                compare(PROBLEMS.get(number - 1));
            }
        }
    }

    private static void compare(Problem problem) throws Exception {
        Submitted one = search(problem, 1);
        Submitted two = search(problem, 2);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %s | **1 / 2** | **%.2f** | **%.2f** | |%n",
                problem.rows(),
                problem.hidden(),
                one.run().outcome().wallSeconds() / two.run().outcome().wallSeconds(),
                one.commandSeconds() / two.commandSeconds());
    }

    private static Submitted search(Problem problem, int executors) throws Exception {
        Path table = Tables.numbers(problem.rows(), FEATURES);
        try (StandaloneCluster cluster = new StandaloneCluster("restarts", Optional.empty())) {
            for (int worker = 0; worker < executors; worker++) {
                cluster.startWorker(1, 2048);
            }
            Submitted done = Submission.to(cluster.masterUrl(), "1g")
                    .withExecutors(executors, "1g")
                    .with("network.hidden", problem.hidden())
                    .with("search.execution", "restarts")
                    .with("search.restarts", STARTS)
                    .with("search.sweeps", SWEEPS)
                    .train(table, Tables.TARGET);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %s | %d | %.1f | %.1f | %.17g |%n",
                    problem.rows(),
                    problem.hidden(),
                    executors,
                    done.run().outcome().wallSeconds(),
                    done.commandSeconds(),
                    done.run().outcome().finalLoss());
            return done;
        }
    }
}
