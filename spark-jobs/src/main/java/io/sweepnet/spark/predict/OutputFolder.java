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
 * The folder for predictions. It appears only when everything is written: until then the files are in a hidden folder beside
 * it, which is deleted afterwards, also after a failure.
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
     * @throws InputException if the path is blank, invalid or already taken
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
     * Creates the hidden folder for writing.
     *
     * @throws InputException if the path is already taken or cannot be written to
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
            // Ctrl-C may end the JVM without calling close(), and killed tasks may continue to write for a moment.
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

    /** Returns the folder to write to, which does not exist yet. */
    Path stage() {
        return new Path(stage, "rows");
    }

    /**
     * Runs an action that writes files, and reports its I/O errors as errors of the output.
     *
     * @throws InputException if a file could not be written, for example on a full disk
     */
    <T> T reportingErrors(Supplier<T> write) {
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
     * Renames the written folder to its final name.
     *
     * @throws InputException if the name has been taken in the meantime
     */
    void publish() {
        try {
            checkFree();
            // A rename to an existing empty folder would create a folder inside it.
            system.delete(folder, false);
            if (!system.rename(stage(), folder)) {
                throw new IOException("cannot be renamed from " + stage());
            }
            made.clear();
        } catch (IOException e) {
            throw cannotWrite(given, e);
        }
    }

    /** Deletes the hidden folder and, if nothing was published, the parent folders that were created. */
    @Override
    public void close() {
        try {
            system.delete(stage, true);
            while (!made.isEmpty()) {
                system.delete(made.pollFirst(), false);
            }
        } catch (IOException e) {
            // A folder that is no longer empty is in use by another program; a remaining hidden folder does no harm.
            made.clear();
        }
    }
}
