package io.sweepnet.spark.results;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column: a component of a row's record, or of a record within it.
 *
 * @param name the column's name, in snake case
 * @param type the type of its values, or of a list's elements
 * @param list whether its values are lists
 * @param required whether null is not allowed
 * @param path the fields that lead from a row to the value: one, or two for a column in a part of the row. They are
 *     fields and not accessors, for which Java would generate classes, which is slow at start-up
 */
record RecordColumn(String name, ColumnType type, boolean list, boolean required, List<Field> path) {

    /** The names by which readers recognise a list; see "Lists" in the Parquet format's LogicalTypes. */
    private static final String LIST = "list";

    private static final String ELEMENT = "element";

    static RecordColumn of(RecordComponent component, boolean required, List<Field> path) {
        boolean list = component.getType().equals(List.class);
        Class<?> valueType = list
                ? (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
        ColumnType type = ColumnType.of(valueType)
                .orElseThrow(() -> new IllegalArgumentException("no column type for " + component));
        return new RecordColumn(nameOf(component), type, list, required, path);
    }

    private static String nameOf(RecordComponent component) {
        Column column = component.getAnnotation(Column.class);
        return column != null
                ? column.value()
                : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Returns the column of the schema. */
    Type field() {
        Type.Repetition repetition = required ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        if (!list) {
            return type.field(name, repetition);
        }
        return Types.list(repetition)
                .element(type.field(ELEMENT, Type.Repetition.OPTIONAL))
                .named(name);
    }

    /** Returns whether this column can be read from a field of a file. */
    boolean reads(Type field) {
        if (!list) {
            return type.reads(field) && !field.isRepetition(Type.Repetition.REPEATED);
        }
        if (field.isPrimitive() || field.asGroupType().getFieldCount() != 1) {
            return false;
        }
        Type repeated = field.asGroupType().getType(0);
        if (repeated.isPrimitive() || !repeated.isRepetition(Type.Repetition.REPEATED)) {
            return false;
        }
        GroupType group = repeated.asGroupType();
        return group.getFieldCount() == 1
                && type.reads(group.getType(0))
                && !group.getType(0).isRepetition(Type.Repetition.REPEATED);
    }

    /** Returns the row's value, which may be null. */
    Object value(Record row) {
        try {
            Object value = row;
            for (Field field : path) {
                value = field.get(value);
            }
            return value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read column " + name, e);
        }
    }

    /** Writes the row's value as the column of the given index; a null is written by leaving the field out. */
    void write(Record row, int index, RecordConsumer to) {
        Object value = value(row);
        if (value == null) {
            return;
        }
        to.startField(name, index);
        if (list) {
            writeList((List<?>) value, to);
        } else {
            type.write(value, to);
        }
        to.endField(name, index);
    }

    private void writeList(List<?> values, RecordConsumer to) {
        to.startGroup();
        if (!values.isEmpty()) {
            to.startField(LIST, 0);
            for (Object value : values) {
                to.startGroup();
                if (value != null) {
                    to.startField(ELEMENT, 0);
                    type.write(value, to);
                    to.endField(ELEMENT, 0);
                }
                to.endGroup();
            }
            to.endField(LIST, 0);
        }
        to.endGroup();
    }
}
