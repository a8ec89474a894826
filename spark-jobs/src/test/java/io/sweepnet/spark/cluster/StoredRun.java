package io.sweepnet.spark.cluster;

import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The one run of a results folder.
 *
 * @param run what it says of itself
 * @param tables the cells of all other tables, by table and row, but for those that no two runs share; numbers are boxed,
 *     so that equal means equal in every bit
 */
record StoredRun(RunRow run, Map<String, List<List<Object>>> tables) {

    private static final Set<String> OF_ONE_RUN = Set.of("runId", "elapsedSeconds", "wallSeconds");

    static StoredRun read(Path results) throws ReflectiveOperationException {
        try (ResultsFolder folder = new ResultsFolder(results.toString(), new Configuration(false))) {
            List<RunRow> runs = folder.read(ResultTable.RUNS);
            if (runs.size() != 1) {
                throw new AssertionError(results + " has not one row in runs, but " + runs);
            }
            Map<String, List<List<Object>>> tables = new LinkedHashMap<>();
            for (ResultTable<?> table : ResultTable.ALL) {
                if (table != ResultTable.RUNS) {
                    tables.put(table.name(), cells(folder.read(table)));
                }
            }
            return new StoredRun(runs.get(0), tables);
        }
    }

    private static List<List<Object>> cells(List<? extends Record> rows) throws ReflectiveOperationException {
        List<List<Object>> all = new ArrayList<>();
        for (Record row : rows) {
            List<Object> cells = new ArrayList<>();
            for (RecordComponent component : row.getClass().getRecordComponents()) {
                if (!OF_ONE_RUN.contains(component.getName())) {
                    cells.add(component.getAccessor().invoke(row));
                }
            }
            all.add(cells);
        }
        // Several files of a table are read in an order that means nothing.
        all.sort(Comparator.comparing(Object::toString));
        return all;
    }
}
