package io.sweepnet.spark.results;

import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table of a results folder. Its columns are the components of its rows' record, in their order, those of a record
 * within it in its place: {@code finalLoss} becomes {@code final_loss}, and {@link Column} names those whose own name
 * cannot. The first, the run, is required;
 * the others may be null. Columns are fixed: a file of one version looks like that of another.
 *
 * @param <R> a row
 */
public final class Table<R extends Record> {

    /** A row per run and model. A run exists once its file here does. */
    public static final Table<RunRow> RUNS = new Table<>("runs", RunRow.class);

    /** A row per run, model and iteration. */
    public static final Table<HistoryRow> HISTORY = new Table<>("history", HistoryRow.class);

    /** A row per run, model, split and metric. */
    public static final Table<MetricRow> METRICS = new Table<>("metrics", MetricRow.class);

    /** A row per run, model and parameter. */
    public static final Table<ParameterRow> PARAMETERS = new Table<>("parameters", ParameterRow.class);

    /** A row per run, model and row of the data. */
    public static final Table<PredictionRow> PREDICTIONS = new Table<>("predictions", PredictionRow.class);

    /** A row per run, model and restart. */
    public static final Table<StartRow> STARTS = new Table<>("starts", StartRow.class);

    /** All tables, {@link #RUNS} first. */
    public static final List<Table<?>> ALL = List.of(RUNS, HISTORY, METRICS, PARAMETERS, PREDICTIONS, STARTS);

    private final String name;
    private final RecordShape<R> shape;
    private final List<RecordColumn> columns;
    private final MessageType schema;

    private Table(String name, Class<R> rowType) {
        this.name = name;
        this.shape = RecordShape.ofRow(rowType);
        this.columns = shape.columns();
        this.schema =
                new MessageType(name, columns.stream().map(RecordColumn::field).toArray(Type[]::new));
    }

    /** The table's name, which is its folder's. */
    public String name() {
        return name;
    }

    /** What a file of this table has as its schema. */
    public MessageType schema() {
        return schema;
    }

    List<RecordColumn> columns() {
        return columns;
    }

    /** The run of a row. */
    String runOf(R row) {
        return (String) columns.get(0).value(row);
    }

    /**
     * The row of these values, in the columns' order.
     *
     * @throws RuntimeException what the record's own checks throw
     */
    R newRow(Object[] values) {
        return shape.make(Arrays.asList(values));
    }

    @Override
    public String toString() {
        return name;
    }
}
