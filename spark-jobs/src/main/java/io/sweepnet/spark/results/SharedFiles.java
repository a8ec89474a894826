package io.sweepnet.spark.results;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The files of one table of a run that are written where the rows are, by any number of processes that see the results
 * folder under the same path. A file may be written several times, even at the same time, and appears when it is
 * complete.
 *
 * @param <R> a row
 */
public final class SharedFiles<R extends Record> implements Serializable {

    private static final long serialVersionUID = 1;

    private final String root;
    private final HadoopSettings settings;
    private final String table;
    private final String runId;

    /**
     * Creates the files' writer.
     *
     * @param root path of the results folder, absolute
     */
    SharedFiles(String root, HadoopSettings settings, ResultTable<R> table, String runId) {
        this.root = root;
        this.settings = settings;
        this.table = table.name();
        this.runId = runId;
    }

    /** Returns why this process cannot write files; empty if it sees the folder that they are written to. */
    public Optional<String> refusal() {
        try (Storage storage = Storage.of(root, settings.configuration())) {
            return refusal(storage);
        } catch (IOException | RuntimeException e) {
            return Optional.of(Reasons.of(e));
        }
    }

    private Optional<String> refusal(Storage storage) throws IOException {
        String staging = ResultsFolder.stagingOf(storage, runId);
        return storage.isFolder(staging)
                ? Optional.empty()
                : Optional.of("an executor does not see '" + staging + "'; " + RunWriter.SAME_PATH);
    }

    /**
     * Writes a file, unless it exists. Rows are requested one after another and not kept.
     *
     * @param number number of the file, from 1
     * @param rows all rows of this run, each with its id; the same each time that this file is written
     * @return why it could not be written; empty if it was
     * @throws IllegalArgumentException if a row belongs to another run
     * @throws RuntimeException that producing a row threw
     */
    public Optional<String> write(int number, Iterable<R> rows) {
        try (Storage storage = Storage.of(root, settings.configuration())) {
            String file = storage.child(ResultsFolder.stagingOf(storage, runId), name(number));
            Optional<String> refusal = refusal(storage);
            if (refusal.isEmpty() && !storage.exists(file)) {
                write(storage, file, new RowsOfRun<>(runId, table(), rows));
            }
            return refusal;
        } catch (RowsOfRun.Failure e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            return Optional.of(Reasons.of(e));
        }
    }

    private void write(Storage storage, String file, RowsOfRun<R> rows) throws IOException {
        // A name for each attempt: an abandoned one may still be writing while the next one does.
        String temporary = file + "." + UUID.randomUUID() + ".tmp";
        try {
            ParquetRows.write(storage.output(temporary), rows.table(), rows);
            storage.move(temporary, file);
        } catch (IOException e) {
            // Another attempt, with the same rows, may have finished first.
            if (!storage.exists(file)) {
                throw e;
            }
        } finally {
            storage.delete(temporary);
        }
    }

    /** Returns the table, which is not serialised. */
    @SuppressWarnings("unchecked")
    private ResultTable<R> table() {
        return (ResultTable<R>) ResultTable.ALL.stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private String name(int number) {
        return table + numbered(number);
    }

    /** Returns the names of the first {@code count} files in the staging folder. */
    List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::name).toList();
    }

    /** Returns the end of a file's name, with its number. */
    static String numbered(int number) {
        return "-%04d".formatted(number) + ResultsFolder.SUFFIX;
    }
}
