package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code search.execution = rows} on one-core executors of 3 GB, one of them and two, beside the kernel in the driver's JVM on
 * one thread. With the number of rows as its argument, 5,000,000 without.
 */
public final class RowsOnExecutors {

    private static final int ROWS = 5_000_000;
    private static final int FEATURES = 20;
    private static final int SWEEPS = 11;

    private RowsOnExecutors() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        Path table = Tables.numbers(rows, FEATURES);
        Map<String, Submitted> runs = new LinkedHashMap<>();
        System.out.printf(Locale.ROOT, "%,d rows, %d features%n", rows, FEATURES);
        System.out.println("| where | s a sweep | of sweeps | whole command, s | loss |");
        System.out.println("| --- | --- | --- | --- | --- |");
        runs.put("driver, 1 thread", timed("driver, 1 thread", table, onDriver()));
        for (int executors : List.of(1, 2)) {
            String name = "rows, " + executors + (executors == 1 ? " executor" : " executors");
            try (StandaloneCluster cluster = new StandaloneCluster("rows", Optional.empty())) {
                for (int worker = 0; worker < executors; worker++) {
                    cluster.startWorker(1, 4096);
                }
                Submission submission = Submission.to(cluster.masterUrl(), "1g").withExecutors(executors, "3g");
                runs.put(name, timed(name, table, submission.with("search.execution", "rows")));
            }
        }
        double two = runs.get("rows, 2 executors").secondsPerSweep();
        for (String other : List.of("rows, 1 executor", "driver, 1 thread")) {
            System.out.printf(
                    Locale.ROOT,
                    "| **%s / rows, 2 executors** | **%.2f** | | | |%n",
                    other,
                    runs.get(other).secondsPerSweep() / two);
        }
    }

    private static Submission onDriver() {
        return Submission.to("local[1]", "8g")
                .with("search.execution", "driver")
                .with("search.threads", 1);
    }

    private static Submitted timed(String name, Path table, Submission submission) throws Exception {
        Submitted done = submission
                .with("network.hidden", "[5,4]")
                .with("search.sweeps", SWEEPS)
                .with("search.tolerance", 0)
                .train(table, Tables.TARGET);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %d | %.0f | %.17g |%n",
                name,
                done.secondsPerSweep(),
                SWEEPS - 1,
                done.commandSeconds(),
                done.run().outcome().finalLoss());
        return done;
    }
}
