package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Parquet files. Columns are matched by name in every file; one that a file lacks is missing in its rows. */
final class ParquetSource {

    private ParquetSource() {}

    static SourceTable open(SparkSession spark, DataLocation location, NumberText meaning) {
        SparkSession session = CaseSensitiveSession.like(spark);
        Dataset<Row> raw;
        try {
            raw = session.read().option("mergeSchema", true).parquet(location.patterns());
        } catch (Exception e) {
            throw explained(session, location, e);
        }
        List<String> names = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        for (StructField field : raw.schema().fields()) {
            names.add(field.name());
            kinds.add(CellKind.of(field.dataType()));
        }
        return new SourceTable(
                location.given(),
                Optional.of(DataFormat.PARQUET),
                names,
                kinds,
                FrameRows.ofFiles(raw),
                location.files(),
                Optional.empty(),
                meaning,
                location.notes());
    }

    /**
     * Returns an error that names the column on which the files disagree, or the broken file; Spark's message names
     * neither well.
     */
    private static InputException explained(SparkSession spark, DataLocation location, Exception failure) {
        Map<String, DataType> types = new LinkedHashMap<>();
        Map<String, String> first = new LinkedHashMap<>();
        for (DataFile file : location.files()) {
            StructType schema;
            try {
                schema = spark.read().parquet(file.literalPattern()).schema();
            } catch (Exception e) {
                return new InputException(
                        location.given() + ": '" + file.name() + "' is no Parquet file that can be read: "
                                + ReadErrors.reason(e),
                        e);
            }
            for (StructField field : schema.fields()) {
                DataType known = types.putIfAbsent(field.name(), field.dataType());
                if (known != null && !known.sameType(field.dataType())) {
                    return new InputException(location.given() + ": column '" + field.name() + "' is "
                            + field.dataType().simpleString() + " in '" + file.name() + "' and "
                            + known.simpleString() + " in '" + first.get(field.name())
                            + "'; write it with one type in every file");
                }
                first.putIfAbsent(field.name(), file.name());
            }
        }
        return new InputException(location.given() + " cannot be read: " + ReadErrors.reason(failure), failure);
    }
}
