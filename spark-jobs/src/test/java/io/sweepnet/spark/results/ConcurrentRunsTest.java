package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several writers and a reader in one folder: no error, and no run that is only half there. */
class ConcurrentRunsTest {

    private static final int WRITERS = 4;
    private static final int ITERATIONS = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aReaderSeesWholeRunsOnly(@TempDir Path temporary) throws InterruptedException, ExecutionException {
        Path root = temporary.resolve("results");
        int runs = 20;
        commit(root, 0, 0);
        AtomicBoolean written = new AtomicBoolean();
        Future<Integer> reader = threads.submit(() -> {
            int polls = 0;
            for (boolean last = false; !last; polls++) {
                last = written.get();
                poll(root);
            }
            return polls;
        });
        List<Future<?>> writers = submit(writer -> {
            for (int run = 0; run < runs; run++) {
                commit(root, writer, run);
                begin(root, writer + WRITERS, run).close();
            }
        });
        for (Future<?> writer : writers) {
            writer.get();
        }
        written.set(true);

        assertThat(reader.get()).isPositive();
        try (ResultsFolder folder = folder(root)) {
            assertThat(folder.runIds()).hasSize(1 + WRITERS * runs);
            assertThat(folder.read(ResultTable.HISTORY)).hasSize((1 + WRITERS * runs) * ITERATIONS);
        }
        assertThat(root.resolve(".staging")).doesNotExist();
    }

    /** The worst case: every run makes and removes the folders that the others are about to use. */
    @Test
    void runsThatComeAndGoDoNotDisturbEachOther(@TempDir Path temporary)
            throws InterruptedException, ExecutionException {
        Path root = temporary.resolve("a/results");
        List<Future<?>> writers = submit(writer -> {
            for (int run = 0; run < 500; run++) {
                begin(root, writer, run).close();
            }
            commit(root, writer, 500);
        });
        for (Future<?> writer : writers) {
            writer.get();
        }

        try (ResultsFolder folder = folder(root)) {
            assertThat(folder.runIds()).hasSize(WRITERS);
        }
    }

    /** Work of one writer. */
    @FunctionalInterface
    private interface Work {
        void run(int writer);
    }

    private List<Future<?>> submit(Work work) {
        return IntStream.range(1, WRITERS + 1)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> work.run(writer)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void poll(Path root) {
        try (ResultsFolder folder = folder(root)) {
            List<String> known = folder.runIds();
            Map<String, Long> iterations = folder.read(ResultTable.HISTORY).stream()
                    .collect(Collectors.groupingBy(HistoryRow::runId, Collectors.counting()));
            assertThat(iterations).containsKeys(known.toArray(String[]::new));
            assertThat(iterations.values()).containsOnly((long) ITERATIONS);
            assertThat(folder.read(ResultTable.METRICS)).hasSizeGreaterThanOrEqualTo(iterations.size());
        }
    }

    private static void commit(Path root, int writer, int run) {
        try (RunWriter rows = begin(root, writer, run)) {
            String runId = rows.runId();
            rows.write(ResultTable.RUNS, List.of(SampleRows.run(runId)));
            rows.write(ResultTable.METRICS, List.of(SampleRows.metric(runId)));
            rows.write(
                    ResultTable.HISTORY,
                    IntStream.range(0, ITERATIONS)
                            .mapToObj(iteration -> SampleRows.history(runId, iteration))
                            .toList());
            rows.commit();
        }
    }

    private static RunWriter begin(Path root, int writer, int run) {
        return folder(root).begin(String.format("20260102T%06dZ-%06x", run, writer));
    }

    private static ResultsFolder folder(Path root) {
        return new ResultsFolder(root.toString(), RemoteFileSystem.configuration());
    }
}
