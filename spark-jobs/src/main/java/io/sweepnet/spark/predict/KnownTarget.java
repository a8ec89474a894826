package io.sweepnet.spark.predict;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.data.CellReader;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/** The target in rows that show it, and how far a prediction is off. */
final class KnownTarget implements Serializable {

    private static final long serialVersionUID = 1;

    private final CellReader cells;
    private final boolean isClass;
    private final ClassKind kind;
    private final HashMap<Object, Integer> classes = new HashMap<>();

    KnownTarget(CellReader cells, SavedModel.Target target) {
        this.cells = cells;
        this.isClass = !target.classes().isEmpty();
        this.kind = target.classKind();
        for (int k = 0; k < target.classes().size(); k++) {
            String name = target.classes().get(k);
            classes.put(kind == ClassKind.NUMBER ? key(ScoredColumns.number(name)) : name, k);
        }
    }

    /** Whether columns of a type can show a target: others, such as times, are spelled otherwise here than to learn from. */
    static boolean canBeRead(DataType type) {
        return type instanceof StringType || type instanceof NumericType || type instanceof BooleanType;
    }

    /** Adding 0 makes -0 the same class as 0. */
    private static Object key(double number) {
        return number + 0.0;
    }

    /**
     * Error of a prediction: of a number its square, of a class 0 or 1. A class that the model never saw is an error.
     *
     * @param prediction the number, or the index of the class
     * @return null where the row does not show the target
     */
    Double error(Row row, double prediction) {
        if (!isClass) {
            double residual = cells.number(row) - prediction;
            return Double.isNaN(residual) ? null : residual * residual;
        }
        Object key = classOf(row);
        if (key == null) {
            return null;
        }
        Integer index = classes.get(key);
        return index != null && index == prediction ? 0.0 : 1.0;
    }

    /** The class of a row if the model never saw it, else null. */
    String unseen(Row row) {
        Object key = isClass ? classOf(row) : null;
        return key == null || classes.containsKey(key) ? null : cells.text(row);
    }

    private Object classOf(Row row) {
        if (kind == ClassKind.NUMBER) {
            double number = cells.number(row);
            return Double.isNaN(number) ? cells.text(row) : key(number);
        }
        String text = cells.text(row);
        return kind == ClassKind.BOOLEAN && text != null ? text.toLowerCase(Locale.ROOT) : text;
    }
}
