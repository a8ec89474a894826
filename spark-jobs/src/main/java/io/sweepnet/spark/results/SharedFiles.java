package io.sweepnet.spark.results;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The files of one table of a run that are written where the rows are, by any number of processes that have the results
 * folder under the same path. A file may be written more than once, also at the same time, and appears when it is whole.
 *
 * @param <R> a row
 */
public final class SharedFiles<R extends Record> implements Serializable {

    private static final long serialVersionUID = 1;

    private final String root;
    private final HadoopSettings settings;
    private final String table;
    private final String runId;

    /** @param root path of the results folder, absolute */
    SharedFiles(String root, HadoopSettings settings, Table<R> table, String runId) {
        this.root = root;
        this.settings = settings;
        this.table = table.name();
        this.runId = runId;
    }

    /** Why this process cannot write files; empty where it sees the folder that they go into. */
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
     * Writes a file, unless it is there already. Rows are asked for one after another and not kept.
     *
     * @param number from 1
     * @param rows all rows of this run, each with its id; the same each time that this file is written
     * @return why it could not be written; empty where it was
     * @throws IllegalArgumentException if a row is another run's
     * @throws RuntimeException what asking for a row threw
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
        // Of its own for each attempt: one that is given up may write on while the next is at it.
        String temporary = file + "." + UUID.randomUUID() + ".tmp";
        try {
            ParquetRows.write(storage.output(temporary), rows.table(), rows);
            storage.move(temporary, file);
        } catch (IOException e) {
            // Another attempt, of the same rows, may have been sooner.
            if (!storage.exists(file)) {
                throw e;
            }
        } finally {
            storage.delete(temporary);
        }
    }

    /** The table itself, which does not travel. */
    @SuppressWarnings("unchecked")
    private Table<R> table() {
        return (Table<R>) Table.ALL.stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private String name(int number) {
        return table + numbered(number);
    }

    /** Names of the first files in the staging folder. */
    List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::name).toList();
    }

    /** How the name of a file ends. */
    static String numbered(int number) {
        return "-%04d".formatted(number) + ResultsFolder.SUFFIX;
    }
}
