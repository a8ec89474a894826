package io.sweepnet.spark.results;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A table of a results folder. Its columns are the components of its rows' record, in their order: {@code finalLoss}
 * becomes {@code final_loss}, and {@link Column} names those whose own name cannot. The first, the run, is required;
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
    private final Class<R> rowType;
    private final List<TableColumn> columns;
    private final MessageType schema;
    private final Constructor<R> constructor;

    private Table(String name, Class<R> rowType) {
        this.name = name;
        this.rowType = rowType;
        RecordComponent[] components = rowType.getRecordComponents();
        this.columns = IntStream.range(0, components.length)
                .mapToObj(i -> TableColumn.of(components[i], i == 0))
                .toList();
        this.schema =
                new MessageType(name, columns.stream().map(TableColumn::field).toArray(Type[]::new));
        this.constructor = canonicalConstructor(rowType, components);
    }

    private static <R> Constructor<R> canonicalConstructor(Class<R> rowType, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return rowType.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no canonical constructor in " + rowType, e);
        }
    }

    /** The table's name, which is its folder's. */
    public String name() {
        return name;
    }

    /** The record that is a row. */
    public Class<R> rowType() {
        return rowType;
    }

    /** What a file of this table has as its schema. */
    public MessageType schema() {
        return schema;
    }

    List<TableColumn> columns() {
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
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot make a row of " + name, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a row of " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
