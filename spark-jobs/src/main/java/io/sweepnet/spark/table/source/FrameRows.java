package io.sweepnet.spark.table.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows that Spark provides: of files with typed columns, or of a DataFrame, whose partitions count as the parts of one
 * file. No row is malformed.
 */
final class FrameRows implements SourceRows {

    /** URI of the file to which the rows of a DataFrame are assigned. */
    static final String FRAME = "dataframe:///rows";

    private final Dataset<Row> rows;

    /** The location of a row in its file, in Spark's columns, and a null for its fault; empty for a DataFrame. */
    private final List<Column> place;

    private FrameRows(Dataset<Row> numbered, List<Column> place) {
        this.rows = numbered;
        this.place = place;
    }

    /** Returns rows of files, given as the DataFrame that Spark reads from them, with all their columns. */
    static FrameRows ofFiles(Dataset<Row> files) {
        Dataset<Row> numbered = numbered(files);
        Column metadata = numbered.metadataColumn("_metadata");
        return new FrameRows(
                numbered,
                List.of(
                        metadata.getField("file_path"),
                        metadata.getField("file_block_start"),
                        lit(null).cast(DataTypes.StringType)));
    }

    /** Returns the rows of a DataFrame, with all its columns. */
    static FrameRows ofFrame(Dataset<Row> frame) {
        return new FrameRows(numbered(frame), List.of());
    }

    /**
     * Renames columns to their indices: names may hold any characters, and Spark resolves them without regard to case.
     */
    private static Dataset<Row> numbered(Dataset<Row> frame) {
        return frame.toDF(IntStream.range(0, frame.columns().length)
                .mapToObj(FrameRows::numbered)
                .toArray(String[]::new));
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
        JavaRDD<Row> whole = placed(cells).javaRDD();
        return place.isEmpty() ? whole.mapPartitionsWithIndex(new PlaceRows(), true) : whole;
    }

    @Override
    public JavaRDD<Cells> cells(List<Integer> columns, List<CellKind> kinds) {
        List<Column> cells = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            cells.add(col(numbered(columns.get(i)))
                    .cast(kinds.get(i) == CellKind.NUMBER ? DataTypes.DoubleType : DataTypes.StringType));
        }
        int width = cells.size();
        // Spark's internal rows: converting them would compile code for every column, which takes longer than reading.
        JavaRDD<InternalRow> internal = placed(cells).queryExecution().toRdd().toJavaRDD();
        return place.isEmpty()
                ? internal.mapPartitionsWithIndex(new PlaceCells(), true)
                : internal.map(
                        row -> new FrameCells(row, row.getUTF8String(width).toString(), row.getLong(width + 1)));
    }

    private Dataset<Row> placed(List<Column> cells) {
        List<Column> all = new ArrayList<>(cells);
        all.addAll(place);
        return rows.select(all.toArray(Column[]::new));
    }

    private record FrameCells(InternalRow row, String file, long block) implements Cells {

        @Override
        public double number(int cell) {
            return row.isNullAt(cell) ? Double.NaN : row.getDouble(cell);
        }

        @Override
        public String text(int cell) {
            return row.isNullAt(cell) ? null : row.getUTF8String(cell).toString();
        }

        @Override
        public String malformed() {
            return null;
        }
    }

    /**
     * Adds the location to the cells of a DataFrame's rows; their part is the partition. Its index does not come from
     * Spark's function for it, which the optimiser turns into 0 for rows that it computes in the driver.
     */
    private static final class PlaceCells implements Function2<Integer, Iterator<InternalRow>, Iterator<Cells>> {

        private static final long serialVersionUID = 1;

        @Override
        public Iterator<Cells> call(Integer partition, Iterator<InternalRow> rows) {
            return CollectionConverters.asJava(
                    CollectionConverters.asScala(rows).map(row -> new FrameCells(row, FRAME, partition)));
        }
    }

    /** Adds the location to the whole rows of a DataFrame, as {@link PlaceCells} does to cells. */
    private static final class PlaceRows implements Function2<Integer, Iterator<Row>, Iterator<Row>> {

        private static final long serialVersionUID = 1;

        @Override
        public Iterator<Row> call(Integer partition, Iterator<Row> rows) {
            return CollectionConverters.asJava(
                    CollectionConverters.asScala(rows).map(row -> place(row, partition)));
        }

        private static Row place(Row row, long partition) {
            Object[] cells = new Object[row.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.get(i);
            }
            return LineRows.row(cells, FRAME, partition, null);
        }
    }
}
