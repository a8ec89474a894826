package io.sweepnet.spark.results;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Files on a given Hadoop file system, for Parquet, whose own ones would fetch Hadoop's shared instance. */
final class HadoopFile {

    private HadoopFile() {}

    /**
     * A file to be read.
     *
     * @param fileSystem where it is
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
     * @param fileSystem where it will be
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
