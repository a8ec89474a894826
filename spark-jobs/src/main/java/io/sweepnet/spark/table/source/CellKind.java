package io.sweepnet.spark.table.source;

import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/** What the file says of a column's cells. */
public enum CellKind {
    /** Text of a file without types: a number where it reads as one. */
    UNTYPED,
    /** Numbers. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Text, or whatever else is no number. */
    TEXT;

    /** What the cells of a column are whose type is known. */
    static CellKind of(DataType type) {
        if (type instanceof NumericType) {
            return NUMBER;
        }
        return type instanceof BooleanType ? BOOLEAN : TEXT;
    }
}
