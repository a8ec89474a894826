package io.sweepnet.spark.data;

import io.sweepnet.spark.config.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * Where a table lies: a file of the file system that its path names. A path without a scheme is local, whatever the
 * default file system, and taken literally, blanks, brackets and all.
 */
final class DataLocation {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    private static final String CLASS_PATH = "classpath:";

    private final String given;
    private final org.apache.hadoop.fs.Path path;

    private DataLocation(String given, org.apache.hadoop.fs.Path path) {
        this.given = given;
        this.path = path;
    }

    /**
     * The location of a path as the configuration has it.
     *
     * @throws InputException where there is no such file
     */
    static DataLocation of(String given, Configuration hadoop) {
        checkLocal(given);
        DataLocation location = new DataLocation(given, hadoopPath(given));
        try {
            FileSystem files = location.path.getFileSystem(hadoop);
            if (!files.exists(location.path)) {
                throw new InputException("data.path = " + given + ": there is no such file");
            }
            if (!files.getFileStatus(location.path).isFile()) {
                throw new InputException("data.path = " + given + ": this is a folder, a CSV file is needed");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException("data.path = " + given + ": cannot be read: " + e.getMessage(), e);
        }
        return location;
    }

    /**
     * Checks a local path without Hadoop or Spark, so that a mistyped one is told at once.
     *
     * @throws InputException where there is no such file
     */
    static void checkLocal(String given) {
        if (given.startsWith(CLASS_PATH) || SCHEME.matcher(given).matches()) {
            return;
        }
        try {
            if (!Files.exists(Path.of(given))) {
                throw new InputException("data.path = " + given + ": there is no such file");
            }
        } catch (InvalidPathException e) {
            throw new InputException(
                    "data.path = " + given + ": no path on this machine, whose names are in "
                            + System.getProperty("sun.jnu.encoding"),
                    e);
        }
    }

    private static org.apache.hadoop.fs.Path hadoopPath(String given) {
        if (given.startsWith(CLASS_PATH)) {
            return local(copyOfResource(given.substring(CLASS_PATH.length())));
        }
        return SCHEME.matcher(given).matches() ? new org.apache.hadoop.fs.Path(given) : local(Path.of(given));
    }

    private static org.apache.hadoop.fs.Path local(Path file) {
        return new org.apache.hadoop.fs.Path(file.toAbsolutePath().normalize().toUri());
    }

    /** A table that comes with the program, copied out of the jar since Spark reads files. */
    private static Path copyOfResource(String name) {
        try (InputStream resource = DataLocation.class.getClassLoader().getResourceAsStream(name)) {
            if (resource == null) {
                throw new InputException("data.path = " + CLASS_PATH + name + ": the program has no such resource");
            }
            Path folder = Files.createTempDirectory("sweepnet-data");
            Path copy = folder.resolve(Path.of(name).getFileName());
            folder.toFile().deleteOnExit();
            copy.toFile().deleteOnExit();
            Files.copy(resource, copy);
            return copy;
        } catch (IOException e) {
            throw new InputException("data.path = " + CLASS_PATH + name + ": cannot be copied: " + e.getMessage());
        }
    }

    /** The path as the user gave it. */
    String given() {
        return given;
    }

    /** The file's name alone. */
    String name() {
        return path.getName();
    }

    /** The file's bytes, unpacked where its name says that it is packed, as Spark's readers do. */
    InputStream open(Configuration hadoop) throws IOException {
        InputStream bytes = path.getFileSystem(hadoop).open(path);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        return codec == null ? bytes : codec.createInputStream(bytes);
    }

    /** The path for Spark's readers, which take patterns: characters that mean something in one are escaped. */
    String literalPattern() {
        return path.toString().replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0");
    }
}
