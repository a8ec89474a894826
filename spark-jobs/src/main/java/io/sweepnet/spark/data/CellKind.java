package io.sweepnet.spark.data;

/** What the file says of a column's cells. */
public enum CellKind {
    /** Text of a file without types: a number where it reads as one. */
    UNTYPED,
    /** Numbers. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Text, or whatever else is no number. */
    TEXT
}
