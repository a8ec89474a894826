package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The search that the tests submit, which makes exactly as many sweeps as it is told: on the diabetes table with a network of 44
 * parameters; over rows that are spread on a larger table; or from several starts.
 *
 * @param execution where it runs
 * @param sweeps how many, which is how long it takes
 */
record Search(String execution, int sweeps) {

    /** Starts of a search from several, no fewer than there are task slots. */
    static final int STARTS = 16;

    private static final int ROWS = 22_000;
    private static final int FEATURES = 5;

    private static final Map<Search, StoredRun> ON_THE_DRIVER = new ConcurrentHashMap<>();

    /** Whether it searches from several starts. */
    boolean isOfStarts() {
        return execution.equals("restarts");
    }

    /** What it writes on stderr after each sweep, or each start. */
    String progress() {
        return "\"event\":\"" + (isOfStarts() ? "start" : "sweep") + "\"";
    }

    /** The program's arguments. */
    List<String> arguments(Path results) throws IOException {
        return arguments(execution, results);
    }

    private List<String> arguments(String where, Path results) throws IOException {
        boolean isOverRows = execution.equals("rows");
        List<String> arguments = new ArrayList<>(List.of("train", "search", "--data"));
        arguments.addAll(
                isOverRows
                        ? List.of(table().toString(), "--target", "y")
                        : List.of("../conf/data/diabetes.csv", "--target", "progression"));
        for (String setting : List.of(
                "network.hidden=[3,2]",
                "search.sweeps=" + sweeps,
                "search.tolerance=0",
                "search.patience=" + sweeps,
                "search.restarts=" + (isOfStarts() ? STARTS : 1),
                "search.execution=" + where)) {
            arguments.addAll(List.of("-D", setting));
        }
        arguments.addAll(List.of("--results", results.toString(), "--json-log"));
        return arguments;
    }

    /** A table of more shards than there are tasks. */
    private static Path table() throws IOException {
        Path file = SparkHome.TARGET.resolve("cluster").resolve("table-" + ROWS + ".csv");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Random random = new Random(7);
            StringBuilder lines = new StringBuilder("a,b,c,d,e,y\n");
            for (int row = 0; row < ROWS; row++) {
                double[] x = random.doubles(FEATURES, -2, 2).toArray();
                for (double value : x) {
                    lines.append(value).append(',');
                }
                lines.append(Math.max(0, x[0] + x[1]) - x[2] * x[3] + random.nextGaussian())
                        .append('\n');
            }
            Files.writeString(file, lines);
        }
        return file;
    }

    /** What it gives in the driver's JVM alone, without a cluster. */
    StoredRun onTheDriver() throws Exception {
        StoredRun known = ON_THE_DRIVER.get(this);
        if (known != null) {
            return known;
        }
        String name = "driver-" + execution + "-" + sweeps;
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
