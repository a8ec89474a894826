package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.table.source.BrokenText;
import java.io.Serializable;

/**
 * Facts about consecutive rows in the columns that are taken from them. The size does not depend on the number of rows,
 * except through the names of classes.
 */
public final class RowSurvey implements Serializable {

    private static final long serialVersionUID = 1;

    private long rows;
    private long complete;
    private final TargetSurvey target;
    private BrokenText brokenId = BrokenText.NONE;
    private long firstNegative = -1;
    private double negativeWeight;
    private double totalWeight;
    private final ColumnLikeness columns;

    private RowSurvey(TargetSurvey target, ColumnLikeness columns) {
        this.target = target;
        this.columns = columns;
    }

    /** Creates the survey of no rows. */
    RowSurvey(TargetKind target) {
        this(new TargetSurvey(target), ColumnLikeness.none());
    }

    static RowSurvey of(RowChoice choice, RowPiece piece) {
        int[] complete = choice.complete(piece);
        TargetSurvey target =
                TargetSurvey.of(choice.targetKind(), piece.column(choice.target()), piece.rows(), complete);
        RowSurvey survey = new RowSurvey(target, likeness(choice, piece, complete));
        survey.rows = piece.rows();
        survey.complete = complete.length;
        if (choice.id() >= 0) {
            survey.addIds(piece.column(choice.id()), piece.rows());
        }
        if (choice.weight() >= 0) {
            survey.addWeights(piece.column(choice.weight()), complete);
        }
        return survey;
    }

    private static ColumnLikeness likeness(RowChoice choice, RowPiece piece, int[] complete) {
        int features = choice.features().length;
        boolean isNumber = choice.targetKind() == TargetKind.NUMBERS;
        double[][] numbers = new double[isNumber ? features + 1 : features][];
        for (int i = 0; i < numbers.length; i++) {
            int column = i < features ? choice.features()[i] : choice.target();
            numbers[i] = numbers(piece.column(column), complete, piece.rows());
        }
        return ColumnLikeness.of(numbers);
    }

    /** Returns a column's numbers in some rows of a piece; for all rows the column's own array. */
    public static double[] numbers(RowPiece.Column column, int[] some, int rows) {
        if (some.length == rows) {
            return column.numbers();
        }
        double[] numbers = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            numbers[i] = column.number(some[i]);
        }
        return numbers;
    }

    private void addIds(RowPiece.Column ids, int count) {
        for (int row = 0; row < count; row++) {
            brokenId = brokenId.orOf(row, ids.text(row));
        }
    }

    private void addWeights(RowPiece.Column weights, int[] complete) {
        for (int row : complete) {
            double weight = weights.number(row);
            if (weight < 0 && firstNegative < 0) {
                firstNegative = row;
                negativeWeight = weight;
            }
            totalWeight += weight;
        }
    }

    /** Adds the rows that follow. */
    public void append(RowSurvey next) {
        target.append(next.target, rows);
        brokenId = brokenId.orOf(next.brokenId, rows);
        if (firstNegative < 0 && next.firstNegative >= 0) {
            firstNegative = rows + next.firstNegative;
            negativeWeight = next.negativeWeight;
        }
        totalWeight += next.totalWeight;
        columns.append(next.columns);
        rows += next.rows;
        complete += next.complete;
    }

    /** Returns the number of all rows. */
    long rows() {
        return rows;
    }

    /** Returns the number of rows without missing values. */
    long complete() {
        return complete;
    }

    public TargetSurvey target() {
        return target;
    }

    /** Returns the first id that is not in UTF-8. */
    BrokenText brokenId() {
        return brokenId;
    }

    /** Returns the index of the row of the first weight below 0; -1 for none. */
    long firstNegative() {
        return firstNegative;
    }

    /** Returns the weight in row {@link #firstNegative}. */
    double negativeWeight() {
        return negativeWeight;
    }

    /** Returns the sum of the complete rows' weights; its last bits depend on the order of summing. */
    double totalWeight() {
        return totalWeight;
    }

    /**
     * Returns which columns are constant or copies in the complete rows: features and, where it is a number, the
     * target.
     */
    ColumnLikeness columns() {
        return columns;
    }
}
