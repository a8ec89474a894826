package io.sweepnet.spark.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The search that the tests submit: a network of 44 parameters on the diabetes table, which makes exactly as many sweeps as
 * it is told.
 *
 * @param sweeps how many, which is how long it takes
 */
record Search(int sweeps) {

    /** What it writes on stderr after each sweep. */
    static final String SWEEP = "\"event\":\"sweep\"";

    private static final Map<Search, StoredRun> ON_THE_DRIVER = new ConcurrentHashMap<>();

    /** The program's arguments. */
    List<String> arguments(String execution, Path results) {
        return List.of(
                "train",
                "search",
                "--data",
                "../conf/data/diabetes.csv",
                "--target",
                "progression",
                "-D",
                "network.hidden=[3,2]",
                "-D",
                "search.sweeps=" + sweeps,
                "-D",
                "search.tolerance=0",
                "-D",
                "search.patience=" + sweeps,
                "-D",
                "search.execution=" + execution,
                "--results",
                results.toString(),
                "--json-log");
    }

    /** What it gives in the driver's JVM alone, without a cluster. */
    StoredRun onTheDriver() throws Exception {
        StoredRun known = ON_THE_DRIVER.get(this);
        if (known != null) {
            return known;
        }
        String name = "driver-" + sweeps;
        Path folder = Folders.clear(SparkHome.TARGET.resolve("cluster").resolve(name));
        Path results = folder.resolve("results");
        try (SparkJvm program = Submission.to("local[1]").start(name, folder, arguments("driver", results))) {
            int code = program.awaitEnd();
            if (code != 0) {
                throw new AssertionError("exit code " + code + "; " + program.tail());
            }
        }
        StoredRun run = StoredRun.read(results);
        ON_THE_DRIVER.put(this, run);
        return run;
    }
}
