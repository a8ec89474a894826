package io.sweepnet.spark.table.source;

import java.net.URI;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Parses the lines of a partition into rows. A line comes with the URI of its file and the offset of its part of the
 * file.
 */
final class CsvRows implements FlatMapFunction<Iterator<InternalRow>, Row> {

    private static final long serialVersionUID = 1;

    private final CsvLine.Marks marks;
    private final int width;
    private final HashMap<String, int[]> columnsByFile;

    /**
     * Creates the function.
     *
     * @param width number of columns of the table
     * @param columnsByFile by a file's key, the column of each of its cells; files without a header are absent
     */
    CsvRows(CsvLine.Marks marks, int width, Map<String, int[]> columnsByFile) {
        this.marks = marks;
        this.width = width;
        this.columnsByFile = new HashMap<>(columnsByFile);
    }

    @Override
    public Iterator<Row> call(Iterator<InternalRow> lines) {
        return new Rows(lines);
    }

    private final class Rows implements Iterator<Row> {

        private final Iterator<InternalRow> lines;
        private UTF8String uri;
        private String file;
        private long block;
        private int[] columns;
        private boolean isHeaderNext;
        private Row next;

        Rows(Iterator<InternalRow> lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            while (next == null && lines.hasNext()) {
                next = read(lines.next());
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }

        /** Returns the row of a line; null for a header or an empty line. */
        private Row read(InternalRow text) {
            locate(text.getUTF8String(1), text.getLong(2));
            String line = text.getUTF8String(0).toString();
            if (marks.isEmpty(line)) {
                return null;
            }
            if (isHeaderNext) {
                isHeaderNext = false;
                return null;
            }
            CsvLine parts = CsvLine.of(line, marks);
            List<String> found = parts.cells();
            Object[] cells = new Object[width];
            for (int i = 0; i < columns.length && i < found.size(); i++) {
                cells[columns[i]] = found.get(i);
            }
            return LineRows.row(cells, file, block, parts.fault(columns.length));
        }

        /**
         * Sets the file and the part of a line. Parts of files follow each other, and only the first part of a file has
         * the header.
         */
        private void locate(UTF8String lineUri, long lineBlock) {
            if (lineUri.equals(uri) && lineBlock == block) {
                return;
            }
            // Spark reuses the memory of its rows.
            uri = lineUri.clone();
            file = uri.toString();
            block = lineBlock;
            columns = columnsByFile.get(DataFile.key(URI.create(file)));
            isHeaderNext = block == 0;
        }
    }
}
