package io.sweepnet.spark.predict;

import io.sweepnet.metric.MeanMetric;
import io.sweepnet.metric.Metrics;
import io.sweepnet.metric.PredictedRows;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.table.source.CellReader;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/** Reads the target of rows that have it, and scores predictions against it. */
final class KnownTarget implements Serializable {

    private static final long serialVersionUID = 1;

    /** The index of a class that is not one of the model's. */
    private static final int UNSEEN = -1;

    private final CellReader cells;
    private final MeanMetric metric;
    private final boolean isClass;
    private final ClassKind kind;
    private final HashMap<Object, Integer> classes = new HashMap<>();

    KnownTarget(CellReader cells, SavedModel.Target target) {
        this.cells = cells;
        this.metric = metric(target);
        this.isClass = !target.classes().isEmpty();
        this.kind = target.classKind();
        for (int k = 0; k < target.classes().size(); k++) {
            String name = target.classes().get(k);
            classes.put(kind == ClassKind.NUMBER ? key(ScoredColumns.number(name)) : name, k);
        }
    }

    /** Returns whether a column type can hold the target. Others, such as times, are formatted differently in training. */
    static boolean canBeRead(DataType type) {
        return type instanceof StringType || type instanceof NumericType || type instanceof BooleanType;
    }

    /** Returns the key of a numeric class; adding 0 makes -0 the same class as 0. */
    private static Object key(double number) {
        return number + 0.0;
    }

    /** Returns the metric of the predictions: RMSE for a number, accuracy for classes. */
    static MeanMetric metric(SavedModel.Target target) {
        return target.classes().isEmpty() ? Metrics.RMSE : Metrics.ACCURACY;
    }

    /**
     * Returns the summand of a row in the sum from which the {@link #metric} is computed. A class that is not one of the
     * model's always counts as predicted wrongly.
     *
     * @param outputs the prediction in the target's own units, or the logits of the classes
     * @return null if the row does not have the target
     */
    Double part(Row row, double[] outputs) {
        if (isClass) {
            Object key = classOf(row);
            return key == null ? null : metric.sum(PredictedRows.ofRow(classes.getOrDefault(key, UNSEEN), outputs));
        }
        double number = cells.number(row);
        return Double.isNaN(number) ? null : metric.sum(PredictedRows.ofRow(number, outputs));
    }

    /** Returns the class of a row if it is not one of the model's, else null. */
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
