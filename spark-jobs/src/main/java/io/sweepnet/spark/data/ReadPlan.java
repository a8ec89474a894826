package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * Which columns of a table are read, and as what.
 *
 * @param source the table
 * @param target the target, by the configuration or by the format of the file, if it is known
 * @param places where in what was read a column is, by its name
 * @param columns the columns that are read, by their numbers in the table
 * @param kinds what they are taken as, one for each
 * @param texts those of which the texts are kept beside the numbers, by name
 * @param meaning what texts mean
 */
record ReadPlan(
        SourceTable source,
        Optional<String> target,
        Map<String, Integer> places,
        List<Integer> columns,
        List<CellKind> kinds,
        Set<String> texts,
        NumberText meaning) {

    /** What a configuration wants of its table. */
    static ReadPlan of(SparkSession spark, DataConfig config) {
        SourceTable source = TableSource.open(spark, config, Set.copyOf(config.features()));
        Optional<String> target = config.target().or(source::usualTarget);
        Set<String> numbers = new HashSet<>(config.features());
        target.ifPresent(numbers::add);
        config.weight().ifPresent(numbers::add);
        Set<String> texts = new HashSet<>();
        target.ifPresent(texts::add);
        config.id().ifPresent(texts::add);
        Set<String> textAlone = new HashSet<>(texts);
        textAlone.removeAll(numbers);
        Set<String> wanted = new HashSet<>(config.features().isEmpty() ? source.names() : numbers);
        wanted.addAll(texts);
        NumberText meaning = NumberText.of(config.csv().decimal(), config.csv().missing());
        return of(source, target, wanted, texts, textAlone, meaning);
    }

    /**
     * A plan for some columns.
     *
     * @param wanted the columns to read; those that are not there do not count
     * @param texts columns of which the texts are kept beside the numbers
     * @param asText columns that are taken as text, whatever their type
     */
    static ReadPlan of(
            SourceTable source,
            Optional<String> target,
            Set<String> wanted,
            Set<String> texts,
            Set<String> asText,
            NumberText meaning) {
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
        return new ReadPlan(source, target, places, columns, kinds, texts, meaning);
    }

    /** Number of columns that are read. */
    int width() {
        return columns.size();
    }

    /** The rows, packed on the executors. */
    JavaRDD<PackedRows> pieces() {
        boolean[] keepTexts = new boolean[width()];
        for (Map.Entry<String, Integer> column : places.entrySet()) {
            int place = column.getValue();
            keepTexts[place] = texts.contains(column.getKey()) && kinds.get(place) != CellKind.NUMBER;
        }
        return source.rows()
                .cells(columns, kinds)
                .mapPartitions(new PackFunction(kinds, keepTexts, meaning, source.files()));
    }
}
