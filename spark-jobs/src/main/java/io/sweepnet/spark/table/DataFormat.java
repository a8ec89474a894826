package io.sweepnet.spark.table;

/** What the data files are: the values of {@code data.format}. */
public enum DataFormat {
    /** By the files' names; what they do not tell is taken for {@link #CSV}. */
    AUTO,
    /** Text with a header line and separated columns. */
    CSV,
    /** Columns with types. */
    PARQUET,
    /** A line per row: the target, and index:value for every feature that is not 0, indices from 1. */
    LIBSVM
}
