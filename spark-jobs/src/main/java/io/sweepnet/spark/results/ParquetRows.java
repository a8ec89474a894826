package io.sweepnet.spark.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows to a Parquet file and reads them back, without Spark. Parquet gets a plain configuration, not Hadoop's,
 * whose XML it would parse for every file.
 */
final class ParquetRows {

    /**
     * Size of a row group: large enough for a scan, small enough that a table of millions of rows is not held in memory
     * as a whole.
     */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    /** Size of a page. A column's first buffer is a thousandth of it: little for a table of three rows. */
    private static final int PAGE_BYTES = 64 << 10;

    private ParquetRows() {}

    /**
     * Writes a file, which must not exist. Rows are requested one after another and kept only as bytes of a row group.
     *
     * @throws IOException if it cannot be written, or exists
     */
    static <R extends Record> void write(OutputFile file, ResultTable<R> table, Iterable<R> rows) throws IOException {
        Writer<R> settings = new Writer<>(file, table)
                .withConf(new PlainParquetConfiguration())
                // Most tables are a few kilobytes: loading a codec's native library costs more than it saves.
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .withDictionaryPageSize(PAGE_BYTES)
                .withDictionaryEncoding(false);
        // Texts repeat often, numbers rarely; and the dictionary of each further type loads many classes.
        for (RecordColumn column : table.columns()) {
            if (column.type() == ColumnType.TEXT && !column.list()) {
                settings.withDictionaryEncoding(column.name(), true);
            }
        }
        try (ParquetWriter<R> writer = settings.build()) {
            for (R row : rows) {
                writer.write(row);
            }
        }
    }

    /**
     * Returns all rows of a file. Columns that the file lacks are null; columns that the table does not have are
     * ignored.
     *
     * @throws IOException if it cannot be read
     * @throws RuntimeException if it is no Parquet file, or its columns are of other types
     */
    static <R extends Record> List<R> read(InputFile file, ResultTable<R> table) throws IOException {
        List<R> rows = new ArrayList<>();
        try (ParquetReader<R> reader = new Reader<>(file, table).build()) {
            for (R row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static final class Writer<R extends Record> extends ParquetWriter.Builder<R, Writer<R>> {

        private final ResultTable<R> table;

        Writer(OutputFile file, ResultTable<R> table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Writer<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport<>(table);
        }

        @Override
        @Deprecated
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport<>(table);
        }
    }

    private static final class Reader<R extends Record> extends ParquetReader.Builder<R> {

        private final ResultTable<R> table;

        Reader(InputFile file, ResultTable<R> table) {
            super(file, new PlainParquetConfiguration());
            this.table = table;
        }

        @Override
        protected ReadSupport<R> getReadSupport() {
            return new RowReadSupport<>(table);
        }
    }
}
