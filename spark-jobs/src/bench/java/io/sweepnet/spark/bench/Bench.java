package io.sweepnet.spark.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** What benchmarks share. They run in the folder of the module, as its tests do. */
final class Bench {

    /** The program, as it is submitted. */
    static final Path PROGRAM = Path.of("target/sweepnet.jar").toAbsolutePath();

    /** The benchmarks, for executors in other JVMs. */
    static final Path BENCHMARKS =
            Path.of("target/sweepnet-spark-jobs-benchmarks.jar").toAbsolutePath();

    private Bench() {}

    /** A session that listens on this machine alone. */
    static SparkSession.Builder session(String master, List<Path> jars) {
        return SparkSession.builder()
                .master(master)
                .appName("sweepnet-benchmark")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.jars", jars.stream().map(Path::toString).collect(Collectors.joining(",")));
    }
}
