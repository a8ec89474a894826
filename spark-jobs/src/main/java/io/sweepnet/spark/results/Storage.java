package io.sweepnet.spark.results;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * The file operations that a results folder needs. Paths are texts that {@link #root}, {@link #child} and {@link
 * #parent} return.
 */
interface Storage extends Closeable {

    /** A path with a scheme, which has two letters at least, since a single one is a drive. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/.*)", Pattern.DOTALL);

    /**
     * Returns the storage of a path as a user writes it. A path without a scheme is local, whatever Hadoop's default
     * file system is. Nothing in it is escaped or decoded: {@code %20} is three characters.
     *
     * @throws IOException if there is no such file system, or it cannot be reached
     * @throws IllegalArgumentException if the file system does not allow such a path
     */
    static Storage of(String path, Configuration configuration) throws IOException {
        var matcher = SCHEME.matcher(path);
        if (!matcher.matches()) {
            return new LocalStorage(path);
        }
        if (matcher.group(1).equalsIgnoreCase("file")) {
            String rest = matcher.group(2);
            return new LocalStorage(rest.startsWith("//") ? withoutHost(path, rest) : rest);
        }
        return new HadoopStorage(path, configuration);
    }

    private static String withoutHost(String path, String rest) {
        int slash = rest.indexOf('/', 2);
        String host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        if (slash < 0 || !(host.isEmpty() || host.equalsIgnoreCase("localhost"))) {
            throw new IllegalArgumentException("a file: path has no host, write file:/" + host
                    + (slash < 0 ? "" : rest.substring(slash)) + " in place of " + path);
        }
        return rest.substring(slash);
    }

    /** Returns the path of the results folder itself, absolute. */
    String root();

    /** Returns the path of a name in a folder. */
    default String child(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** Returns the parent folder of a path; empty for the topmost. */
    Optional<String> parent(String path);

    /** Returns whether the path is a folder. */
    boolean isFolder(String path) throws IOException;

    /** Returns whether the path is a file or folder. */
    boolean exists(String path) throws IOException;

    /**
     * Creates one folder, whose parent exists.
     *
     * @return false if it existed
     * @throws java.nio.file.NoSuchFileException if the parent does not exist; some file systems create it instead
     * @throws IOException if it cannot be created, or a file has its path
     */
    boolean createFolder(String folder) throws IOException;

    /**
     * Checks whether files can be created in a folder, if the check is cheap; a folder that does not exist passes.
     *
     * @throws IOException if they cannot be created
     */
    void checkWritable(String folder) throws IOException;

    /** Returns the names of the files and folders in a folder, in no order; none if there is no such folder. */
    List<String> names(String folder) throws IOException;

    /** Returns a file to be written. */
    OutputFile output(String file);

    /** Returns a file to be read. */
    InputFile input(String file) throws IOException;

    /**
     * Renames a file to a name that does not exist.
     *
     * @throws FileAlreadyExistsException if a file or folder has the new name
     * @throws IOException if it cannot be renamed
     */
    default void move(String from, String to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to);
        }
        rename(from, to);
    }

    /**
     * Renames a file. Whether an existing file with the new name is replaced depends on the file system; use {@link
     * #move}.
     *
     * @throws IOException if it cannot be renamed
     */
    void rename(String from, String to) throws IOException;

    /** Deletes a file, or a folder with everything in it; does nothing if there is none. */
    void delete(String path) throws IOException;

    /** Deletes a folder if it is empty, and never what another program adds to it at the same time. */
    void deleteIfEmpty(String folder) throws IOException;
}
