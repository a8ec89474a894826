package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table in several files, which other processes write: here threads with a copy of what would travel to them. */
@Timeout(60)
class SharedFilesTest {

    private static final String RUN = SampleRows.RUN;

    @TempDir
    private Path temporary;

    private ResultsFolder folder(String scheme) {
        return new ResultsFolder(scheme + temporary.resolve("results"), RemoteFileSystem.configuration());
    }

    private static List<PredictionRow> rows(int number) {
        return LongStream.range(0, 50)
                .mapToObj(row -> SampleRows.prediction(RUN, 100L * number + row, List.of(row / 3.0)))
                .toList();
    }

    /** What another process has after it travelled there. */
    @SuppressWarnings("unchecked")
    private static <T> T travelled(T sent) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(sent);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(RunWriter writer) {
        writer.write(ResultTable.RUNS, List.of(SampleRows.run(RUN)));
        writer.commit();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> temporary.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:", "remote:"})
    void filesAreNumberedAndReadInTheirOrder(String scheme) throws IOException {
        try (ResultsFolder folder = folder(scheme)) {
            try (RunWriter writer = folder.begin(RUN)) {
                writer.write(ResultTable.PREDICTIONS, 3, files -> {
                    for (int number : new int[] {3, 1, 2}) {
                        assertThat(travelled(files).write(number, rows(number))).isEmpty();
                    }
                    return List.of();
                });
                commit(writer);
            }
            assertThat(files())
                    .containsExactly(
                            "results/predictions/" + RUN + "-0001.parquet",
                            "results/predictions/" + RUN + "-0002.parquet",
                            "results/predictions/" + RUN + "-0003.parquet",
                            "results/runs/" + RUN + ".parquet");
            assertThat(folder.read(ResultTable.PREDICTIONS, RUN))
                    .isEqualTo(Stream.of(rows(1), rows(2), rows(3))
                            .flatMap(List::stream)
                            .toList());
        }
    }

    /** As Spark does with a task that is slow, or whose executor is lost: more than one is at a file. */
    @ParameterizedTest
    @ValueSource(strings = {"", "remote:"})
    void attemptsAtOneFileAtTheSameTimeLeaveOne(String scheme) throws IOException {
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        try (ResultsFolder folder = folder(scheme)) {
            try (RunWriter writer = folder.begin(RUN)) {
                writer.write(ResultTable.PREDICTIONS, 1, files -> {
                    attempts(files, failures);
                    return failures;
                });
                commit(writer);
            }
            assertThat(folder.read(ResultTable.PREDICTIONS, RUN)).isEqualTo(rows(1));
        }
        assertThat(files())
                .containsExactly("results/predictions/" + RUN + "-0001.parquet", "results/runs/" + RUN + ".parquet");
    }

    /** None asks for its second row before all have their first, so that all have begun to write. */
    private static void attempts(SharedFiles<PredictionRow> files, List<String> failures) {
        int count = 4;
        CountDownLatch begun = new CountDownLatch(count);
        List<Thread> threads = Stream.generate(() -> new Thread(() -> {
                    Iterable<PredictionRow> rows = () -> rows(1).stream()
                            .peek(row -> {
                                begun.countDown();
                                await(begun);
                            })
                            .iterator();
                    travelled(files).write(1, rows).ifPresent(failures::add);
                }))
                .limit(count)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileThatIsThereIsNotWrittenAgain() {
        try (ResultsFolder folder = folder("");
                RunWriter writer = folder.begin(RUN)) {
            writer.write(ResultTable.PREDICTIONS, 1, files -> {
                assertThat(files.write(1, rows(1))).isEmpty();
                assertThat(files.write(1, () -> {
                            throw new IllegalStateException("asked for rows");
                        }))
                        .isEmpty();
                return List.of();
            });
        }
    }

    /** The first file is whole, the second breaks off. */
    @Test
    void aRowThatCannotBeMadeLeavesNothing() throws IOException {
        RuntimeException failure = new IllegalStateException("no such row");
        try (ResultsFolder folder = folder("")) {
            try (RunWriter writer = folder.begin(RUN)) {
                assertThatThrownBy(() -> writer.write(ResultTable.PREDICTIONS, 2, files -> {
                            files.write(1, rows(1));
                            files.write(
                                    2,
                                    () -> Stream.concat(rows(2).stream(), Stream.generate(() -> {
                                                throw failure;
                                            }))
                                            .iterator());
                            return List.of();
                        }))
                        .isSameAs(failure);
                assertThat(files()).isEmpty();
            }
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatAnExecutorCouldNotWriteIsTold() {
        try (ResultsFolder folder = folder("");
                RunWriter writer = folder.begin(RUN)) {
            assertThatThrownBy(
                            () -> writer.write(ResultTable.PREDICTIONS, 2, files -> List.of("disk full", "disk full")))
                    .isInstanceOf(ResultsException.class)
                    .hasMessage("cannot write to the results folder '" + folder + "': disk full");
        }
    }

    /** As on another machine with a disk of its own. */
    @Test
    void anExecutorThatDoesNotSeeTheFolderSaysSo() throws IOException {
        SharedFiles<PredictionRow> files;
        try (ResultsFolder folder = folder("")) {
            files = folder.filesOf(ResultTable.PREDICTIONS, RUN);
        }

        assertThat(files.refusal())
                .isEqualTo(files.write(1, rows(1)))
                .contains("an executor does not see '" + temporary.resolve("results/.staging/" + RUN)
                        + "'; the driver and every executor have to see the results folder under the same path, on a disk"
                        + " that they share, as HDFS or an object store is");
        assertThat(files()).isEmpty();
    }

    @Test
    void whetherOthersCanWriteIsAskedBefore() {
        try (ResultsFolder folder = folder("");
                RunWriter writer = folder.begin(RUN)) {
            writer.check(
                    ResultTable.PREDICTIONS,
                    files -> travelled(files).refusal().stream().toList());

            assertThatThrownBy(() -> writer.check(ResultTable.PREDICTIONS, files -> List.of("no such folder")))
                    .isInstanceOf(ResultsException.class)
                    .hasMessage("cannot write to the results folder '" + folder + "': no such folder");
        }
    }

    @Test
    void aFileThatTheDriverDoesNotSeeIsNamed() {
        try (ResultsFolder folder = folder("");
                RunWriter writer = folder.begin(RUN)) {
            assertThatThrownBy(() -> writer.write(ResultTable.PREDICTIONS, 2, files -> {
                        files.write(1, rows(1));
                        return List.of();
                    }))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("the driver does not see '"
                            + temporary.resolve("results/.staging/" + RUN + "/predictions-0002.parquet")
                            + "', which an executor has written; the driver and every executor");
        }
    }

    @Test
    void aCommitThatFailsTakesTheFilesBack() throws IOException {
        Path taken = Files.createDirectories(temporary.resolve("results/predictions"))
                .resolve(RUN + "-0002.parquet");
        Files.writeString(taken, "of someone else");
        try (ResultsFolder folder = folder("");
                RunWriter writer = folder.begin(RUN)) {
            writer.write(ResultTable.PREDICTIONS, 2, files -> {
                files.write(1, rows(1));
                files.write(2, rows(2));
                return List.of();
            });

            assertThatThrownBy(() -> commit(writer))
                    .isInstanceOf(ResultsException.class)
                    .hasMessageContaining("-0002.parquet exists already");
        }
        assertThat(files()).containsExactly("results/predictions/" + RUN + "-0002.parquet");
    }
}
