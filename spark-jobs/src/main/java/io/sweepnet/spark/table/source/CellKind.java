package io.sweepnet.spark.table.source;

import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/** The type of a column's cells by the file or the DataFrame. */
public enum CellKind {
    /** Text of a file without types; a cell is a number if it can be parsed as one. */
    UNTYPED,
    /** Numbers. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Text, or any other type that is not a number. */
    TEXT;

    /** Returns the kind of the cells of a column of a Spark type. */
    static CellKind of(DataType type) {
        if (type instanceof NumericType) {
            return NUMBER;
        }
        return type instanceof BooleanType ? BOOLEAN : TEXT;
    }
}
