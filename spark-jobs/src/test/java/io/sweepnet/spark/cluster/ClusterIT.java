package io.sweepnet.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program, submitted to a standalone cluster of two Workers, finds what it finds in one JVM, to the last bit. */
@Tag("cluster")
class ClusterIT {

    /** For searches on a real cluster, and so for these. */
    private static final Path DEFAULTS = Path.of("../conf/spark-defaults.conf");

    private static final int SWEEPS = 2;

    private static StandaloneCluster cluster;

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = new StandaloneCluster("cluster", Optional.empty());
        cluster.startWorkers(2, 8, 1024);
    }

    @AfterAll
    static void endCluster() throws Exception {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({
        "candidates, 1, 1",
        "candidates, 2, 1",
        "candidates, 1, 7",
        "candidates, 2, 8",
        "rows, 1, 1",
        "rows, 2, 1",
        "rows, 1, 7",
        "rows, 2, 8",
        "restarts, 1, 1",
        "restarts, 2, 1",
        "restarts, 1, 7",
        "restarts, 2, 8"
    })
    void executorsFindWhatTheDriverFinds(String execution, int executors, int cores) throws Exception {
        StoredRun run = run(cluster, DEFAULTS, execution, executors, cores);

        assertThat(run.tables())
                .isEqualTo(new Search(execution, SWEEPS).onTheDriver().tables());
    }

    /** With the lines of the defaults that are for networks shared with others. */
    @Test
    void theyDoWhenTheyKnowEachOtherByASecretAndEncrypt(@TempDir Path folder) throws Exception {
        Path secured = Files.writeString(
                folder.resolve("secured.conf"),
                Files.readString(DEFAULTS)
                        .replace("SECRET", "0123456789abcdef0123456789abcdef")
                        .replace("\n#spark.", "\nspark."));
        assertThat(secured).content().contains("\nspark.authenticate true\n", "\nspark.network.crypto.enabled true\n");
        try (StandaloneCluster encrypted = new StandaloneCluster("encrypted", Optional.of(secured))) {
            encrypted.startWorkers(2, 8, 1024);
            for (String execution : List.of("candidates", "rows", "restarts")) {
                StoredRun run = run(encrypted, secured, execution, 2, 1);

                assertThat(run.tables())
                        .isEqualTo(new Search(execution, SWEEPS).onTheDriver().tables());
            }
            assertThat(encrypted.masterLog()).contains("authentication enabled");
            assertThat(encrypted.executorLogs())
                    .hasSize(6)
                    .allSatisfy(log -> assertThat(log).content().contains("authentication enabled"));
        }
    }

    /** Runs the search and checks that it ran where it was to run. */
    private static StoredRun run(StandaloneCluster on, Path properties, String execution, int executors, int cores)
            throws Exception {
        String name = String.join("-", execution, String.valueOf(executors), String.valueOf(cores));
        Path results = on.folder().resolve(name);
        on.awaitIdle();
        Submission submission =
                Submission.to(on.masterUrl()).withProperties(properties).withExecutors(executors, cores);
        try (SparkJvm program = submission.start(name, on.folder(), new Search(execution, SWEEPS).arguments(results))) {
            assertThat(program.awaitEnd()).as(program.tail()).isZero();
        }
        StoredRun stored = StoredRun.read(results);
        assertThat(stored.run().placement().execution()).isEqualTo(execution);
        assertThat(stored.run().placement().executors()).isEqualTo(executors);
        boolean isOfStarts = new Search(execution, SWEEPS).isOfStarts();
        assertThat(stored.run().placement().partitions()).isEqualTo(isOfStarts ? Search.STARTS : executors * cores);
        assertThat(stored.run().placement().channel()).isEqualTo(isOfStarts ? null : "rpc");
        return stored;
    }
}
