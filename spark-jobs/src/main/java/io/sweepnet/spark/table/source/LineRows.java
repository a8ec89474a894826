package io.sweepnet.spark.table.source;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;

/**
 * Rows of lines that this package has parsed. They may have very many columns, since they are no DataFrame, of which
 * Spark would plan every column.
 *
 * @param whole the rows, each made by {@link #row}
 * @param types the columns' types
 */
record LineRows(JavaRDD<Row> whole, List<DataType> types) implements SourceRows {

    /** Number of cells that a row has after those of the columns: file, block and fault. */
    private static final int PLACE = 3;

    /**
     * Creates a row.
     *
     * @param cells a cell for each column, null where missing
     * @param file URI of the file
     * @param block offset of the part in the file, in bytes; for a DataFrame the partition
     * @param malformed what is wrong with the row as a whole, or null
     */
    static Row row(Object[] cells, String file, long block, String malformed) {
        int width = cells.length;
        Object[] all = new Object[width + PLACE];
        System.arraycopy(cells, 0, all, 0, width);
        all[width] = file;
        all[width + 1] = block;
        all[width + 2] = malformed;
        return RowFactory.create(all);
    }

    @Override
    public DataType type(int column) {
        return types.get(column);
    }

    @Override
    public JavaRDD<SourceRows.Cells> cells(List<Integer> columns, List<CellKind> kinds) {
        int[] wanted = columns.stream().mapToInt(Integer::intValue).toArray();
        return whole.map(row -> new LineCells(row, wanted));
    }

    private static final class LineCells implements Cells {

        private final Row row;
        private final int[] columns;

        LineCells(Row row, int[] columns) {
            this.row = row;
            this.columns = columns;
        }

        @Override
        public double number(int cell) {
            return row.isNullAt(columns[cell]) ? Double.NaN : row.getDouble(columns[cell]);
        }

        @Override
        public String text(int cell) {
            Object value = row.get(columns[cell]);
            return value == null ? null : value.toString();
        }

        @Override
        public String file() {
            return row.getString(row.size() - PLACE);
        }

        @Override
        public long block() {
            return row.getLong(row.size() - PLACE + 1);
        }

        @Override
        public String malformed() {
            return SourceRows.malformed(row);
        }
    }
}
