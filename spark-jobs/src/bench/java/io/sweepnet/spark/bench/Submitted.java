package io.sweepnet.spark.bench;

import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A run of the program, submitted in a JVM of its own as users do.
 *
 * @param run what it says of itself
 * @param history its sweeps
 * @param commandSeconds from the start of the JVM to its end
 */
record Submitted(RunRow run, List<HistoryRow> history, double commandSeconds) {

    /** What is written, and what a failed run said. */
    static final Path FOLDER = Path.of("target/bench").toAbsolutePath();

    /** For searches on a real cluster; the driver's JVM has the same options. */
    private static final Path DEFAULTS = Path.of("../conf/spark-defaults.conf").toAbsolutePath();

    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * How it is submitted. An immutable value; each {@code with} gives another.
     *
     * @param master as in {@code --master}
     * @param driverMemory heap of the driver, such as {@code 2g}
     * @param settings of Spark
     * @param options of the program: keys of the configuration
     */
    record Submission(String master, String driverMemory, Map<String, String> settings, Map<String, String> options) {

        static Submission to(String master, String driverMemory) {
            return new Submission(master, driverMemory, Map.of(), Map.of());
        }

        /** One-core executors, all there before the program starts. */
        Submission withExecutors(int count, String memory) {
            Map<String, String> more = new LinkedHashMap<>(settings);
            more.put("spark.executor.cores", "1");
            more.put("spark.cores.max", String.valueOf(count));
            more.put("spark.executor.memory", memory);
            more.put("spark.driver.host", "127.0.0.1");
            more.put("spark.driver.bindAddress", "127.0.0.1");
            return new Submission(master, driverMemory, more, options);
        }

        Submission with(String key, Object value) {
            Map<String, String> more = new LinkedHashMap<>(options);
            more.put(key, value.toString());
            return new Submission(master, driverMemory, settings, more);
        }

        /** Runs {@code train search} on a table. */
        Submitted train(Path table, String target) throws IOException, InterruptedException {
            Path results = FOLDER.resolve("results");
            delete(results);
            Path log = Files.createDirectories(FOLDER).resolve("program.log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
            command.addAll(List.of(
                    "-Xmx" + driverMemory,
                    "-XX:+UseTransparentHugePages",
                    "-XX:+UseParallelGC",
                    "-cp",
                    sparkClassPath()));
            command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
            command.addAll(List.of("--properties-file", DEFAULTS.toString()));
            settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
            command.addAll(List.of("--class", "io.sweepnet.spark.cli.Main", Bench.PROGRAM.toString()));
            command.addAll(List.of("train", "search", "--data", table.toString(), "--target", target));
            command.addAll(List.of("--results", results.toString(), "--quiet"));
            options.forEach((key, value) -> command.addAll(List.of("-D", key + "=" + value)));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            long begin = System.nanoTime();
            Process process = builder.start();
            Thread atEnd = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(atEnd);
            int code = process.waitFor();
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            Runtime.getRuntime().removeShutdownHook(atEnd);
            if (code != 0) {
                throw new IllegalStateException(
                        "exit code " + code + " of " + String.join(" ", command) + "\n" + Files.readString(log));
            }
            try (ResultsFolder folder = new ResultsFolder(results.toString(), new Configuration(false))) {
                List<HistoryRow> history = folder.read(ResultTable.HISTORY).stream()
                        .sorted(Comparator.comparing(HistoryRow::iteration))
                        .toList();
                return new Submitted(folder.read(ResultTable.RUNS).get(0), history, seconds);
            }
        }
    }

    private static String sparkClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar")
                        && !entry.endsWith(Bench.PROGRAM.getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Median of the sweeps after the first, in which code is compiled and what is kept is made. */
    double secondsPerSweep() {
        double[] seconds = new double[history.size() - 1];
        Arrays.setAll(
                seconds,
                i -> history.get(i + 1).elapsedSeconds() - history.get(i).elapsedSeconds());
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }
}
