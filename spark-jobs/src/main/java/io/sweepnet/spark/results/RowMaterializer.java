package io.sweepnet.spark.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** Collects one row's values from Parquet and creates the record of them. */
final class RowMaterializer<R extends Record> extends RecordMaterializer<R> {

    private final ResultTable<R> table;
    private final RowConverter root;

    /**
     * Creates a materializer.
     *
     * @param requested the columns that are read: some or all of the table's, in any order
     */
    RowMaterializer(ResultTable<R> table, MessageType requested) {
        this.table = table;
        this.root = new RowConverter(table.columns(), requested);
    }

    @Override
    public R getCurrentRecord() {
        return table.newRow(root.values.clone());
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    private static final class RowConverter extends GroupConverter {

        private final Object[] values;
        private final Converter[] converters;

        RowConverter(List<RecordColumn> columns, MessageType requested) {
            values = new Object[columns.size()];
            converters = new Converter[requested.getFieldCount()];
            for (int i = 0; i < columns.size(); i++) {
                RecordColumn column = columns.get(i);
                if (requested.containsField(column.name())) {
                    int index = i;
                    Consumer<Object> setter = value -> values[index] = value;
                    converters[requested.getFieldIndex(column.name())] = column.list()
                            ? new ListConverter(column.type(), setter)
                            : new ValueConverter(column.type(), setter);
                }
            }
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return converters[fieldIndex];
        }

        @Override
        public void start() {
            Arrays.fill(values, null);
        }

        @Override
        public void end() {}
    }

    /** A list: a group that holds a repeated group, which holds one element or, for null, nothing. */
    private static final class ListConverter extends GroupConverter {

        private final Consumer<Object> setter;
        private final GroupConverter repeated;
        private List<Object> list = List.of();
        private Object element;

        ListConverter(ColumnType type, Consumer<Object> setter) {
            this.setter = setter;
            ValueConverter elements = new ValueConverter(type, value -> element = value);
            this.repeated = new GroupConverter() {
                @Override
                public Converter getConverter(int fieldIndex) {
                    return elements;
                }

                @Override
                public void start() {
                    element = null;
                }

                @Override
                public void end() {
                    list.add(element);
                }
            };
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return repeated;
        }

        @Override
        public void start() {
            list = new ArrayList<>();
        }

        @Override
        public void end() {
            setter.accept(list);
        }
    }
}
