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
 * The file operations that a results folder needs. Paths are texts that {@link #root}, {@link #child} and
 * {@link #parent} make.
 */
interface Storage extends Closeable {

    /** A path with a scheme: two letters at least, since one is a drive. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/.*)", Pattern.DOTALL);

    /**
     * The storage of a path as a user writes it. Without a scheme it is a path of this machine, whatever Hadoop's
     * default file system is. Nothing in it is escaped or decoded: {@code %20} is three characters.
     *
     * @throws IOException if there is no such file system, or it cannot be reached
     * @throws IllegalArgumentException if the file system cannot have such a path
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

    /** The results folder itself, absolute. */
    String root();

    /** The path of a name in a folder. */
    default String child(String folder, String name) {
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /** The folder a path is in; empty for the topmost. */
    Optional<String> parent(String path);

    /** Whether there is a folder. */
    boolean isFolder(String path) throws IOException;

    /** Whether there is a file or folder. */
    boolean exists(String path) throws IOException;

    /**
     * Makes one folder, whose parent exists.
     *
     * @return false if it existed
     * @throws java.nio.file.NoSuchFileException if the parent does not exist; some file systems make it instead
     * @throws IOException if it cannot be made, also if a file is in its place
     */
    boolean createFolder(String folder) throws IOException;

    /**
     * Asks whether files can be made in a folder, where asking is cheap; one that does not exist passes.
     *
     * @throws IOException if they cannot
     */
    void checkWritable(String folder) throws IOException;

    /** The names of the files and folders in a folder, in no order; none if there is no such folder. */
    List<String> names(String folder) throws IOException;

    /** A file to be written. */
    OutputFile output(String file);

    /** A file to be read. */
    InputFile input(String file) throws IOException;

    /**
     * Renames a file to a name that is free.
     *
     * @throws FileAlreadyExistsException if something has the new name
     * @throws IOException if it cannot be renamed
     */
    default void move(String from, String to) throws IOException {
        if (exists(to)) {
            throw new FileAlreadyExistsException(to);
        }
        rename(from, to);
    }

    /**
     * Renames a file. What becomes of another file that has the new name is the file system's affair: call {@link #move}.
     *
     * @throws IOException if it cannot be renamed
     */
    void rename(String from, String to) throws IOException;

    /** Deletes a file, or a folder with all that is in it; nothing happens if there is none. */
    void delete(String path) throws IOException;

    /** Deletes a folder if it is empty, without a chance to delete what another program puts there just now. */
    void deleteIfEmpty(String folder) throws IOException;
}
