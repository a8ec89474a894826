package io.sweepnet.spark.results;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a record: one for each component, but a component that is itself a record contributes its own columns.
 * Columns are in the components' order, depth first.
 *
 * @param <R> the record
 */
final class RecordShape<R extends Record> {

    private final Constructor<R> constructor;
    /** For each component, the shape of a record; null for a column. */
    private final List<RecordShape<?>> parts = new ArrayList<>();

    private final List<RecordColumn> columns = new ArrayList<>();

    /** Returns the shape of a row, whose first column is required. */
    static <R extends Record> RecordShape<R> ofRow(Class<R> type) {
        return new RecordShape<>(type, List.of());
    }

    /**
     * Creates the shape of a record.
     *
     * @param path fields that lead from a row to this record; empty for the row itself
     */
    private RecordShape(Class<R> type, List<Field> path) {
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            List<Field> fields = new ArrayList<>(path);
            fields.add(fieldOf(component));
            if (component.getType().isRecord()) {
                RecordShape<?> part = new RecordShape<>(component.getType().asSubclass(Record.class), fields);
                parts.add(part);
                columns.addAll(part.columns);
            } else {
                boolean isFirst = path.isEmpty() && columns.isEmpty();
                parts.add(null);
                columns.add(RecordColumn.of(component, isFirst, List.copyOf(fields)));
            }
        }
        constructor = canonicalConstructor(type, components);
    }

    private static Field fieldOf(RecordComponent component) {
        try {
            Field field = component.getDeclaringRecord().getDeclaredField(component.getName());
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("no field for " + component, e);
        }
    }

    private static <R> Constructor<R> canonicalConstructor(Class<R> type, RecordComponent[] components) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no canonical constructor in " + type, e);
        }
    }

    /** Returns the columns; those of a part are at the part's position. */
    List<RecordColumn> columns() {
        return List.copyOf(columns);
    }

    /**
     * Creates a record of these values.
     *
     * @param values a value per column, possibly null; a part is created even where all of its values are null
     * @throws RuntimeException if the record's own checks fail
     */
    R make(List<?> values) {
        Object[] arguments = new Object[parts.size()];
        int next = 0;
        for (int i = 0; i < arguments.length; i++) {
            RecordShape<?> part = parts.get(i);
            int width = part == null ? 1 : part.columns.size();
            arguments[i] = part == null ? values.get(next) : part.make(values.subList(next, next + width));
            next += width;
        }
        return construct(arguments);
    }

    private R construct(Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("cannot make a " + constructor.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getName(), e);
        }
    }
}
