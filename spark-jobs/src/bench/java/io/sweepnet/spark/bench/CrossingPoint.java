package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From how many rows on {@code rows} on two one-core executors beats {@code driver} on two threads. */
public final class CrossingPoint {

    private static final List<Integer> ROWS = List.of(3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000);
    private static final int FEATURES = 20;
    private static final int SWEEPS = 8;

    private CrossingPoint() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "| rows | driver, 2 threads: s a sweep | rows, 2 executors: s a sweep | driver / rows | whole command: driver, s |"
                        + " rows, s | driver / rows |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (int rows : ROWS) {
            Path table = Tables.numbers(rows, FEATURES);
            Submitted driver = search(Submission.to("local[2]", "8g").with("search.threads", 2), "driver", table);
            Submitted spread;
            try (StandaloneCluster cluster = new StandaloneCluster("crossing", Optional.empty())) {
                cluster.startWorker(1, 4096);
                cluster.startWorker(1, 4096);
                spread = search(Submission.to(cluster.masterUrl(), "1g").withExecutors(2, "3g"), "rows", table);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.4f | %.4f | **%.2f** | %.1f | %.1f | **%.2f** |%n",
                    rows,
                    driver.secondsPerSweep(),
                    spread.secondsPerSweep(),
                    driver.secondsPerSweep() / spread.secondsPerSweep(),
                    driver.commandSeconds(),
                    spread.commandSeconds(),
                    driver.commandSeconds() / spread.commandSeconds());
        }
    }

    private static Submitted search(Submission submission, String execution, Path table) throws Exception {
        return submission
                .with("network.hidden", "[5,4]")
                .with("search.sweeps", SWEEPS)
                .with("search.tolerance", 0)
                .with("search.execution", execution)
                .train(table, Tables.TARGET);
    }
}
