package io.sweepnet.spark.predict;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.input.InputException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The columns that scoring adds: {@code prediction}, for classes a {@code probability_NAME} of each, and {@code reason},
 * the reason why a row has no prediction.
 *
 * @param names names of the columns, in order
 * @param types types of the columns, one for each
 */
record ScoredColumns(List<String> names, List<DataType> types) implements Serializable {

    static ScoredColumns of(SavedModel.Target target, OutputFormat format, String prefix) {
        List<String> names = new ArrayList<>(List.of(prefix + "prediction"));
        List<DataType> types = new ArrayList<>(List.of(predictionType(target, format)));
        for (String name : target.classes()) {
            names.add(prefix + "probability_" + name);
            types.add(DataTypes.DoubleType);
        }
        names.add(prefix + "reason");
        types.add(DataTypes.StringType);
        return new ScoredColumns(List.copyOf(names), List.copyOf(types));
    }

    private static DataType predictionType(SavedModel.Target target, OutputFormat format) {
        if (target.classes().isEmpty()) {
            return DataTypes.DoubleType;
        }
        if (format == OutputFormat.CSV) {
            // Text keeps the spelling of the target: 1 and not 1.0.
            return DataTypes.StringType;
        }
        return switch (target.classKind()) {
            case TEXT -> DataTypes.StringType;
            case BOOLEAN -> DataTypes.BooleanType;
            case NUMBER -> DataTypes.DoubleType;
        };
    }

    /** Returns a class as the prediction column holds it. */
    Object prediction(String name) {
        DataType type = types.get(0);
        if (type.equals(DataTypes.BooleanType)) {
            return Boolean.valueOf(name);
        }
        return type.equals(DataTypes.DoubleType) ? number(name) : name;
    }

    /** Returns the number that is the name of a class, written with a decimal point or comma. */
    static double number(String name) {
        return Double.parseDouble(name.replace(',', '.'));
    }

    /**
     * Checks that no column of the data has one of these names. Case is ignored, since many readers ignore it.
     *
     * @throws InputException if a column has one of these names; the message names it
     */
    void requireFree(String given, List<String> columns) {
        for (String column : columns) {
            if (names.stream().anyMatch(column::equalsIgnoreCase)) {
                throw new InputException("--data: " + given + " has a column '" + column
                        + "', and predict adds one of that name; --prefix gives the new columns other names");
            }
        }
    }
}
