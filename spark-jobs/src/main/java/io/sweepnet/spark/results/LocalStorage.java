package io.sweepnet.spark.results;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A local folder. It does not use Hadoop's local file system, which writes {@code .crc} files, starts a process to set
 * a file's mode, replaces an existing file on rename, and deletes what is added to an empty folder while deleting it.
 */
final class LocalStorage implements Storage {

    private final String root;

    /**
     * Opens the folder of this path.
     *
     * @param path absolute, or relative to the working folder
     * @throws IllegalArgumentException if it is no path on this machine
     */
    LocalStorage(String path) {
        try {
            this.root = Path.of(path).toAbsolutePath().toString();
        } catch (InvalidPathException e) {
            // Without the cause, which lacks the encoding: without a UTF-8 locale, Java rejects most non-ASCII names.
            String encoding = System.getProperty("sun.jnu.encoding", "unknown");
            throw new IllegalArgumentException(e.getReason() + " (Java's encoding of file names is " + encoding + ")");
        }
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Optional<String> parent(String path) {
        return Optional.ofNullable(Path.of(path).getParent()).map(Path::toString);
    }

    @Override
    public boolean isFolder(String path) {
        return Files.isDirectory(Path.of(path));
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean createFolder(String folder) throws IOException {
        try {
            Files.createDirectory(Path.of(folder));
            return true;
        } catch (FileAlreadyExistsException e) {
            // One request only, since the folder may vanish or be created again at any moment.
            if (!Files.readAttributes(Path.of(folder), BasicFileAttributes.class)
                    .isDirectory()) {
                throw new NotDirectoryException(folder);
            }
            return false;
        }
    }

    @Override
    public void checkWritable(String folder) throws IOException {
        Path path = Path.of(folder);
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
                throw new NotDirectoryException(folder);
            }
            path.getFileSystem().provider().checkAccess(path, AccessMode.WRITE, AccessMode.EXECUTE);
        } catch (NoSuchFileException e) {
            return;
        }
    }

    @Override
    public List<String> names(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(folder))) {
            for (Path path : paths) {
                names.add(path.getFileName().toString());
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    @Override
    public OutputFile output(String file) {
        return new LocalFile(Path.of(file));
    }

    @Override
    public InputFile input(String file) {
        return new LocalFile(Path.of(file));
    }

    /** Renames atomically: a rename across devices fails and never leaves part of a file under the new name. */
    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(Path.of(from), Path.of(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        try {
            Files.walkFileTree(Path.of(path), new Deletion());
        } catch (NoSuchFileException e) {
            return;
        }
    }

    @Override
    public void deleteIfEmpty(String folder) throws IOException {
        try {
            Files.deleteIfExists(Path.of(folder));
        } catch (DirectoryNotEmptyException e) {
            return;
        }
    }

    @Override
    public void close() {}

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
