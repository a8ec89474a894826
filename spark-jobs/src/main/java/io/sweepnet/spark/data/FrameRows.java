package io.sweepnet.spark.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Rows that Spark reads by itself, of files that know their columns. None of them is malformed. */
final class FrameRows implements TableRows {

    private final Dataset<Row> rows;
    private final List<Column> place;

    /** @param files what Spark made of files, with all their columns */
    FrameRows(Dataset<Row> files) {
        // By number, for names may hold anything, and Spark would look them up without regard to case.
        this.rows = files.toDF(IntStream.range(0, files.columns().length)
                .mapToObj(FrameRows::numbered)
                .toArray(String[]::new));
        Column metadata = rows.metadataColumn("_metadata");
        this.place = List.of(
                metadata.getField("file_path"),
                metadata.getField("file_block_start"),
                lit(null).cast(DataTypes.StringType));
    }

    private static String numbered(int column) {
        return "c" + column;
    }

    @Override
    public DataType type(int column) {
        return rows.schema().fields()[column].dataType();
    }

    @Override
    public JavaRDD<Row> whole() {
        List<Column> cells = new ArrayList<>();
        for (String column : rows.columns()) {
            cells.add(col(column));
        }
        return placed(cells).javaRDD();
    }

    @Override
    public JavaRDD<RowCells> cells(List<Integer> columns, List<CellKind> kinds) {
        List<Column> cells = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            cells.add(col(numbered(columns.get(i)))
                    .cast(kinds.get(i) == CellKind.NUMBER ? DataTypes.DoubleType : DataTypes.StringType));
        }
        int width = cells.size();
        // Spark's own rows, for to make others of them it compiles code for every column, which takes longer than to
        // read.
        return placed(cells).queryExecution().toRdd().toJavaRDD().map(row -> new Cells(row, width));
    }

    private Dataset<Row> placed(List<Column> cells) {
        List<Column> all = new ArrayList<>(cells);
        all.addAll(place);
        return rows.select(all.toArray(Column[]::new));
    }

    private record Cells(InternalRow row, int width) implements RowCells {

        @Override
        public double number(int cell) {
            return row.isNullAt(cell) ? Double.NaN : row.getDouble(cell);
        }

        @Override
        public String text(int cell) {
            return row.isNullAt(cell) ? null : row.getUTF8String(cell).toString();
        }

        @Override
        public String file() {
            return row.getUTF8String(width).toString();
        }

        @Override
        public long block() {
            return row.getLong(width + 1);
        }

        @Override
        public String malformed() {
            return null;
        }
    }
}
