package io.sweepnet.spark.data;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Packs the cells of a partition's rows by column. A partition may hold several parts of files, in any order: each becomes
 * a piece of its own, so that the driver can put them into the order of the files.
 */
final class PackFunction implements FlatMapFunction<Iterator<RowCells>, PackedRows> {

    private static final long serialVersionUID = 1;

    private final List<CellKind> kinds;
    private final boolean[] keepTexts;
    private final NumberText meaning;
    private final Map<String, Integer> files = new HashMap<>();

    /**
     * @param kinds what the columns hold; numbers are asked for as such, all else as text
     * @param keepTexts of which columns the texts are wanted
     */
    PackFunction(List<CellKind> kinds, boolean[] keepTexts, NumberText meaning, List<DataFile> files) {
        this.kinds = List.copyOf(kinds);
        this.keepTexts = keepTexts;
        this.meaning = meaning;
        for (int i = 0; i < files.size(); i++) {
            this.files.put(files.get(i).key(), i);
        }
    }

    @Override
    public Iterator<PackedRows> call(Iterator<RowCells> rows) {
        CellKind[] kindOf = kinds.toArray(CellKind[]::new);
        int width = kindOf.length;
        List<PackedRows> pieces = new ArrayList<>();
        PackedRows piece = null;
        String file = null;
        while (rows.hasNext()) {
            RowCells row = rows.next();
            String rowFile = row.file();
            long block = row.block();
            if (piece == null || piece.block() != block || !rowFile.equals(file)) {
                file = rowFile;
                piece = new PackedRows(files.get(DataFile.key(URI.create(file))), block, keepTexts);
                pieces.add(piece);
            }
            for (int column = 0; column < width; column++) {
                switch (kindOf[column]) {
                    case NUMBER -> piece.addNumber(column, row.number(column));
                    case UNTYPED -> piece.add(column, row.text(column), meaning);
                    default -> piece.addText(column, row.text(column), meaning);
                }
            }
            piece.endRow(row.malformed());
        }
        return pieces.stream().map(PackedRows::packed).iterator();
    }
}
