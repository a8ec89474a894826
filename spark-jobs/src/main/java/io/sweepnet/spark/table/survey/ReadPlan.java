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
 * Which columns of a table are read, and as what.
 *
 * @param source the table
 * @param target the target, as asked for or by the format of the file, if it is known
 * @param places where in what was read a column is, by its name
 * @param columns the columns that are read, by their numbers in the table
 * @param kinds what they are taken as, one for each
 * @param texts those of which the texts are kept beside the numbers, by name
 */
public record ReadPlan(
        SourceTable source,
        Optional<String> target,
        Map<String, Integer> places,
        List<Integer> columns,
        List<CellKind> kinds,
        Set<String> texts) {

    /** What reading a table in these roles needs of it. */
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
     * A plan for some columns.
     *
     * @param wanted the columns to read; those that are not there do not count
     * @param texts columns of which the texts are kept beside the numbers
     * @param asText columns that are taken as text, whatever their type
     */
    public static ReadPlan of(
            SourceTable source, Optional<String> target, Set<String> wanted, Set<String> texts, Set<String> asText) {
        Map<String, Integer> places = new HashMap<>();
        List<CellKind> kinds = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < source.names().size(); i++) {
            String name = source.names().get(i);
            if (!wanted.contains(name)) {
                continue;
            }
            CellKind kind = source.kinds().get(i);
            kind = kind == CellKind.NUMBER && asText.contains(name) ? CellKind.TEXT : kind;
            places.put(name, kinds.size());
            kinds.add(kind);
            columns.add(i);
        }
        return new ReadPlan(source, target, places, columns, kinds, texts);
    }

    /** Number of columns that are read. */
    public int width() {
        return columns.size();
    }

    /** Of which of the columns that are read the texts are kept, [column]. */
    public boolean[] keepTexts() {
        boolean[] keep = new boolean[width()];
        for (Map.Entry<String, Integer> column : places.entrySet()) {
            int place = column.getValue();
            keep[place] = texts.contains(column.getKey()) && kinds.get(place) != CellKind.NUMBER;
        }
        return keep;
    }
}
