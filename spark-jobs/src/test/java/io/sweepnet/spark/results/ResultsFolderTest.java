package io.sweepnet.spark.results;

import static io.sweepnet.spark.results.ResultsFolders.assertOneLine;
import static io.sweepnet.spark.results.ResultsFolders.commit;
import static io.sweepnet.spark.results.ResultsFolders.filesIn;
import static io.sweepnet.spark.results.ResultsFolders.folder;
import static io.sweepnet.spark.results.ResultsFolders.writeAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs leave in a results folder, wherever it is, and what is read back. */
class ResultsFolderTest {

    private static final String RUN = SampleRows.RUN;
    private static final String OTHER_RUN = SampleRows.OTHER_RUN;

    @TempDir
    private Path temporary;

    @Test
    void aRunIsAFileInEachTable() throws IOException {
        Path root = temporary.resolve("a/b/results");
        try (ResultsFolder folder = folder(root)) {
            try (RunWriter writer = folder.begin(RUN)) {
                assertThat(filesIn(root)).containsExactly(".staging", ".staging/" + RUN);
                writeAll(writer);
                assertThat(filesIn(root)).allMatch(name -> name.startsWith(".staging"));
                writer.commit();
            }

            assertThat(filesIn(root))
                    .containsExactlyInAnyOrder(ResultTable.ALL.stream()
                            .flatMap(table -> Stream.of(table.name(), table.name() + "/" + RUN + ".parquet"))
                            .toArray(String[]::new));
            assertThat(folder.runIds()).containsExactly(RUN);
            assertThat(folder.read(ResultTable.RUNS)).containsExactly(SampleRows.run(RUN));
            assertThat(folder.read(ResultTable.HISTORY, RUN))
                    .containsExactly(SampleRows.history(RUN, 0), SampleRows.history(RUN, 1));
            assertThat(folder.read(ResultTable.METRICS)).containsExactly(SampleRows.metric(RUN));
            assertThat(folder.read(ResultTable.PARAMETERS)).containsExactly(SampleRows.parameter(RUN));
            assertThat(folder.read(ResultTable.PREDICTIONS))
                    .containsExactly(SampleRows.prediction(RUN, 0, List.of(0.5)));
            assertThat(folder.read(ResultTable.STARTS)).isEmpty();
        }
    }

    @Test
    void runsComeInTheOrderOfTheirNames() {
        try (ResultsFolder folder = folder(temporary)) {
            commit(folder, OTHER_RUN);
            commit(folder, RUN);

            assertThat(folder.runIds()).containsExactly(RUN, OTHER_RUN);
            assertThat(folder.read(ResultTable.RUNS)).extracting(RunRow::runId).containsExactly(RUN, OTHER_RUN);
            assertThat(folder.read(ResultTable.HISTORY))
                    .extracting(HistoryRow::runId)
                    .containsExactly(RUN, RUN, OTHER_RUN, OTHER_RUN);
            assertThat(folder.read(ResultTable.METRICS, OTHER_RUN)).containsExactly(SampleRows.metric(OTHER_RUN));
        }
    }

    @Test
    void aRunThatIsNotCommittedLeavesNothing() throws IOException {
        try (ResultsFolder folder = folder(temporary.resolve("a/results"))) {
            RunWriter writer = folder.begin(RUN);
            writeAll(writer);
            writer.close();
            writer.close();
        }

        assertThat(filesIn(temporary)).isEmpty();
    }

    @Test
    void aRunThatIsNotCommittedLeavesWhatWasThere() throws IOException {
        Path root = Files.createDirectories(temporary.resolve("results"));
        Files.createDirectory(root.resolve("history"));
        Files.createDirectories(root.resolve(".staging/" + OTHER_RUN));
        List<String> before = filesIn(temporary);
        try (ResultsFolder folder = folder(root);
                RunWriter writer = folder.begin(RUN)) {
            writeAll(writer);
        }

        assertThat(filesIn(temporary)).isEqualTo(before);
    }

    @Test
    void onlyRunsWithARowInRunsCount() throws IOException {
        try (ResultsFolder folder = folder(temporary)) {
            commit(folder, RUN);
            Path history = temporary.resolve("history");
            // What a killed run may leave, and what others may put there: none is even opened.
            Files.writeString(history.resolve(OTHER_RUN + ".parquet"), "no Parquet file");
            Files.writeString(history.resolve(RUN + ".parquet.tmp"), "no Parquet file");
            Files.writeString(history.resolve("notes.parquet"), "no Parquet file");
            Files.createDirectory(history.resolve("_temporary"));
            Files.writeString(temporary.resolve("runs/notes.txt"), "text");

            assertThat(folder.runIds()).containsExactly(RUN);
            assertThat(folder.read(ResultTable.HISTORY)).hasSize(2);
        }
    }

    @Test
    void aLargeTableMayBeSeveralFiles() throws IOException {
        try (ResultsFolder folder = folder(temporary)) {
            commit(folder, RUN);
            Path whole = temporary.resolve("predictions/" + RUN + ".parquet");
            Files.delete(whole);
            for (int part = 2; part >= 1; part--) {
                ParquetRows.write(
                        new LocalFile(temporary.resolve("predictions/" + RUN + "-000" + part + ".parquet")),
                        ResultTable.PREDICTIONS,
                        List.of(SampleRows.prediction(RUN, part, null)));
            }

            assertThat(folder.read(ResultTable.PREDICTIONS))
                    .extracting(PredictionRow::row)
                    .containsExactly(1L, 2L);
            assertThat(folder.read(ResultTable.PREDICTIONS, RUN)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my out [1]", "a#b", "100%20", "a=b,c", "{x,y}*?", "a:b", "x+y&z;'\"", "hdfs:out", "äö ☃"})
    void aPathIsTakenLiterally(String name) throws IOException {
        String encoding = System.getProperty("sun.jnu.encoding");
        assumeTrue(Charset.forName(encoding).newEncoder().canEncode(name), "file names cannot hold " + name);
        for (String prefix : List.of("", "file:", "file://", "file://localhost")) {
            Path root = temporary.resolve(name).resolve("results #" + prefix.length());
            try (ResultsFolder folder = new ResultsFolder(prefix + root, RemoteFileSystem.configuration())) {
                commit(folder, RUN);

                assertThat(root.resolve("runs/" + RUN + ".parquet")).isRegularFile();
                assertThat(folder.read(ResultTable.HISTORY)).hasSize(2);
            }
        }
        assertThat(filesIn(temporary)).hasSize(1 + 4 * 13);
    }

    @Test
    void aRelativePathIsInTheWorkingFolder() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(temporary.resolve("results"));
        try (ResultsFolder folder = new ResultsFolder(relative.toString(), RemoteFileSystem.configuration())) {
            commit(folder, RUN);
        }

        assertThat(temporary.resolve("results/runs/" + RUN + ".parquet")).isRegularFile();
    }

    @Test
    void aFolderMayBeALink() throws IOException {
        Path link =
                Files.createSymbolicLink(temporary.resolve("link"), Files.createDirectory(temporary.resolve("target")));
        try (ResultsFolder folder = folder(link)) {
            commit(folder, RUN);

            assertThat(folder.runIds()).containsExactly(RUN);
        }
        assertThat(temporary.resolve("target/runs")).isDirectory();
    }

    @Test
    void aThreadThatWasInterruptedCanStillWrite() {
        try (ResultsFolder folder = folder(temporary)) {
            Thread.currentThread().interrupt();
            commit(folder, RUN);
            assertThat(folder.read(ResultTable.HISTORY)).hasSize(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anInterruptDuringTheWriteIsNoError() {
        List<PredictionRow> rows = LongStream.range(0, 20_000)
                .mapToObj(row -> SampleRows.prediction(RUN, row, List.of(row / 3.0, row / 7.0)))
                .toList();
        Thread test = Thread.currentThread();
        AtomicBoolean done = new AtomicBoolean();
        Thread interrupter = new Thread(() -> {
            for (int i = 0; i < 20 && !done.get(); i++) {
                test.interrupt();
                LockSupport.parkNanos(5_000_000);
            }
        });
        interrupter.start();
        try (ResultsFolder folder = folder(temporary)) {
            try (RunWriter writer = folder.begin(RUN)) {
                writer.write(ResultTable.PREDICTIONS, rows);
                writer.write(ResultTable.RUNS, List.of(SampleRows.run(RUN)));
                writer.commit();
            } finally {
                done.set(true);
            }
            assertThat(folder.read(ResultTable.PREDICTIONS)).isEqualTo(rows);
        } finally {
            while (interrupter.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
        }
    }

    @Test
    void aPathWithASchemeIsOnThatFileSystem() throws IOException {
        Path root = temporary.resolve("my out [1]#%20");
        try (ResultsFolder folder = new ResultsFolder("remote:" + root, RemoteFileSystem.configuration())) {
            try (RunWriter writer = folder.begin(RUN)) {
                assertOneLine(() -> folder.begin(RUN)).hasMessageContaining("is being written already");
                writeAll(writer);
            }
            assertThat(filesIn(temporary)).isEmpty();
            assertOneLine(folder::runIds).hasMessageStartingWith("there is no results folder");
            commit(folder, RUN);
            commit(folder, OTHER_RUN);

            assertThat(filesIn(root)).hasSize(6 + 2 * 6).noneMatch(name -> name.contains(".crc"));
            assertThat(folder.runIds()).containsExactly(RUN, OTHER_RUN);
            assertThat(folder.read(ResultTable.RUNS)).containsExactly(SampleRows.run(RUN), SampleRows.run(OTHER_RUN));
            assertThat(folder.read(ResultTable.PREDICTIONS, OTHER_RUN)).hasSize(1);
            assertOneLine(() -> folder.begin(RUN)).hasMessageEndingWith("run " + RUN + " exists already");
        }
        Path file = Files.writeString(temporary.resolve("file"), "text");
        try (ResultsFolder folder = new ResultsFolder("remote:" + file + "/a", RemoteFileSystem.configuration())) {
            assertOneLine(() -> folder.begin(RUN)).hasMessageContaining("is not a folder");
        }
    }
}
