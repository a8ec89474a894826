package io.sweepnet.spark.table;

/** The format of data files: the values of {@code data.format}. */
public enum DataFormat {
    /** Determined by the files' names, or where these show no format by the first bytes of the first file. */
    AUTO,
    /** Text with a header line and separated columns. */
    CSV,
    /** Apache Parquet: columns with types. */
    PARQUET,
    /** A line per row: the target, and index:value for every feature that is not 0, with indices from 1. */
    LIBSVM
}
