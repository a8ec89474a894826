package io.sweepnet.spark.table.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as users write them. Without a scheme they are local, whatever the default file system. */
public final class HadoopPaths {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private HadoopPaths() {}

    /**
     * A path for Hadoop; nothing in a local one is escaped or decoded.
     *
     * @throws java.nio.file.InvalidPathException if it is local and no path on this machine
     * @throws IllegalArgumentException if it has a scheme and is no URI
     */
    public static org.apache.hadoop.fs.Path of(String given) {
        return hasScheme(given) ? new org.apache.hadoop.fs.Path(given) : of(Path.of(given));
    }

    /** Whether a path is a folder, or lies in one, that is local and there; URIs are left to their file systems. */
    public static boolean isInFolder(String path, String folder) {
        if (hasScheme(path) || hasScheme(folder) || !Files.isDirectory(Path.of(folder))) {
            return false;
        }
        return Path.of(path)
                .toAbsolutePath()
                .normalize()
                .startsWith(Path.of(folder).toAbsolutePath().normalize());
    }

    static org.apache.hadoop.fs.Path of(Path local) {
        // Not by its URI, which for a folder ends with a slash: Hadoop would take the folder for its own parent.
        return new org.apache.hadoop.fs.Path(
                "file", null, local.toAbsolutePath().normalize().toString());
    }

    /** Whether a path names its file system. */
    public static boolean hasScheme(String given) {
        return SCHEME.matcher(given).matches();
    }
}
