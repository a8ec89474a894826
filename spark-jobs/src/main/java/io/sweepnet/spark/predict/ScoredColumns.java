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
 * which tells why a row has no prediction.
 *
 * @param names their names, in order
 * @param types their types, one for each
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
            // As the target spells it: 1 and not 1.0.
            return DataTypes.StringType;
        }
        return switch (target.classKind()) {
            case TEXT -> DataTypes.StringType;
            case BOOLEAN -> DataTypes.BooleanType;
            case NUMBER -> DataTypes.DoubleType;
        };
    }

    /** The class of a name, as the column of predictions holds it. */
    Object prediction(String name) {
        DataType type = types.get(0);
        if (type.equals(DataTypes.BooleanType)) {
            return Boolean.valueOf(name);
        }
        return type.equals(DataTypes.DoubleType) ? number(name) : name;
    }

    /** The number that names a class, in whatever decimal mark it was written. */
    static double number(String name) {
        return Double.parseDouble(name.replace(',', '.'));
    }

    /**
     * Checks that no column of the data has one of these names, also by another case, which many readers take for the same.
     *
     * @throws InputException naming the column
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
