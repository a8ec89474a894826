package io.sweepnet.spark.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the tables of one run. Nothing counts before {@link #commit}; a writer that is closed without it leaves the
 * results folder as it was. For one thread at a time.
 */
public final class RunWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    private final ResultsFolder folder;
    private final Storage storage;
    private final FolderMaker folders;
    private final String runId;
    private final Map<Table<?>, String> staged = new LinkedHashMap<>();
    private final List<String> published = new ArrayList<>();
    private boolean committed;
    private boolean closed;

    /** A writer whose staging folder exists; what {@code folders} made before belongs to this run. */
    RunWriter(ResultsFolder folder, FolderMaker folders, String runId) {
        this.folder = folder;
        this.storage = folder.storage();
        this.folders = folders;
        this.runId = runId;
    }

    /** The run that is written. */
    public String runId() {
        return runId;
    }

    /**
     * Writes a table's rows to the staging folder, also in a thread that is interrupted. Rows are asked for one after
     * another and not kept, so that there may be more than memory holds. No rows make a file without rows, which readers
     * take for an empty table of the right columns. A write that fails leaves no file, and may be made again.
     *
     * @param rows all rows of this run, each with its id; asked for once, by another thread
     * @throws IllegalArgumentException if a row is another run's
     * @throws IllegalStateException if the table was written before, or the writer is finished
     * @throws ResultsException if the file cannot be written
     * @throws RuntimeException what asking for a row threw
     */
    public <R extends Record> void write(Table<R> table, Iterable<R> rows) {
        checkOpen();
        if (staged.containsKey(table)) {
            throw new IllegalStateException("table " + table + " of run " + runId + " was written before");
        }
        String file = storage.child(folder.stagingOf(runId), table.name() + ResultsFolder.SUFFIX);
        boolean written = false;
        try {
            writeFile(file, table, new RowsOfRun<>(runId, table, rows));
            written = true;
        } catch (RowsOfRun.Failure e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            throw folder.cannotWrite(e);
        } finally {
            if (!written) {
                attempt(() -> storage.delete(file));
            }
        }
        staged.put(table, file);
    }

    /**
     * Writes although the thread is interrupted, since what cancelled the training must not lose what it reached: in a
     * thread of its own, which no interrupt reaches.
     */
    private <R extends Record> void writeFile(String file, Table<R> table, Iterable<R> rows) throws IOException {
        FutureTask<Void> write = new FutureTask<>(() -> {
            ParquetRows.write(storage.output(file), table, rows);
            return null;
        });
        new Thread(write, "sweepnet-results").start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    write.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RowsOfRun.Failure failure) {
                throw failure;
            }
            throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Moves the tables to their folders, {@code runs} last: from then on the run exists. If that fails the run does not
     * exist, and what was moved is removed again.
     *
     * @throws IllegalStateException if {@code runs} was not written, or the writer is finished
     * @throws ResultsException if a file cannot be moved, also if one of its name exists
     */
    public void commit() {
        checkOpen();
        if (!staged.containsKey(Table.RUNS)) {
            throw new IllegalStateException("run " + runId + " has no row in " + Table.RUNS);
        }
        closed = true;
        try {
            for (Table<?> table : staged.keySet()) {
                if (table != Table.RUNS) {
                    publish(table);
                }
            }
            publish(Table.RUNS);
            committed = true;
        } catch (IOException | RuntimeException e) {
            throw folder.cannotWrite(e);
        } finally {
            cleanUp();
        }
    }

    private void publish(Table<?> table) throws IOException {
        String from = staged.get(table);
        String to = folder.fileOf(table, runId);
        folders.in(folder.folderOf(table), () -> storage.move(from, to));
        published.add(to);
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the writer of run " + runId + " is finished");
        }
    }

    /** Unless the run was committed, removes all that was written of it, and each folder that was made for it alone. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cleanUp();
        }
    }

    /** Never throws: what a failure leaves here does not count as a run. */
    private void cleanUp() {
        attempt(() -> storage.delete(folder.stagingOf(runId)));
        attempt(() -> storage.deleteIfEmpty(folder.staging()));
        if (!committed) {
            published.forEach(file -> attempt(() -> storage.delete(file)));
            attempt(folders::undo);
        }
    }

    private void attempt(FolderMaker.Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            LOG.warn("could not clean up after run {}: {}", runId, Reasons.of(e));
        }
    }
}
