package io.sweepnet.spark.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the tables of one run. The run exists only after {@link #commit}; a writer that is closed without it leaves
 * the results folder as it was. For one thread at a time.
 */
public final class RunWriter implements AutoCloseable {

    /** Advice where a process does not see the files that another one has written. */
    static final String SAME_PATH =
            "the driver and every executor have to see the results folder under the same path, on"
                    + " a disk that they share, as HDFS or an object store is";

    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    private final ResultsFolder folder;
    private final Storage storage;
    private final FolderMaker folders;
    private final String runId;
    private final Map<ResultTable<?>, List<Staged>> staged = new LinkedHashMap<>();
    private final List<String> published = new ArrayList<>();
    private boolean committed;
    private boolean closed;

    /** A file in the staging folder, and its final path. */
    private record Staged(String file, String target) {}

    /**
     * Creates a writer whose staging folder exists.
     *
     * @param folders what it has created so far belongs to this run
     */
    RunWriter(ResultsFolder folder, FolderMaker folders, String runId) {
        this.folder = folder;
        this.storage = folder.storage();
        this.folders = folders;
        this.runId = runId;
    }

    /** Returns the id of the run that is written. */
    public String runId() {
        return runId;
    }

    /**
     * Writes a table's rows to the staging folder, even if the thread is interrupted. Rows are requested one after
     * another and not kept, so that there may be more than fit into memory. An empty list gives a file without rows,
     * which readers treat as an empty table of the right columns. A write that fails leaves no file, and may be
     * repeated.
     *
     * @param rows all rows of this run, each with its id; iterated once, by another thread
     * @throws IllegalArgumentException if a row belongs to another run
     * @throws IllegalStateException if the table was written before, or the writer is finished
     * @throws ResultsException if the file cannot be written
     * @throws RuntimeException that producing a row threw
     */
    public <R extends Record> void write(ResultTable<R> table, Iterable<R> rows) {
        checkNew(table);
        String file = storage.child(folder.stagingOf(runId), table.name() + ResultsFolder.SUFFIX);
        write(
                () -> ParquetRows.write(storage.output(file), table, new RowsOfRun<>(runId, table, rows)),
                () -> storage.delete(file));
        staged.put(table, List.of(new Staged(file, folder.fileOf(table, runId))));
    }

    /**
     * Writes a table as several files by other processes, even if the thread is interrupted. Otherwise as {@link
     * #write(ResultTable, Iterable)}.
     *
     * @param count number of files, at least 1
     * @param others makes them write their files by {@link SharedFiles#write}, waits for it, and returns the reasons of
     *     those that failed; called once, in another thread
     * @throws IllegalStateException if the table was written before, or the writer is finished
     * @throws ResultsException if a file cannot be written, or is not visible to this process
     * @throws RuntimeException that {@code others} threw
     */
    public <R extends Record> void write(
            ResultTable<R> table, int count, Function<SharedFiles<R>, List<String>> others) {
        checkNew(table);
        SharedFiles<R> files = folder.filesOf(table, runId);
        String staging = folder.stagingOf(runId);
        List<String> names = files.names(count);
        write(() -> await(files, others, staging, names), () -> deleteNamed(staging, table.name() + "-"));
        List<Staged> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            written.add(new Staged(storage.child(staging, names.get(i)), folder.fileOf(table, runId, i + 1)));
        }
        staged.put(table, written);
    }

    /**
     * Checks, before hours of training, that other processes will be able to write a table's files.
     *
     * @param others calls {@link SharedFiles#refusal} in these processes, and returns the reasons
     * @throws ResultsException if a process is not able to
     */
    public <R extends Record> void check(ResultTable<R> table, Function<SharedFiles<R>, List<String>> others) {
        List<String> refusals = others.apply(folder.filesOf(table, runId));
        if (!refusals.isEmpty()) {
            throw folder.cannotWrite(new IOException(refusals.get(0)));
        }
    }

    private <R extends Record> void await(
            SharedFiles<R> files, Function<SharedFiles<R>, List<String>> others, String staging, List<String> names)
            throws IOException {
        List<String> failures;
        try {
            failures = others.apply(files);
        } catch (RuntimeException e) {
            throw new RowsOfRun.Failure(e);
        }
        if (!failures.isEmpty()) {
            throw new IOException(failures.get(0));
        }
        List<String> missing = new ArrayList<>(names);
        missing.removeAll(storage.names(staging));
        if (!missing.isEmpty()) {
            throw new IOException("the driver does not see '" + storage.child(staging, missing.get(0))
                    + "', which an executor has written; " + SAME_PATH);
        }
    }

    private void deleteNamed(String staging, String prefix) throws IOException {
        for (String name : storage.names(staging)) {
            if (name.startsWith(prefix)) {
                storage.delete(storage.child(staging, name));
            }
        }
    }

    private void checkNew(ResultTable<?> table) {
        checkOpen();
        if (staged.containsKey(table)) {
            throw new IllegalStateException("table " + table + " of run " + runId + " was written before");
        }
    }

    private void write(FolderMaker.Step step, FolderMaker.Step undo) {
        boolean written = false;
        try {
            inOwnThread(step);
            written = true;
        } catch (RowsOfRun.Failure e) {
            throw e.reason();
        } catch (IOException | RuntimeException e) {
            throw folder.cannotWrite(e);
        } finally {
            if (!written) {
                attempt(undo);
            }
        }
    }

    /**
     * Writes in a thread of its own, which no interrupt reaches: an interrupt that cancels the training must not lose
     * its results.
     */
    private static void inOwnThread(FolderMaker.Step step) throws IOException {
        FutureTask<Void> write = new FutureTask<>(() -> {
            step.run();
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
     * Moves the tables to their folders, {@code runs} last: from then on the run exists. If a move fails, the run does
     * not exist, and the files that were moved are removed.
     *
     * @throws IllegalStateException if {@code runs} was not written, or the writer is finished
     * @throws ResultsException if a file cannot be moved, or one of its name exists
     */
    public void commit() {
        checkOpen();
        if (!staged.containsKey(ResultTable.RUNS)) {
            throw new IllegalStateException("run " + runId + " has no row in " + ResultTable.RUNS);
        }
        closed = true;
        try {
            for (ResultTable<?> table : staged.keySet()) {
                if (table != ResultTable.RUNS) {
                    publish(table);
                }
            }
            publish(ResultTable.RUNS);
            committed = true;
        } catch (IOException | RuntimeException e) {
            throw folder.cannotWrite(e);
        } finally {
            cleanUp();
        }
    }

    private void publish(ResultTable<?> table) throws IOException {
        for (Staged of : staged.get(table)) {
            folders.in(folder.folderOf(table), () -> storage.move(of.file(), of.target()));
            published.add(of.target());
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the writer of run " + runId + " is finished");
        }
    }

    /**
     * Removes, unless the run was committed, all that was written of it, and each folder that was created only for it.
     */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cleanUp();
        }
    }

    /** Removes what is left. It never throws: files that remain after a failure do not count as a run. */
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
