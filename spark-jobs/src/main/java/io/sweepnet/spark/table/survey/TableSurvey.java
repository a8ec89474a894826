package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.table.source.DataFile;
import io.sweepnet.spark.table.source.FilePart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The survey of all cells of a table, and the position of each part of its files in reading order. */
public final class TableSurvey {

    private final List<DataFile> files;
    private final CellSurvey cells;

    /** Number of rows of the table before each part, in reading order: files by name, then position. */
    private final TreeMap<FilePart, Long> before = new TreeMap<>();

    /**
     * Merges the surveys of the parts.
     *
     * @param width number of columns that were read
     * @param parts what was found in each part of a file
     */
    public TableSurvey(List<DataFile> files, int width, Map<FilePart, CellSurvey> parts) {
        this.files = files;
        cells = new CellSurvey(width);
        for (Map.Entry<FilePart, CellSurvey> part : new TreeMap<>(parts).entrySet()) {
            before.put(part.getKey(), cells.rows());
            cells.append(part.getValue());
        }
    }

    /** Returns what was found in all cells; rows are indexed in reading order. */
    CellSurvey cells() {
        return cells;
    }

    /** Returns the number of rows of the table before each part of a file. */
    public Map<FilePart, Long> before() {
        return before;
    }

    /**
     * Returns a row's location for messages: its number in its file, from 1 and without the header, and the file's
     * name.
     */
    String place(long row) {
        if (row < 0 || row >= cells.rows()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + cells.rows());
        }
        int file = 0;
        long beforeFile = 0;
        for (Map.Entry<FilePart, Long> part : before.entrySet()) {
            if (part.getValue() > row) {
                break;
            }
            if (part.getKey().file() != file) {
                file = part.getKey().file();
                beforeFile = part.getValue();
            }
        }
        return "row " + (row - beforeFile + 1) + " of " + files.get(file).name();
    }
}
