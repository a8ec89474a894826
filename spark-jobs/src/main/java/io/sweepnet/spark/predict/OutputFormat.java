package io.sweepnet.spark.predict;

/** How predictions are written. */
public enum OutputFormat {
    /** Parquet: columns keep their types, and the features of a CSV file become numbers. */
    PARQUET,
    /** CSV with a header, with the separator, quote and decimal mark of {@code data.csv}; the cells of a CSV file stay. */
    CSV
}
