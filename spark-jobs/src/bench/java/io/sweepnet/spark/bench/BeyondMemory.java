package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code rows} where the table is three times what two executors have as memory for storage, beside the same search on
 * executors that have room for all of it. With the number of rows as its argument, 5,000,000 without.
 */
public final class BeyondMemory {

    private static final int ROWS = 5_000_000;
    private static final int FEATURES = 20;
    private static final int EXECUTORS = 2;

    /** Spark keeps so much of a heap for itself, and this share of the rest is for storage and execution. */
    private static final double RESERVED_MEGABYTES = 300;

    private static final double SHARE = 0.6;
    private static final double MEGABYTE = 1024.0 * 1024;

    private BeyondMemory() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        Path table = Tables.numbers(rows, FEATURES);
        double tableMegabytes = (double) rows * (FEATURES + 1) * Double.BYTES / MEGABYTE;
        System.out.println(
                "| heap of each of two executors, MB | table / their storage memory | sweep, s | whole command, s | loss |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int megabytes : List.of(512, 3072)) {
            Submitted done = search(megabytes, table);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %.0f | %.17g |%n",
                    megabytes,
                    tableMegabytes / (EXECUTORS * (megabytes - RESERVED_MEGABYTES) * SHARE),
                    done.history().get(0).elapsedSeconds(),
                    done.commandSeconds(),
                    done.run().outcome().finalLoss());
        }
    }

    private static Submitted search(int megabytes, Path table) throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster("memory", Optional.empty())) {
            for (int worker = 0; worker < EXECUTORS; worker++) {
                cluster.startWorker(1, 4096);
            }
            return Submission.to(cluster.masterUrl(), "1g")
                    .withExecutors(EXECUTORS, megabytes + "m")
                    .with("network.hidden", "[2]")
                    .with("search.execution", "rows")
                    .with("search.sweeps", 1)
                    .train(table, Tables.TARGET);
        }
    }
}
