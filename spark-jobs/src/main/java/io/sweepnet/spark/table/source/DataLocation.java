package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.message.SettingKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * The location of a table: a file, a folder with all files in it and below, or a pattern with {@code *} and {@code ?},
 * on the file system that the path names. A path without a scheme is local, whatever the default file system is. A path
 * that exists is taken literally, including blanks, brackets and stars.
 */
final class DataLocation {

    private static final Pattern FOLDER_COLUMN = Pattern.compile("([^=/]+)=[^/]*/");
    private static final String CLASS_PATH = "classpath:";

    private final String given;
    private final List<DataFile> files;

    private DataLocation(String given, List<DataFile> files) {
        this.given = given;
        this.files = files;
    }

    /**
     * Returns the location of a path as the user gave it.
     *
     * @throws InputException if there is no such file, there is no file in the folder, or it cannot be read
     */
    static DataLocation of(String given, Configuration hadoop) {
        checkLocal(given);
        try {
            org.apache.hadoop.fs.Path path = hadoopPath(given);
            List<DataFile> files = new ArrayList<>();
            FileSystem system = path.getFileSystem(hadoop);
            for (org.apache.hadoop.fs.Path root : roots(given, path, system)) {
                FileStatus status = system.getFileStatus(root);
                if (status.isFile()) {
                    checkShown(given, root);
                    files.add(new DataFile(status.getPath(), root.getName()));
                } else {
                    addAll(system, root, "", files);
                }
            }
            if (files.isEmpty()) {
                throw new InputException(SettingKeys.PATH + " = " + given + ": there is no file in this folder");
            }
            files.forEach(file -> checkName(given, file));
            files.sort(Comparator.comparing(file -> file.path().toString()));
            return new DataLocation(given, files);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(SettingKeys.PATH + " = " + given + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<org.apache.hadoop.fs.Path> roots(
            String given, org.apache.hadoop.fs.Path path, FileSystem system) throws IOException {
        if (system.exists(path)) {
            return List.of(path);
        }
        List<org.apache.hadoop.fs.Path> roots = new ArrayList<>();
        if (isPattern(given)) {
            String pattern = DataFile.escaped(path.toString(), "[\\[\\]{}\\\\]");
            FileStatus[] matches = system.globStatus(new org.apache.hadoop.fs.Path(pattern), DataLocation::isShown);
            for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
                roots.add(match.getPath());
            }
        }
        if (roots.isEmpty()) {
            throw new InputException(SettingKeys.PATH + " = " + given + ": there is no such file");
        }
        return roots;
    }

    /** Adds the files below a folder, except hidden ones. */
    private static void addAll(FileSystem system, org.apache.hadoop.fs.Path folder, String prefix, List<DataFile> files)
            throws IOException {
        for (FileStatus status : system.listStatus(folder, DataLocation::isShown)) {
            String name = prefix + status.getPath().getName();
            if (status.isFile()) {
                files.add(new DataFile(status.getPath(), name));
            } else {
                addAll(system, status.getPath(), name + "/", files);
            }
        }
    }

    /**
     * Rejects a colon in a local name: Hadoop looks for a checksum file beside it by a path that the colon
     * changes.
     */
    private static void checkName(String given, DataFile file) {
        org.apache.hadoop.fs.Path path = file.path();
        if ("file".equals(path.toUri().getScheme()) && path.getName().indexOf(':') >= 0) {
            throw new InputException(
                    SettingKeys.PATH + " = " + given + ": Hadoop cannot open local files with a colon in their"
                            + " names, as in '" + path.getName() + "'; rename it");
        }
    }

    private static void checkShown(String given, org.apache.hadoop.fs.Path file) {
        if (!isShown(file)) {
            throw new InputException(SettingKeys.PATH + " = " + given
                    + ": Spark passes over files whose names begin with '_' or" + " '.'; rename it");
        }
    }

    private static boolean isShown(org.apache.hadoop.fs.Path path) {
        return !path.getName().startsWith("_") && !path.getName().startsWith(".");
    }

    private static boolean isPattern(String given) {
        return given.indexOf('*') >= 0 || given.indexOf('?') >= 0;
    }

    /**
     * Checks a local path without Hadoop or Spark, so that a mistyped one is reported at once.
     *
     * @throws InputException if there is no such file, or it is no path on this machine
     */
    static void checkLocal(String given) {
        if (given.startsWith(CLASS_PATH) || HadoopPaths.hasScheme(given)) {
            return;
        }
        try {
            if (!Files.exists(Path.of(given)) && !isPattern(given)) {
                throw new InputException(SettingKeys.PATH + " = " + given + ": there is no such file");
            }
        } catch (InvalidPathException e) {
            throw new InputException(
                    SettingKeys.PATH + " = " + given + ": no path on this machine, whose names are in "
                            + System.getProperty("sun.jnu.encoding"),
                    e);
        }
    }

    private static org.apache.hadoop.fs.Path hadoopPath(String given) {
        return given.startsWith(CLASS_PATH)
                ? HadoopPaths.of(copyOfResource(given.substring(CLASS_PATH.length())))
                : HadoopPaths.of(given);
    }

    /** Copies a table from the class path to a temporary file, since Spark reads files. */
    private static Path copyOfResource(String name) {
        try (InputStream resource = DataLocation.class.getClassLoader().getResourceAsStream(name)) {
            if (resource == null) {
                throw new InputException(
                        SettingKeys.PATH + " = " + CLASS_PATH + name + ": the program has no such resource");
            }
            Path folder = Files.createTempDirectory("sweepnet-data");
            Path copy = folder.resolve(Path.of(name).getFileName());
            folder.toFile().deleteOnExit();
            copy.toFile().deleteOnExit();
            Files.copy(resource, copy);
            return copy;
        } catch (IOException e) {
            throw new InputException(
                    SettingKeys.PATH + " = " + CLASS_PATH + name + ": cannot be copied: " + e.getMessage());
        }
    }

    /** Returns the path as the user gave it. */
    String given() {
        return given;
    }

    /** Returns the files in the order of their paths; at least one. */
    List<DataFile> files() {
        return files;
    }

    /** Returns the files' paths, for Spark's readers. */
    String[] patterns() {
        return files.stream().map(DataFile::literalPattern).toArray(String[]::new);
    }

    /** Returns notes on the location: columns in folder names, as in {@code year=2024/part-0.parquet}, are not used. */
    List<String> notes() {
        Set<String> names = new LinkedHashSet<>();
        for (DataFile file : files) {
            Matcher folder = FOLDER_COLUMN.matcher(file.name());
            while (folder.find()) {
                names.add(folder.group(1));
            }
        }
        return names.isEmpty()
                ? List.of()
                : List.of("not used, since they stand in the names of folders: " + String.join(", ", names));
    }
}
