package io.sweepnet.spark.table.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths as users write them. Without a scheme they are local, whatever the default file system is. */
public final class HadoopPaths {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

    private HadoopPaths() {}

    /**
     * Returns a path for Hadoop; a local one is neither escaped nor decoded.
     *
     * @throws java.nio.file.InvalidPathException if it is local and no path on this machine
     * @throws IllegalArgumentException if it has a scheme and is no URI
     */
    public static org.apache.hadoop.fs.Path of(String given) {
        return hasScheme(given) ? new org.apache.hadoop.fs.Path(given) : of(Path.of(given));
    }

    /**
     * Returns whether a path is in, or equals, a local folder that exists; false for URIs, which are left to their file
     * systems.
     */
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
        // Not by its URI, which ends with a slash for a folder: Hadoop would treat the folder as its own parent.
        return new org.apache.hadoop.fs.Path(
                "file", null, local.toAbsolutePath().normalize().toString());
    }

    /** Returns whether a path names its file system by a scheme. */
    public static boolean hasScheme(String given) {
        return SCHEME.matcher(given).matches();
    }
}
