package io.sweepnet.spark.data;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Packs the text cells of a partition's rows by column. The cell after the last column is the malformed row's text. */
final class PackFunction implements FlatMapFunction<Iterator<Row>, PackedRows> {

    private static final long serialVersionUID = 1;

    private final boolean[] keepTexts;
    private final NumberText meaning;

    PackFunction(boolean[] keepTexts, NumberText meaning) {
        this.keepTexts = keepTexts;
        this.meaning = meaning;
    }

    @Override
    public Iterator<PackedRows> call(Iterator<Row> rows) {
        PackedRows packed = new PackedRows(keepTexts);
        while (rows.hasNext()) {
            Row row = rows.next();
            for (int column = 0; column < keepTexts.length; column++) {
                packed.add(column, row.getString(column), meaning);
            }
            packed.endRow(row.getString(keepTexts.length));
        }
        return List.of(packed.packed()).iterator();
    }
}
