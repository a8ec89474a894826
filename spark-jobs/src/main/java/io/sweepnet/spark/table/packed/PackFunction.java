package io.sweepnet.spark.table.packed;

import io.sweepnet.spark.table.source.CellKind;
import io.sweepnet.spark.table.source.DataFile;
import io.sweepnet.spark.table.source.FilePart;
import io.sweepnet.spark.table.source.NumberText;
import io.sweepnet.spark.table.source.SourceRows;
import io.sweepnet.spark.table.survey.ReadPlan;
import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Packs the cells of a partition's rows by column. A partition may hold several parts of files, in any order: each
 * becomes one or more pieces, which can be sorted into the order of the files. The number of rows in a piece is
 * limited, so that an executor need not hold a whole part.
 */
final class PackFunction implements FlatMapFunction<Iterator<SourceRows.Cells>, PackedRows> {

    /** Approximate number of cells in a piece: 8 MiB of numbers. */
    private static final int CELLS = 1 << 20;

    private static final int FEWEST_ROWS = 16;

    private static final long serialVersionUID = 1;

    private final CellKind[] kinds;
    private final boolean[] keepTexts;
    private final NumberText meaning;
    private final Map<String, Integer> files = new HashMap<>();

    private PackFunction(ReadPlan plan) {
        this.kinds = plan.kinds().toArray(CellKind[]::new);
        this.keepTexts = plan.keepTexts();
        this.meaning = plan.source().meaning();
        List<DataFile> ofTable = plan.source().files();
        for (int i = 0; i < ofTable.size(); i++) {
            files.put(ofTable.get(i).key(), i);
        }
    }

    /** Returns the rows of a table, packed on the executors. */
    static JavaRDD<PackedRows> pieces(ReadPlan plan) {
        return plan.source().rows().cells(plan.columns(), plan.kinds()).mapPartitions(new PackFunction(plan));
    }

    @Override
    public Iterator<PackedRows> call(Iterator<SourceRows.Cells> rows) {
        return new Pieces(rows);
    }

    private final class Pieces implements Iterator<PackedRows> {

        private final Iterator<SourceRows.Cells> rows;
        private final int mostRows = Math.max(FEWEST_ROWS, CELLS / Math.max(1, kinds.length));

        /** The next row, which begins a piece; null where no rows are left. */
        private SourceRows.Cells row;

        private String file;
        private FilePart place;
        private long first;

        Pieces(Iterator<SourceRows.Cells> rows) {
            this.rows = rows;
            advance();
        }

        private void advance() {
            row = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return row != null;
        }

        @Override
        public PackedRows next() {
            if (row == null) {
                throw new NoSuchElementException();
            }
            if (!isOfThisPart()) {
                file = row.file();
                place = new FilePart(files.get(DataFile.key(URI.create(file))), row.block());
                first = 0;
            }
            PackedRows piece = new PackedRows(place, first, keepTexts);
            while (row != null && piece.rows() < mostRows && isOfThisPart()) {
                add(row, piece);
                advance();
            }
            first += piece.rows();
            return piece.packed();
        }

        private boolean isOfThisPart() {
            return place != null && row.block() == place.block() && row.file().equals(file);
        }
    }

    private void add(SourceRows.Cells row, PackedRows piece) {
        for (int column = 0; column < kinds.length; column++) {
            switch (kinds[column]) {
                case NUMBER -> piece.addNumber(column, row.number(column));
                case UNTYPED -> piece.add(column, row.text(column), meaning);
                default -> piece.addText(column, row.text(column), meaning);
            }
        }
        piece.endRow(row.malformed());
    }
}
