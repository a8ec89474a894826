package io.sweepnet.spark.config;

/** What the data file is: the values of {@code data.format}. */
public enum DataFormat implements Labelled {
    /** By the file's name, for now the same as {@link #CSV}. */
    AUTO,
    /** Text with a header line and separated columns. */
    CSV
}
