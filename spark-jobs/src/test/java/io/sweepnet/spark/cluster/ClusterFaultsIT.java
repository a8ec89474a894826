package io.sweepnet.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.results.ResultsException;
import io.sweepnet.spark.results.ResultsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search loses, when a part of the cluster is lost in the middle of it, is time: every bit of its results is there. */
@Tag("cluster")
class ClusterFaultsIT {

    private static StandaloneCluster cluster;

    @BeforeAll
    static void startCluster() throws Exception {
        cluster = new StandaloneCluster("faults", Optional.empty());
        cluster.startWorkers(2, 1, 1024);
    }

    @AfterAll
    static void endCluster() throws Exception {
        cluster.close();
    }

    /** What is lost in the middle of a search. Where another JVM must start in its place, the search waits for it. */
    private enum Fault {

        /** One of two; its Worker starts another. */
        EXECUTOR {
            @Override
            void strike(SparkJvm driver) throws IOException {
                cluster.killExecutor();
            }
        },

        /** One of two, with its executor; another takes its place. */
        WORKER {
            @Override
            void strike(SparkJvm driver) throws IOException {
                cluster.killWorker(cluster.workers().get(0));
                driver.whilePaused(() -> cluster.startWorker(1, 1024));
            }
        },

        /** Another takes its place, and finds the application again. */
        MASTER {
            @Override
            void strike(SparkJvm driver) throws IOException {
                cluster.killMaster();
                driver.whilePaused(cluster::replaceMaster);
                cluster.awaitWorkers();
                assertThat(cluster.applications()).as("running applications").isEqualTo(1);
            }
        };

        abstract void strike(SparkJvm driver) throws IOException;
    }

    /**
     * A search on two executors ends as in one JVM.
     *
     * @param sweeps so many that the search, or its starts together, outlast the faults
     * @param faults in this order, each at least a sweep, or a start, after the one before
     */
    @ParameterizedTest
    @CsvSource({
        "candidates, 500, EXECUTOR EXECUTOR EXECUTOR EXECUTOR EXECUTOR WORKER MASTER",
        "rows, 150, EXECUTOR EXECUTOR EXECUTOR EXECUTOR EXECUTOR WORKER MASTER",
        "restarts, 800, EXECUTOR EXECUTOR EXECUTOR EXECUTOR EXECUTOR WORKER MASTER"
    })
    void aSearchGoesOn(String execution, int sweeps, String faults) throws Exception {
        Search search = new Search(execution, sweeps);
        String name = execution + "-" + sweeps;
        Path results = cluster.folder().resolve(name);
        List<Fault> losses =
                Stream.of(faults.split(" ", -1)).map(Fault::valueOf).toList();
        int launchedBefore = cluster.executorLogs().size();
        try (SparkJvm program = submit(name, search.arguments(results))) {
            for (Fault fault : losses) {
                program.awaitText(search.progress(), program.count(search.progress()) + 1);
                fault.strike(program);
                assertThat(program.count(search.progress()))
                        .as("sweeps or starts after %s", fault)
                        .isLessThan(search.isOfStarts() ? Search.STARTS : sweeps);
            }
            assertThat(program.awaitEnd()).as(program.tail()).isZero();
        }
        long lost = losses.stream().filter(fault -> fault != Fault.MASTER).count();
        assertThat(cluster.executorLogs().size() - launchedBefore)
                .as("executors, with those in place of the lost")
                .isGreaterThanOrEqualTo(2 + (int) lost);
        StoredRun run = StoredRun.read(results);
        assertThat(run.run().placement().execution()).isEqualTo(execution);
        assertThat(run.tables()).isEqualTo(search.onTheDriver().tables());
    }

    @ParameterizedTest
    @CsvSource({"candidates, 1000000", "rows, 1000000", "restarts, 800"})
    void ofAKilledDriverNothingIsLeftToRead(String execution, int sweeps) throws Exception {
        String name = "killed-driver-" + execution;
        Path results = cluster.folder().resolve(name);
        Search search = new Search(execution, sweeps);
        try (SparkJvm program = submit(name, search.arguments(results))) {
            program.awaitText(search.progress(), 1);
            program.kill();
        }

        try (ResultsFolder folder = new ResultsFolder(results.toString(), new Configuration(false))) {
            assertThatThrownBy(folder::runIds)
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("has no runs");
        }
        assertThat(Folders.files(results))
                .as("files that another program would read")
                .allMatch(file -> results.relativize(file).startsWith(".staging"));
    }

    @Test
    void aTaskThatThrowsEndsTheRunWithOneLine() throws Exception {
        Path jar = cluster.folder().resolve("throwing.jar");
        try (JarOutputStream classes = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> one : List.of(ThrowingApp.class, Class.forName(ThrowingApp.class.getName() + "$Thrower"))) {
                String file = one.getName().replace('.', '/') + ".class";
                classes.putNextEntry(new JarEntry(file));
                try (InputStream bytes = one.getClassLoader().getResourceAsStream(file)) {
                    bytes.transferTo(classes);
                }
            }
        }
        cluster.awaitIdle();
        try (SparkJvm program = Submission.to(cluster.masterUrl())
                .withProperties(Path.of("../conf/spark-defaults.conf"))
                .withExecutors(2, 1)
                .startApp("throwing", cluster.folder(), ThrowingApp.class, jar)) {
            assertThat(program.awaitEnd()).as(program.tail()).isEqualTo(7);
            assertThat(program.out()).isEqualTo("ended: task 1 failed with IllegalStateException: out of cheese\n");
        }
    }

    /** On two executors, as soon as those of the program before have ended. */
    private static SparkJvm submit(String name, List<String> arguments) throws IOException {
        cluster.awaitIdle();
        return Submission.to(cluster.masterUrl())
                .withProperties(Path.of("../conf/spark-defaults.conf"))
                .withExecutors(2, 1)
                .start(name, cluster.folder(), arguments);
    }
}
