package io.sweepnet.spark.results;

import static io.sweepnet.spark.results.ResultsFolders.filesIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are made while they are written. */
class StreamedRowsTest {

    private static final String RUN = SampleRows.RUN;

    @TempDir
    private Path temporary;

    /** After each {@code EVERY} rows: how many of the rows handed out so far the writer has not let go of. */
    private static final class Counting implements Iterable<PredictionRow> {

        private static final int EVERY = 5_000;

        private final long rows;
        private final List<WeakReference<PredictionRow>> handedOut = new ArrayList<>();
        private final List<Long> alive = new ArrayList<>();
        private int iterators;

        Counting(long rows) {
            this.rows = rows;
        }

        @Override
        public Iterator<PredictionRow> iterator() {
            iterators++;
            return LongStream.range(0, rows).mapToObj(this::row).iterator();
        }

        private PredictionRow row(long number) {
            if (number > 0 && number % EVERY == 0) {
                System.gc();
                alive.add(handedOut.stream().filter(row -> row.get() != null).count());
            }
            PredictionRow row = SampleRows.prediction(RUN, number, List.of(number / 3.0));
            handedOut.add(new WeakReference<>(row));
            return row;
        }
    }

    @Test
    void noRowIsKept() {
        Counting rows = new Counting(20_000);
        try (ResultsFolder folder = folder();
                RunWriter writer = folder.begin(RUN)) {
            writer.write(ResultTable.PREDICTIONS, rows);
            writer.write(ResultTable.RUNS, List.of(SampleRows.run(RUN)));
            writer.commit();

            assertThat(rows.iterators).isEqualTo(1);
            assertThat(rows.alive)
                    .hasSize(3)
                    .allSatisfy(alive -> assertThat(alive).isLessThan(10));
            List<PredictionRow> read = folder.read(ResultTable.PREDICTIONS);
            assertThat(read).hasSize(20_000);
            assertThat(read.get(12_345)).isEqualTo(SampleRows.prediction(RUN, 12_345, List.of(12_345 / 3.0)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5_000, 19_999})
    void aRowThatCannotBeMadeLeavesTheFolderAsItWas(long failing) throws IOException {
        Files.createDirectory(temporary.resolve("runs"));
        List<String> before = filesIn(temporary);
        RuntimeException failure = new IllegalStateException("row " + failing);
        Iterable<PredictionRow> rows = rows(20_000, number -> {
            if (number == failing) {
                throw failure;
            }
            return SampleRows.prediction(RUN, number, List.of(0.5));
        });

        try (ResultsFolder folder = folder();
                RunWriter writer = folder.begin(RUN)) {
            writer.write(ResultTable.HISTORY, List.of(SampleRows.history(RUN, 0)));
            assertThatThrownBy(() -> writer.write(ResultTable.PREDICTIONS, rows))
                    .as("as it was thrown, and no fault of the folder")
                    .isSameAs(failure);
        }

        assertThat(filesIn(temporary)).isEqualTo(before);
    }

    @Test
    void aRowOfAnotherRunIsFoundAmongMany() throws IOException {
        Iterable<PredictionRow> rows = rows(
                20_000,
                number -> SampleRows.prediction(number == 12_000 ? SampleRows.OTHER_RUN : RUN, number, List.of(0.5)));

        try (ResultsFolder folder = folder();
                RunWriter writer = folder.begin(RUN)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(ResultTable.PREDICTIONS, rows))
                    .withMessage("a row of run " + SampleRows.OTHER_RUN + " among those of " + RUN);
        }

        assertThat(filesIn(temporary)).isEmpty();
    }

    @Test
    void aWriteThatFailedMayBeMadeAgain() {
        try (ResultsFolder folder = folder();
                RunWriter writer = folder.begin(RUN)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> writer.write(ResultTable.PREDICTIONS, rows(9, number -> {
                        throw new IllegalStateException();
                    })));
            writer.write(ResultTable.PREDICTIONS, rows(9, number -> SampleRows.prediction(RUN, number, List.of(0.5))));
            writer.write(ResultTable.RUNS, List.of(SampleRows.run(RUN)));
            writer.commit();

            assertThat(folder.read(ResultTable.PREDICTIONS)).hasSize(9);
        }
    }

    private static Iterable<PredictionRow> rows(long count, LongFunction<PredictionRow> row) {
        return () -> LongStream.range(0, count).mapToObj(row).iterator();
    }

    private ResultsFolder folder() {
        return new ResultsFolder(temporary.toString(), RemoteFileSystem.configuration());
    }
}
