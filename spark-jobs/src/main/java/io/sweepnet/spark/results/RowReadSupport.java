package io.sweepnet.spark.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Defines for Parquet which columns of a file are read and how they become a row: the table's columns that the file
 * has. A column that the file lacks is null in every row; one that the table does not have is not read.
 */
final class RowReadSupport<R extends Record> extends ReadSupport<R> {

    private final ResultTable<R> table;

    RowReadSupport(ResultTable<R> table) {
        this.table = table;
    }

    @Override
    public ReadContext init(InitContext context) {
        MessageType file = context.getFileSchema();
        List<Type> requested = new ArrayList<>();
        for (RecordColumn column : table.columns()) {
            if (file.containsField(column.name())) {
                Type field = file.getType(column.name());
                if (!column.reads(field)) {
                    throw new ResultsException(
                            "column " + column.name() + " is " + oneLine(field) + ", not " + oneLine(column.field()));
                }
                requested.add(field);
            } else if (column.required()) {
                throw new ResultsException("it has no column " + column.name());
            }
        }
        return new ReadContext(new MessageType(table.name(), requested));
    }

    private static String oneLine(Type type) {
        return type.toString().replaceAll("\\s+", " ");
    }

    @Override
    public RecordMaterializer<R> prepareForRead(
            ParquetConfiguration configuration,
            Map<String, String> keyValueMetaData,
            MessageType fileSchema,
            ReadContext readContext) {
        return new RowMaterializer<>(table, readContext.getRequestedSchema());
    }

    @Override
    @Deprecated
    public RecordMaterializer<R> prepareForRead(
            Configuration configuration,
            Map<String, String> keyValueMetaData,
            MessageType fileSchema,
            ReadContext readContext) {
        return new RowMaterializer<>(table, readContext.getRequestedSchema());
    }
}
