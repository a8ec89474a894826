package io.sweepnet.spark.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * A results folder: a folder per {@link ResultTable}, in it a Parquet file per run, {@code <table>/<run_id>.parquet} (for a
 * large table several, {@code <run_id>-0001.parquet}). Runs are written to {@code .staging} and renamed when they are
 * complete, so that any number of programs may write to and read from one folder at the same time. Thread-safe.
 *
 * <pre>{@code
 * try (ResultsFolder folder = new ResultsFolder("results", new Configuration())) {
 *     for (RunRow run : folder.read(ResultTable.RUNS)) {
 *         System.out.println(run.runId() + " " + run.model() + " " + run.outcome().finalLoss());
 *     }
 * }
 * }</pre>
 */
public final class ResultsFolder implements AutoCloseable {

    static final String SUFFIX = ".parquet";
    private static final String STAGING = ".staging";

    private final String path;
    private final Storage storage;
    private final Configuration configuration;

    /**
     * Opens the folder of this path, which need not exist.
     *
     * @param path a path with a scheme, such as {@code hdfs://host/results}, on that file system; any other is local,
     *     relative to the working folder, whatever Hadoop's default file system is. It is taken literally: blanks,
     *     brackets, {@code #} and {@code %} have no special meaning
     * @param configuration Hadoop's configuration, used only for paths with a scheme
     * @throws ResultsException if there is no such file system, or it does not allow such a path
     */
    public ResultsFolder(String path, Configuration configuration) {
        if (path.isBlank()) {
            throw new ResultsException("the results folder needs a name, got '" + path + "'");
        }
        this.path = path;
        this.configuration = configuration;
        try {
            this.storage = Storage.of(path, configuration);
        } catch (IOException | RuntimeException e) {
            throw new ResultsException("cannot use the results folder '" + path + "': " + Reasons.of(e), e);
        }
    }

    /**
     * Begins to write a run, and creates its staging folder, which shows before hours of training that the results can
     * be written.
     *
     * <pre>{@code
     * String runId = RunId.create(Instant.now());
     * try (RunWriter writer = folder.begin(runId)) {
     *     writer.write(ResultTable.RUNS, List.of(row));
     *     writer.commit();
     * }
     * }</pre>
     *
     * @param runId a new run's id, see {@link RunId#create}
     * @throws IllegalArgumentException if it does not have the form of an id
     * @throws ResultsException if the folder cannot be written to, or has this run
     */
    public RunWriter begin(String runId) {
        RunId.check(runId);
        FolderMaker folders = new FolderMaker(storage);
        RunWriter writer = new RunWriter(this, folders, runId);
        try {
            folders.in(staging(), () -> {
                if (!folders.makeOne(stagingOf(runId))) {
                    throw new IOException("run " + runId + " is being written already");
                }
            });
        } catch (IOException | RuntimeException e) {
            undo(folders);
            throw cannotWrite(e);
        }
        try {
            checkWritable(runId);
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw cannotWrite(e);
        }
    }

    private void checkWritable(String runId) throws IOException {
        storage.checkWritable(storage.root());
        Set<String> names = new HashSet<>(storage.names(storage.root()));
        for (ResultTable<?> table : ResultTable.ALL) {
            if (names.contains(table.name())) {
                storage.checkWritable(folderOf(table));
            }
        }
        if (storage.exists(fileOf(ResultTable.RUNS, runId))) {
            throw new IOException("run " + runId + " exists already");
        }
    }

    private static void undo(FolderMaker folders) {
        try {
            folders.undo();
        } catch (IOException e) {
            // The failure that led here is the one to report; an empty folder is harmless.
            return;
        }
    }

    /**
     * Returns the ids of all runs, the earliest first.
     *
     * @throws ResultsException if the folder does not exist, cannot be read, or has no runs
     */
    public List<String> runIds() {
        List<String> ids = new ArrayList<>();
        for (String name : namesIn(ResultTable.RUNS)) {
            RunId.ofFile(name).filter(id -> name.equals(id + SUFFIX)).ifPresent(ids::add);
        }
        if (!ids.isEmpty()) {
            return ids;
        }
        checkExists();
        throw new ResultsException("the results folder '" + path + "' has no runs");
    }

    /**
     * Returns the rows of all runs, in the order of the files' names. A run that is being written is returned as a
     * whole or not at all.
     *
     * @throws ResultsException if the folder does not exist, cannot be read, or has no runs
     */
    public <R extends Record> List<R> read(ResultTable<R> table) {
        // The runs first: all tables of the runs that are complete now exist.
        return read(table, Set.copyOf(runIds()));
    }

    /**
     * Returns the rows of one run; none if the run did not write this table.
     *
     * @throws ResultsException if the folder does not exist, cannot be read, or does not have this run
     */
    public <R extends Record> List<R> read(ResultTable<R> table, String runId) {
        boolean found;
        try {
            found = RunId.isValid(runId) && storage.exists(fileOf(ResultTable.RUNS, runId));
        } catch (IOException e) {
            throw cannotRead(path, e);
        }
        if (!found) {
            checkExists();
            throw new ResultsException("the results folder '" + path + "' has no run '" + runId + "'");
        }
        return read(table, Set.of(runId));
    }

    private <R extends Record> List<R> read(ResultTable<R> table, Set<String> runIds) {
        List<R> rows = new ArrayList<>();
        for (String name : namesIn(table)) {
            if (RunId.ofFile(name).filter(runIds::contains).isPresent()) {
                String file = storage.child(folderOf(table), name);
                try {
                    rows.addAll(ParquetRows.read(storage.input(file), table));
                } catch (IOException | RuntimeException e) {
                    throw cannotRead(file, e);
                }
            }
        }
        return rows;
    }

    private List<String> namesIn(ResultTable<?> table) {
        try {
            return storage.names(folderOf(table)).stream().sorted().toList();
        } catch (IOException e) {
            throw cannotRead(folderOf(table), e);
        }
    }

    private void checkExists() {
        boolean exists;
        try {
            exists = storage.isFolder(storage.root());
        } catch (IOException e) {
            throw cannotRead(path, e);
        }
        if (!exists) {
            throw new ResultsException("there is no results folder '" + path + "'");
        }
    }

    private static ResultsException cannotRead(String file, Exception e) {
        return new ResultsException("cannot read '" + file + "': " + Reasons.of(e), e);
    }

    ResultsException cannotWrite(Exception e) {
        return new ResultsException("cannot write to the results folder '" + path + "': " + Reasons.of(e), e);
    }

    Storage storage() {
        return storage;
    }

    String staging() {
        return staging(storage);
    }

    private static String staging(Storage storage) {
        return storage.child(storage.root(), STAGING);
    }

    String stagingOf(String runId) {
        return stagingOf(storage, runId);
    }

    static String stagingOf(Storage storage, String runId) {
        return storage.child(staging(storage), runId);
    }

    <R extends Record> SharedFiles<R> filesOf(ResultTable<R> table, String runId) {
        return new SharedFiles<>(storage.root(), new HadoopSettings(configuration), table, runId);
    }

    String folderOf(ResultTable<?> table) {
        return storage.child(storage.root(), table.name());
    }

    String fileOf(ResultTable<?> table, String runId) {
        return storage.child(folderOf(table), runId + SUFFIX);
    }

    /** Returns one of several files of a table, numbered from 1. */
    String fileOf(ResultTable<?> table, String runId, int number) {
        return storage.child(folderOf(table), runId + SharedFiles.numbered(number));
    }

    /** Returns the path as it was given. */
    @Override
    public String toString() {
        return path;
    }

    /** Closes the connection to the file system; open writers cannot continue. */
    @Override
    public void close() {
        try {
            storage.close();
        } catch (IOException e) {
            throw new ResultsException("cannot close the results folder '" + path + "': " + Reasons.of(e), e);
        }
    }
}
