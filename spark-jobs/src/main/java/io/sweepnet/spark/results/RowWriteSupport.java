package io.sweepnet.spark.results;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;

/** Defines for Parquet how a row is written as fields. */
final class RowWriteSupport<R extends Record> extends WriteSupport<R> {

    private final ResultTable<R> table;
    private final List<RecordColumn> columns;
    private RecordConsumer consumer;

    RowWriteSupport(ResultTable<R> table) {
        this.table = table;
        this.columns = table.columns();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(table.schema(), Map.of());
    }

    @Override
    @Deprecated
    public WriteContext init(Configuration configuration) {
        return new WriteContext(table.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        consumer.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(row, i, consumer);
        }
        consumer.endMessage();
    }
}
