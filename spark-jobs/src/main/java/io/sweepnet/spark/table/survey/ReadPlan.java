package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.source.CellKind;
import io.sweepnet.spark.table.source.SourceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a table that are read, and the kind of each.
 *
 * @param source the table
 * @param target the target, as requested or as the format of the file defines it, if it is known
 * @param indices index of a column among those that are read, by its name
 * @param columns the columns that are read, by their indices in the table
 * @param kinds the kind as which each is read
 * @param texts names of the columns whose texts are kept besides the numbers
 */
public record ReadPlan(
        SourceTable source,
        Optional<String> target,
        Map<String, Integer> indices,
        List<Integer> columns,
        List<CellKind> kinds,
        Set<String> texts) {

    /** Returns the plan for reading a table in these roles. */
    public static ReadPlan of(SourceTable source, ColumnRoles roles) {
        Optional<String> target = roles.target().or(source::usualTarget);
        Set<String> numbers = new HashSet<>(roles.features());
        target.ifPresent(numbers::add);
        roles.weight().ifPresent(numbers::add);
        Set<String> texts = new HashSet<>();
        target.ifPresent(texts::add);
        roles.id().ifPresent(texts::add);
        Set<String> textAlone = new HashSet<>(texts);
        textAlone.removeAll(numbers);
        Set<String> wanted = new HashSet<>(roles.features().isEmpty() ? source.names() : numbers);
        wanted.addAll(texts);
        return of(source, target, wanted, texts, textAlone);
    }

    /**
     * Returns a plan for some columns.
     *
     * @param wanted the columns to read; names that the table does not have are ignored
     * @param texts columns whose texts are kept besides the numbers
     * @param asText columns that are read as text, whatever their type
     */
    public static ReadPlan of(
            SourceTable source, Optional<String> target, Set<String> wanted, Set<String> texts, Set<String> asText) {
        Map<String, Integer> indices = new HashMap<>();
        List<CellKind> kinds = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < source.names().size(); i++) {
            String name = source.names().get(i);
            if (!wanted.contains(name)) {
                continue;
            }
            CellKind kind = source.kinds().get(i);
            kind = kind == CellKind.NUMBER && asText.contains(name) ? CellKind.TEXT : kind;
            indices.put(name, kinds.size());
            kinds.add(kind);
            columns.add(i);
        }
        return new ReadPlan(source, target, indices, columns, kinds, texts);
    }

    /** Returns the number of columns that are read. */
    public int width() {
        return columns.size();
    }

    /** Returns for each column that is read whether its texts are kept, [column]. */
    public boolean[] keepTexts() {
        boolean[] keep = new boolean[width()];
        for (Map.Entry<String, Integer> column : indices.entrySet()) {
            int index = column.getValue();
            keep[index] = texts.contains(column.getKey()) && kinds.get(index) != CellKind.NUMBER;
        }
        return keep;
    }
}
