package io.sweepnet.spark.predict;

/** The file format of predictions. */
public enum OutputFormat {
    /** Parquet: columns keep their types, and the features of a CSV source become numbers. */
    PARQUET,
    /**
     * CSV with a header and the separator, quote and decimal mark of {@code data.csv}; the cells of a CSV source stay as they
     * are.
     */
    CSV
}
