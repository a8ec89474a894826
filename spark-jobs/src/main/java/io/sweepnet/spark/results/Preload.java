package io.sweepnet.spark.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Loads the classes that writing a table needs, by writing a row that goes nowhere. */
final class Preload {

    private Preload() {}

    static void run() {
        RunRow row = RunRow.builder("20260101T000000Z-000000")
                .model("")
                .rows(1L)
                .features(1)
                .finalLoss(1.0)
                .classes(List.of(""))
                .build();
        try {
            ParquetRows.write(new Nowhere(), Table.RUNS, List.of(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file whose bytes are forgotten. */
    private static final class Nowhere implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return createOrOverwrite(blockSizeHint);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new PositionOutputStream() {
                private long position;

                @Override
                public long getPos() {
                    return position;
                }

                @Override
                public void write(int b) {
                    position++;
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    position += length;
                }
            };
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}
