package io.sweepnet.spark.table.source;

import static org.apache.spark.sql.functions.col;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * LibSVM files: columns {@code label}, {@code x1}, {@code x2} ... up to the highest index in any line. They are read as
 * lines and parsed here, since Spark's own reader names neither file nor line of what it rejects.
 */
final class LibSvmSource {

    /** The largest number of features: they become dense columns, which take memory for every row. */
    private static final int MOST_FEATURES = 1_000_000;

    private LibSvmSource() {}

    static SourceTable open(SparkSession spark, DataLocation location, Set<String> wanted, NumberText meaning) {
        Dataset<Row> raw = spark.read().text(location.patterns());
        Column metadata = raw.metadataColumn("_metadata");
        Dataset<Row> lines =
                raw.select(col("value"), metadata.getField("file_path"), metadata.getField("file_block_start"));
        int found = ReadErrors.reporting(
                location.given(), () -> lines.javaRDD().map(new HighestIndex()).fold(0, Math::max));
        int width = Math.max(found, LibSvmColumns.highestIndex(wanted));
        if (width == 0) {
            throw new InputException(location.given() + " has no feature: a line of a LibSVM file is the target and"
                    + " index:value pairs, as in '1 1:0.5 3:2'");
        }
        if (width > MOST_FEATURES) {
            throw new InputException(location.given() + " has an index of " + width + "; at most " + MOST_FEATURES
                    + " features can be read");
        }
        List<String> names = new ArrayList<>(List.of(LibSvmColumns.LABEL));
        List<CellKind> kinds = new ArrayList<>(List.of(CellKind.UNTYPED));
        List<DataType> types = new ArrayList<>(List.of(DataTypes.StringType));
        for (int i = 1; i <= width; i++) {
            names.add(LibSvmColumns.feature(i));
        }
        kinds.addAll(Collections.nCopies(width, CellKind.NUMBER));
        types.addAll(Collections.nCopies(width, DataTypes.DoubleType));
        return new SourceTable(
                location.given(),
                Optional.of(DataFormat.LIBSVM),
                names,
                kinds,
                new LineRows(lines.javaRDD().flatMap(new Parse(width)), types),
                location.files(),
                Optional.of(LibSvmColumns.LABEL),
                meaning,
                location.notes());
    }

    /** Returns the highest index of a line. */
    private static final class HighestIndex implements Function<Row, Integer> {

        private static final long serialVersionUID = 1;

        @Override
        public Integer call(Row text) {
            LibSvmLine line = LibSvmLine.of(text.getString(0));
            return line == null ? 0 : line.highestIndex();
        }
    }

    /** Parses a line into a row; an empty line has none. */
    private static final class Parse implements FlatMapFunction<Row, Row> {

        private static final long serialVersionUID = 1;

        private final int width;

        Parse(int width) {
            this.width = width;
        }

        @Override
        public Iterator<Row> call(Row text) {
            LibSvmLine line = LibSvmLine.of(text.getString(0));
            if (line == null) {
                return Collections.emptyIterator();
            }
            double[] values = new double[width];
            String complaint = line.read(values);
            Object[] cells = new Object[width + 1];
            cells[0] = line.label();
            for (int i = 0; i < width; i++) {
                cells[i + 1] = values[i];
            }
            return List.of(LineRows.row(cells, text.getString(1), text.getLong(2), complaint))
                    .iterator();
        }
    }
}
