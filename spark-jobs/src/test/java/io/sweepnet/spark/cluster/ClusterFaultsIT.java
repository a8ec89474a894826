package io.sweepnet.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.results.ResultsException;
import io.sweepnet.spark.results.ResultsFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a search loses, when a part of the cluster is lost in the middle of it, is time: every bit of its results is there. */
@Tag("cluster")
class ClusterFaultsIT {

    private StandaloneCluster cluster;

    @BeforeEach
    void startCluster() throws Exception {
        cluster = new StandaloneCluster("faults", Optional.empty());
        cluster.startWorker(1, 1024);
        cluster.startWorker(1, 1024);
    }

    @AfterEach
    void endCluster() throws Exception {
        cluster.close();
    }

    /** Something that happens to the cluster in the middle of a search. */
    private interface Fault {

        void happen() throws Exception;
    }

    @ParameterizedTest
    @CsvSource("candidates, 60, 1")
    void anExecutorIsKilled(String execution, int sweeps, int times) throws Exception {
        goesOn(execution, sweeps, times, cluster::killExecutor);

        assertThat(cluster.launchedExecutors()).isGreaterThanOrEqualTo(2 + times);
    }

    @ParameterizedTest
    @CsvSource("candidates, 60")
    void aWorkerIsKilledAndAnotherStarted(String execution, int sweeps) throws Exception {
        goesOn(execution, sweeps, 1, () -> {
            cluster.killWorker(cluster.workers().get(0));
            cluster.startWorker(1, 1024);
        });

        assertThat(cluster.launchedExecutors()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource("candidates, 60")
    void theMasterIsRestarted(String execution, int sweeps) throws Exception {
        goesOn(execution, sweeps, 1, cluster::restartMaster);
    }

    @ParameterizedTest
    @CsvSource("candidates")
    void ofAKilledDriverNothingIsLeftToRead(String execution) throws Exception {
        Search search = new Search(1_000_000);
        Path results = cluster.folder().resolve("results");
        try (SparkJvm program = submission().start("driver", cluster.folder(), search.arguments(execution, results))) {
            program.awaitText(Search.SWEEP, 2);
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
        cluster.awaitExecutors(0);
    }

    /**
     * A search of two executors ends as in one JVM.
     *
     * @param times how often the fault happens, each time at least a sweep after the one before
     */
    private void goesOn(String execution, int sweeps, int times, Fault fault) throws Exception {
        Search search = new Search(sweeps);
        Path results = cluster.folder().resolve("results");
        try (SparkJvm program = submission().start("search", cluster.folder(), search.arguments(execution, results))) {
            for (int i = 0; i < times; i++) {
                program.awaitText(Search.SWEEP, program.count(Search.SWEEP) + 2);
                fault.happen();
                assertThat(program.count(Search.SWEEP))
                        .as("sweeps when it had happened")
                        .isLessThan(sweeps);
            }
            assertThat(program.awaitEnd()).as(program.tail()).isZero();
        }
        StoredRun run = StoredRun.read(results);

        assertThat(run.run().execution()).isEqualTo(execution);
        assertThat(run.tables()).isEqualTo(search.onTheDriver(cluster.spark()).tables());
    }

    private Submission submission() {
        return Submission.to(cluster.spark(), cluster.masterUrl())
                .withProperties(Path.of("../conf/spark-defaults.conf"))
                .withExecutors(2, 1);
    }
}
