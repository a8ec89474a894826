package io.sweepnet.spark.data;

import io.sweepnet.spark.config.CsvConfig;
import io.sweepnet.spark.config.DataFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as it lies in its files, on the executors.
 *
 * @param given the path as the user gave it
 * @param format what the files are, never {@link DataFormat#AUTO}
 * @param names the columns' names
 * @param kinds what their cells are, one for each name
 * @param rows the rows
 * @param files the files, in reading order
 * @param usualTarget the target by the format's own rule, if it has one
 * @param notes what the user should know, a line each
 */
public record SourceTable(
        String given,
        DataFormat format,
        List<String> names,
        List<CellKind> kinds,
        TableRows rows,
        List<DataFile> files,
        Optional<String> usualTarget,
        List<String> notes) {

    public SourceTable {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** Readers of all columns' cells, by name. */
    public Map<String, CellReader> readers(CsvConfig csv) {
        NumberText meaning = NumberText.of(csv.decimal(), csv.missing());
        Map<String, CellReader> readers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            readers.put(names.get(i), new CellReader(i, names.get(i), kinds.get(i), meaning));
        }
        return readers;
    }
}
