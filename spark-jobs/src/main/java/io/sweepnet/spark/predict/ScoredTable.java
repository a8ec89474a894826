package io.sweepnet.spark.predict;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.sum;

import io.sweepnet.metric.MeanMetric;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.source.CaseSensitiveSession;
import io.sweepnet.spark.table.source.CellReader;
import io.sweepnet.spark.table.source.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DatetimeType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table with its predictions, which are computed when it is written. */
final class ScoredTable {

    /** Spark's default pattern truncates to milliseconds. */
    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS";

    private static final String PART = "part";
    private static final String UNSEEN = "unseen";

    private final List<String> names;

    /**
     * The columns, numbered since names may contain any character, then the summand of the prediction in the metric's sum and
     * the class if it is not one of the model's.
     */
    private final Dataset<Row> rows;

    private final MeanMetric metric;

    private ScoredTable(List<String> names, Dataset<Row> rows, MeanMetric metric) {
        this.names = names;
        this.rows = rows;
        this.metric = metric;
    }

    /**
     * Returns a table whose rows are scored when they are computed.
     *
     * @param numbers the columns of the source that are text in the file and written as numbers
     * @param metric the metric of the predictions
     */
    static ScoredTable of(
            SparkSession spark,
            SourceTable source,
            ScoredColumns added,
            List<CellReader> numbers,
            ScoreFunction score,
            MeanMetric metric) {
        List<String> names = new ArrayList<>(source.names());
        List<DataType> types = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            types.add(source.rows().type(i));
        }
        numbers.forEach(column -> types.set(column.column(), DataTypes.DoubleType));
        names.addAll(added.names());
        types.addAll(added.types());
        StructType schema = new StructType();
        for (DataType type : types) {
            schema = schema.add(numbered(schema.size()), type);
        }
        schema = schema.add(PART, DataTypes.DoubleType).add(UNSEEN, DataTypes.StringType);
        return new ScoredTable(
                names,
                CaseSensitiveSession.like(spark)
                        .createDataFrame(source.rows().whole().mapPartitions(score), schema),
                metric);
    }

    private static String numbered(int column) {
        return "c" + column;
    }

    /** Scores all rows and writes them into a folder. */
    ScoringSummary write(Path folder, PredictSettings settings) {
        Observation observation = new Observation();
        Column reason = col(numbered(names.size() - 1));
        Dataset<Row> counted = rows.observe(
                observation,
                count(lit(1)).as("rows"),
                count(reason).as("without"),
                min(reason).as("reason"),
                count(col(PART)).as("known"),
                sum(col(PART)).as("sum"),
                count(col(UNSEEN)).as("unseen"),
                min(col(UNSEEN)).as("unseenClass"));
        switch (settings.format()) {
            case PARQUET -> named(counted.drop(PART, UNSEEN)).write().parquet(folder.toString());
            case CSV -> csv(counted.drop(PART, UNSEEN), settings.data().csv()).csv(folder.toString());
        }
        try {
            return summary(observation.getAsJava());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted after the rows were written", e);
        }
    }

    private Dataset<Row> named(Dataset<Row> numbered) {
        return numbered.toDF(names.toArray(String[]::new));
    }

    private DataFrameWriter<Row> csv(Dataset<Row> numbered, CsvFormat csv) {
        List<Column> cells = new ArrayList<>();
        for (StructField field : numbered.schema().fields()) {
            cells.add(csvCell(field, csv));
        }
        // Even if the source has no quotes, the output needs them for some cells: without this, Spark quotes with NUL.
        String quote = csv.quote().map(String::valueOf).orElse("\"");
        return named(numbered.select(cells.toArray(Column[]::new)))
                .write()
                .option("header", true)
                .option("sep", String.valueOf(csv.separator()))
                .option("quote", quote)
                .option("escape", quote)
                .option("ignoreLeadingWhiteSpace", false)
                .option("ignoreTrailingWhiteSpace", false)
                .option("timestampFormat", TIME + "XXX")
                .option("timestampNTZFormat", TIME);
    }

    /** Returns a cell as it is written to CSV: fractions have the configured decimal mark. */
    private Column csvCell(StructField field, CsvFormat csv) {
        DataType type = field.dataType();
        Column cell = col(field.name());
        if (type instanceof FractionalType) {
            return csv.decimal() == '.' ? cell : replace(cell.cast(DataTypes.StringType), lit("."), lit(","));
        }
        boolean isText = type instanceof NumericType
                || type instanceof BooleanType
                || type instanceof StringType
                || type instanceof DatetimeType;
        if (!isText) {
            int column = Integer.parseInt(field.name().substring(1));
            throw new InputException("--format: column '" + names.get(column) + "' is " + type.simpleString()
                    + ", which CSV cannot hold; parquet can");
        }
        return cell;
    }

    private ScoringSummary summary(Map<String, Object> counts) {
        long rows = (Long) counts.get("rows");
        long known = (Long) counts.get("known");
        return new ScoringSummary(
                rows,
                rows - (Long) counts.get("without"),
                Optional.ofNullable((String) counts.get("reason")),
                known,
                metric.name(),
                known == 0 ? Double.NaN : metric.value((Double) counts.get("sum"), (double) known),
                (Long) counts.get("unseen"),
                Optional.ofNullable((String) counts.get("unseenClass")));
    }
}
