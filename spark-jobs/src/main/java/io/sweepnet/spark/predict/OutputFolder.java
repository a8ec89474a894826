package io.sweepnet.spark.predict;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.source.HadoopPaths;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that predictions go to. It is there when all is written, and not before: until then they lie in a hidden folder
 * beside it, which is gone afterwards, whatever happens.
 */
final class OutputFolder implements AutoCloseable {

    private final String given;
    private final FileSystem system;
    private final Path folder;
    private final Path stage;
    private final Deque<Path> made = new ArrayDeque<>();

    private OutputFolder(String given, FileSystem system, Path folder) {
        this.given = given;
        this.system = system;
        this.folder = folder;
        this.stage = new Path(folder.getParent(), "." + folder.getName() + "-" + UUID.randomUUID());
    }

    /**
     * Checks a local path without Hadoop or Spark.
     *
     * @throws InputException where there is something already
     */
    static void checkLocal(String given) {
        if (given.isBlank()) {
            throw new InputException("--output: a folder is needed");
        }
        if (HadoopPaths.hasScheme(given)) {
            return;
        }
        try {
            String[] names = java.nio.file.Path.of(given).toFile().list();
            if (java.nio.file.Files.exists(java.nio.file.Path.of(given)) && (names == null || names.length > 0)) {
                throw taken(given);
            }
        } catch (InvalidPathException e) {
            throw new InputException("--output: " + given + " is no path on this machine", e);
        }
    }

    private static InputException taken(String given) {
        return new InputException("--output: " + given + " is there already; name a folder that is to be made");
    }

    /**
     * Makes ready for writing.
     *
     * @throws InputException where there is something already, or nothing can be written
     */
    static OutputFolder open(String given, Configuration hadoop) {
        try {
            Path folder = HadoopPaths.of(given);
            if (folder.getParent() == null) {
                throw taken(given);
            }
            OutputFolder output = new OutputFolder(given, folder.getFileSystem(hadoop), folder);
            output.checkFree();
            output.makeParents();
            if (!output.system.mkdirs(output.stage)) {
                throw new IOException("cannot make a folder beside it");
            }
            // Ctrl-C may end the JVM without coming back to close(), and tasks that are killed may write a moment
            // longer.
            output.system.deleteOnExit(output.stage);
            return output;
        } catch (IOException | IllegalArgumentException e) {
            throw cannotWrite(given, e);
        }
    }

    private static InputException cannotWrite(String given, Exception e) {
        return new InputException("--output: " + given + " cannot be written: " + e.getMessage(), e);
    }

    private void checkFree() throws IOException {
        if (system.exists(folder) && (system.getFileStatus(folder).isFile() || system.listStatus(folder).length > 0)) {
            throw taken(given);
        }
    }

    private void makeParents() throws IOException {
        for (Path parent = folder.getParent(); parent != null && !system.exists(parent); parent = parent.getParent()) {
            made.addLast(parent);
        }
        if (!system.mkdirs(folder.getParent())) {
            throw new IOException("cannot make the folder " + folder.getParent());
        }
    }

    /** Where to write: there is no such folder yet. */
    Path stage() {
        return new Path(stage, "rows");
    }

    /**
     * Runs what writes.
     *
     * @throws InputException where a file could not be written, such as on a full disk
     */
    <T> T told(Supplier<T> write) {
        try {
            return write.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw cause instanceof IOException failure ? cannotWrite(given, failure) : e;
        }
    }

    /**
     * Gives what was written its name.
     *
     * @throws InputException where somebody else has taken it meanwhile
     */
    void publish() {
        try {
            checkFree();
            // Renamed to an empty folder it would become one in it.
            system.delete(folder, false);
            if (!system.rename(stage(), folder)) {
                throw new IOException("cannot be renamed from " + stage());
            }
            made.clear();
        } catch (IOException e) {
            throw cannotWrite(given, e);
        }
    }

    /** Leaves the folder alone, or nothing. */
    @Override
    public void close() {
        try {
            system.delete(stage, true);
            while (!made.isEmpty()) {
                system.delete(made.pollFirst(), false);
            }
        } catch (IOException e) {
            // A folder that is not empty belongs to somebody else by now; a stage that is left is hidden.
            made.clear();
        }
    }
}
