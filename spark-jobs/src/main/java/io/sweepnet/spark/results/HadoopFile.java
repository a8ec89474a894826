package io.sweepnet.spark.results;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Parquet's view of files on a given Hadoop file system; Parquet's own classes would use Hadoop's shared instance. */
final class HadoopFile {

    private HadoopFile() {}

    /**
     * A file to be read.
     *
     * @param fileSystem the file system of the file
     * @param status its path and length
     */
    record Input(FileSystem fileSystem, FileStatus status) implements InputFile {

        @Override
        public long getLength() {
            return status.getLen();
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            return HadoopStreams.wrap(fileSystem.open(status.getPath()));
        }

        @Override
        public String toString() {
            return status.getPath().toString();
        }
    }

    /**
     * A file to be written.
     *
     * @param fileSystem the file system of the file
     * @param path its path
     */
    record Output(FileSystem fileSystem, Path path) implements UnblockedFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return HadoopStreams.wrap(fileSystem.create(path, false));
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            return HadoopStreams.wrap(fileSystem.create(path, true));
        }

        @Override
        public String getPath() {
            return path.toString();
        }
    }
}
