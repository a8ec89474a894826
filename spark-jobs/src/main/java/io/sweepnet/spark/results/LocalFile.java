package io.sweepnet.spark.results;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/**
 * Parquet's view of a local file. Parquet's own class writes what it reads to a wrong position of a buffer that is not
 * empty, and hides the interruption of a thread in another exception.
 */
final class LocalFile implements InputFile, UnblockedFile {

    private static final int BUFFER_BYTES = 32 << 10;

    private final File file;

    LocalFile(Path path) {
        this.file = path.toFile();
    }

    @Override
    public long getLength() throws IOException {
        return Files.size(file.toPath());
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new Input(new RandomAccessFile(file, "r"));
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        if (!file.createNewFile()) {
            throw new FileAlreadyExistsException(file.getPath());
        }
        return createOrOverwrite(blockSizeHint);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new Output(new BufferedOutputStream(new FileOutputStream(file), BUFFER_BYTES));
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    @Override
    public String toString() {
        return file.getPath();
    }

    private static final class Input extends DelegatingSeekableInputStream {

        private final RandomAccessFile file;

        /** Creates a stream that shares the file's descriptor, and so its position. */
        Input(RandomAccessFile file) throws IOException {
            super(new FileInputStream(file.getFD()));
            this.file = file;
        }

        @Override
        public long getPos() throws IOException {
            return file.getFilePointer();
        }

        @Override
        public void seek(long position) throws IOException {
            file.seek(position);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class Output extends PositionOutputStream {

        private final OutputStream stream;
        private long position;

        Output(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            stream.write(b);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
