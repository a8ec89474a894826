package io.sweepnet.spark.data;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** The rows of a table, packed by column on the executors and collected in reading order: files by name, then position. */
final class PackedTable {

    private final SourceTable source;
    private final List<PackedRows> pieces;

    private PackedTable(SourceTable source, List<PackedRows> pieces) {
        this.source = source;
        this.pieces = pieces;
    }

    /**
     * Collects a table.
     *
     * @param texts columns of which the texts are kept beside the numbers
     * @param asText columns that are taken as text, whatever their type
     */
    static PackedTable collect(SourceTable source, Set<String> texts, Set<String> asText, NumberText meaning) {
        int width = source.names().size();
        List<CellKind> kinds = new ArrayList<>();
        boolean[] keepTexts = new boolean[width];
        List<Column> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = source.names().get(i);
            CellKind kind = source.kinds().get(i);
            kind = kind == CellKind.NUMBER && asText.contains(name) ? CellKind.TEXT : kind;
            kinds.add(kind);
            keepTexts[i] = kind != CellKind.NUMBER && texts.contains(name);
            Column cell = col(SourceTable.numbered(i));
            cells.add(cell.cast(kind == CellKind.NUMBER ? DataTypes.DoubleType : DataTypes.StringType));
        }
        Column[] columns =
                SourceTable.columns(cells, col(SourceTable.FILE), col(SourceTable.BLOCK), col(SourceTable.MALFORMED));
        // Spark's own rows, for to make others of them it compiles code for every column, which takes longer than to
        // read.
        PackFunction pack = new PackFunction(kinds, keepTexts, meaning, source.files());
        List<PackedRows> pieces = new ArrayList<>(ReadErrors.told(
                source.given(),
                () -> source.rows()
                        .select(columns)
                        .queryExecution()
                        .toRdd()
                        .toJavaRDD()
                        .mapPartitions(pack)
                        .collect()));
        pieces.sort(Comparator.comparingInt(PackedRows::file).thenComparingLong(PackedRows::block));
        return new PackedTable(source, pieces);
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
