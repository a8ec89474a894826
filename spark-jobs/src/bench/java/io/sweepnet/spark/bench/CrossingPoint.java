package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * From how many rows on {@code rows} on two one-core executors beats {@code driver} on two threads. With numbers of rows as
 * arguments, those alone.
 */
public final class CrossingPoint {

    private static final List<Integer> ROWS = List.of(3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 5_000_000);
    private static final int FEATURES = 20;
    private static final int SWEEPS = 8;

    /** Of small tables, whose sweeps would else be over before the JVM has compiled what makes them. */
    private static final int MORE_SWEEPS = 80;

    private static final int MANY_ROWS = 1_000_000;

    private CrossingPoint() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "| rows | sweeps | driver, 2 threads: s a sweep | rows, 2 executors: s a sweep | driver / rows | whole command: driver, s |"
                        + " rows, s | driver / rows |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        List<Integer> sizes = args.length == 0
                ? ROWS
                : Arrays.stream(args).map(Integer::valueOf).toList();
        for (int rows : sizes) {
            Path table = Tables.numbers(rows, FEATURES);
            int sweeps = rows < MANY_ROWS ? MORE_SWEEPS : SWEEPS;
            Submission local = Submission.to("local[2]", "8g").with("search.threads", 2);
            Submitted driver = search(local, "driver", table, sweeps);
            Submitted spread;
            try (StandaloneCluster cluster = new StandaloneCluster("crossing", Optional.empty())) {
                cluster.startWorker(1, 4096);
                cluster.startWorker(1, 4096);
                spread = search(Submission.to(cluster.masterUrl(), "1g").withExecutors(2, "3g"), "rows", table, sweeps);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d | %.4f | %.4f | **%.2f** | %.1f | %.1f | **%.2f** |%n",
                    rows,
                    spread.history().size(),
                    driver.secondsPerSweep(),
                    spread.secondsPerSweep(),
                    driver.secondsPerSweep() / spread.secondsPerSweep(),
                    driver.commandSeconds(),
                    spread.commandSeconds(),
                    driver.commandSeconds() / spread.commandSeconds());
        }
    }

    private static Submitted search(Submission submission, String execution, Path table, int sweeps) throws Exception {
        return submission
                .with("network.hidden", "[5,4]")
                .with("search.sweeps", sweeps)
                .with("search.tolerance", 0)
                .with("search.execution", execution)
                .train(table, Tables.TARGET);
    }
}
