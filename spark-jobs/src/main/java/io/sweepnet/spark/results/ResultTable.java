package io.sweepnet.spark.results;

import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table of a results folder. Its columns are the components of its rows' record, in their order; a component that is
 * a record is replaced by its own components. {@code finalLoss} becomes {@code final_loss}, and {@link Column} gives
 * the name where the component's own cannot be used. The first column, the run's id, is required; the others may be
 * null. The columns do not depend on the data: all files of one schema version have the same.
 *
 * PRE
 * <pre>{@code
 * List<MetricRow> metrics = folder.read(ResultTable.METRICS, "20260102T030405Z-1a2b3c");
 * }</pre>
 *
 * @param <R> a row
 */
public final class ResultTable<R extends Record> {

    /** A row per run and model. A run exists once its file in this table exists. */
    public static final ResultTable<RunRow> RUNS = new ResultTable<>("runs", RunRow.class);

    /** A row per run, model and iteration. */
    public static final ResultTable<HistoryRow> HISTORY = new ResultTable<>("history", HistoryRow.class);

    /** A row per run, model, split and metric. */
    public static final ResultTable<MetricRow> METRICS = new ResultTable<>("metrics", MetricRow.class);

    /** A row per run, model and parameter. */
    public static final ResultTable<ParameterRow> PARAMETERS = new ResultTable<>("parameters", ParameterRow.class);

    /** A row per run, model and row of the data. */
    public static final ResultTable<PredictionRow> PREDICTIONS = new ResultTable<>("predictions", PredictionRow.class);

    /** A row per run, model and start. */
    public static final ResultTable<StartRow> STARTS = new ResultTable<>("starts", StartRow.class);

    /** All tables, {@link #RUNS} first. */
    public static final List<ResultTable<?>> ALL = List.of(RUNS, HISTORY, METRICS, PARAMETERS, PREDICTIONS, STARTS);

    private final String name;
    private final RecordShape<R> shape;
    private final List<RecordColumn> columns;
    private final MessageType schema;

    private ResultTable(String name, Class<R> rowType) {
        this.name = name;
        this.shape = RecordShape.ofRow(rowType);
        this.columns = shape.columns();
        this.schema =
                new MessageType(name, columns.stream().map(RecordColumn::field).toArray(Type[]::new));
    }

    /** Returns the table's name, which is the name of its folder. */
    public String name() {
        return name;
    }

    /** Returns the schema of this table's files. */
    public MessageType schema() {
        return schema;
    }

    List<RecordColumn> columns() {
        return columns;
    }

    /** Returns the id of a row's run. */
    String runOf(R row) {
        return (String) columns.get(0).value(row);
    }

    /**
     * Creates a row of these values, in the columns' order.
     *
     * @throws RuntimeException if the record's own checks fail
     */
    R newRow(Object[] values) {
        return shape.make(Arrays.asList(values));
    }

    @Override
    public String toString() {
        return name;
    }
}
