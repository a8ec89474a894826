package io.sweepnet.spark.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a table, packed by column on the executors and collected in reading order: files by name, then position. */
final class PackedTable {

    private final SourceTable source;
    private final Map<String, Integer> places;
    private final List<PackedRows> pieces;

    private PackedTable(SourceTable source, Map<String, Integer> places, List<PackedRows> pieces) {
        this.source = source;
        this.places = places;
        this.pieces = pieces;
    }

    /**
     * Collects a table.
     *
     * @param wanted the columns to collect; those that are not there do not count
     * @param texts columns of which the texts are kept beside the numbers
     * @param asText columns that are taken as text, whatever their type
     */
    static PackedTable collect(
            SourceTable source, Set<String> wanted, Set<String> texts, Set<String> asText, NumberText meaning) {
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
        boolean[] keepTexts = new boolean[kinds.size()];
        for (String name : texts) {
            Integer place = places.get(name);
            if (place != null) {
                keepTexts[place] = kinds.get(place) != CellKind.NUMBER;
            }
        }
        PackFunction pack = new PackFunction(kinds, keepTexts, meaning, source.files());
        List<PackedRows> pieces = new ArrayList<>(ReadErrors.told(
                source.given(),
                () -> source.rows().cells(columns, kinds).mapPartitions(pack).collect()));
        pieces.sort(Comparator.comparingInt(PackedRows::file).thenComparingLong(PackedRows::block));
        return new PackedTable(source, places, pieces);
    }

    /** Whether a column was collected. */
    boolean has(String name) {
        return places.containsKey(name);
    }

    /** Where in the pieces a column is that was collected. */
    int column(String name) {
        return places.get(name);
    }

    List<PackedRows> pieces() {
        return pieces;
    }

    /** Rows of the whole table. */
    long rows() {
        return pieces.stream().mapToLong(PackedRows::rows).sum();
    }

    /** A row's place for messages, where rows count from 1 in each file and the header does not count. */
    String place(long row) {
        long before = 0;
        long beforeFile = 0;
        int file = -1;
        for (PackedRows piece : pieces) {
            if (piece.file() != file) {
                file = piece.file();
                beforeFile = before;
            }
            before += piece.rows();
            if (row < before) {
                return "row " + (row - beforeFile + 1) + " of "
                        + source.files().get(file).name();
            }
        }
        throw new IndexOutOfBoundsException("row " + row + " of " + before);
    }
}
