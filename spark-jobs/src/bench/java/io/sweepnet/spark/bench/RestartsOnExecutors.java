package io.sweepnet.spark.bench;

import io.sweepnet.spark.bench.Submitted.Submission;
import io.sweepnet.spark.cluster.StandaloneCluster;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** 64 starts, {@code search.execution = restarts}, on two one-core executors and on one. */
public final class RestartsOnExecutors {

    private static final int STARTS = 64;
    private static final int ROWS = 60_000;
    private static final int FEATURES = 10;
    private static final int SWEEPS = 20;

    private RestartsOnExecutors() {}

    /** Prints a table. */
    public static void main(String[] args) throws Exception {
        Path table = Tables.numbers(ROWS, FEATURES);
        System.out.printf(Locale.ROOT, "%d starts, %,d rows, %d features%n", STARTS, ROWS, FEATURES);
        System.out.println("| executors | training, s | whole command, s | loss |");
        System.out.println("| --- | --- | --- | --- |");
        Submitted one = search(1, table);
        Submitted two = search(2, table);
        System.out.printf(
                Locale.ROOT,
                "| **1 / 2** | **%.2f** | **%.2f** | |%n",
                one.run().wallSeconds() / two.run().wallSeconds(),
                one.commandSeconds() / two.commandSeconds());
    }

    private static Submitted search(int executors, Path table) throws Exception {
        try (StandaloneCluster cluster = new StandaloneCluster("restarts", Optional.empty())) {
            for (int worker = 0; worker < executors; worker++) {
                cluster.startWorker(1, 2048);
            }
            Submitted done = Submission.to(cluster.masterUrl(), "1g")
                    .withExecutors(executors, "1g")
                    .with("network.hidden", "[5,4]")
                    .with("search.execution", "restarts")
                    .with("search.restarts", STARTS)
                    .with("search.sweeps", SWEEPS)
                    .train(table, Tables.TARGET);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %.17g |%n",
                    executors,
                    done.run().wallSeconds(),
                    done.commandSeconds(),
                    done.run().finalLoss());
            return done;
        }
    }
}
