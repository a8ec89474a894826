package io.sweepnet.spark.results;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder on the Hadoop file system of the path's scheme. This object has its own connection: closing it does not
 * close Spark's, and settings made on it do not affect others.
 */
final class HadoopStorage implements Storage {

    private final FileSystem fileSystem;
    private final String root;

    /**
     * Opens the folder of this path.
     *
     * @throws IOException if Hadoop has no such file system, or cannot connect to it
     * @throws IllegalArgumentException if Hadoop does not allow such a path
     */
    HadoopStorage(String path, Configuration configuration) throws IOException {
        Path folder = new Path(path);
        fileSystem = FileSystem.newInstance(folder.toUri(), configuration);
        // If the scheme is one of a local disk: no .crc files beside the tables.
        fileSystem.setWriteChecksum(false);
        root = fileSystem.makeQualified(folder).toString();
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Optional<String> parent(String path) {
        return Optional.ofNullable(new Path(path).getParent()).map(Path::toString);
    }

    @Override
    public boolean isFolder(String path) throws IOException {
        return status(path).map(FileStatus::isDirectory).orElse(false);
    }

    @Override
    public boolean exists(String path) throws IOException {
        return status(path).isPresent();
    }

    private Optional<FileStatus> status(String path) throws IOException {
        try {
            return Optional.of(fileSystem.getFileStatus(new Path(path)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean createFolder(String folder) throws IOException {
        Optional<FileStatus> found = status(folder);
        if (found.isPresent()) {
            if (!found.get().isDirectory()) {
                throw new NotDirectoryException(folder);
            }
            return false;
        }
        if (!fileSystem.mkdirs(new Path(folder))) {
            throw new IOException("cannot make the folder " + folder);
        }
        return true;
    }

    /**
     * Only checks that the path is no file: on an object store, a check of permissions would cost a request and prove
     * little.
     */
    @Override
    public void checkWritable(String folder) throws IOException {
        if (status(folder).filter(FileStatus::isFile).isPresent()) {
            throw new NotDirectoryException(folder);
        }
    }

    @Override
    public List<String> names(String folder) throws IOException {
        try {
            return Arrays.stream(fileSystem.listStatus(new Path(folder)))
                    .map(status -> status.getPath().getName())
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    @Override
    public OutputFile output(String file) {
        return new HadoopFile.Output(fileSystem, new Path(file));
    }

    @Override
    public InputFile input(String file) throws IOException {
        return new HadoopFile.Input(fileSystem, fileSystem.getFileStatus(new Path(file)));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        if (!fileSystem.rename(new Path(from), new Path(to))) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }

    @Override
    public void delete(String path) throws IOException {
        fileSystem.delete(new Path(path), true);
    }

    @Override
    public void deleteIfEmpty(String folder) throws IOException {
        if (!isFolder(folder) || !names(folder).isEmpty()) {
            return;
        }
        try {
            fileSystem.delete(new Path(folder), false);
        } catch (IOException e) {
            // Another run may have written to it meanwhile; file systems have no common exception for that.
            if (names(folder).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        fileSystem.close();
    }
}
