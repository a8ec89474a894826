package io.sweepnet.spark.table.survey;

import java.io.Serializable;
import java.util.Arrays;

/** The columns that are taken from each row, by their indices among those that were read. */
public final class RowChoice implements Serializable {

    private static final int[] NONE = {};

    private static final long serialVersionUID = 1;

    private final int[] features;
    private final int target;
    private final TargetKind targetKind;
    private final int weight;
    private final int id;
    private final int[] lacking;

    /**
     * Creates a choice.
     *
     * @param features the features, in order
     * @param target the target
     * @param targetKind the kind as which the target is read
     * @param weight the weight; -1 for none
     * @param id the text that names the row; -1 for none
     * @param lacking those of features, target and weight in which some row has no value
     */
    RowChoice(int[] features, int target, TargetKind targetKind, int weight, int id, int[] lacking) {
        this.features = features;
        this.target = target;
        this.targetKind = targetKind;
        this.weight = weight;
        this.id = id;
        this.lacking = lacking;
    }

    /** Returns the columns of the features, in order. */
    public int[] features() {
        return features;
    }

    public int target() {
        return target;
    }

    TargetKind targetKind() {
        return targetKind;
    }

    /** Returns the column of the weight; -1 for none. */
    public int weight() {
        return weight;
    }

    /** Returns the column of the text that names the row; -1 for none. */
    public int id() {
        return id;
    }

    /** Returns the indices of a piece's rows that have a value in every column that is taken. */
    public int[] complete(RowPiece piece) {
        int[] complete = new int[piece.rows()];
        int count = 0;
        for (int row = 0; row < complete.length; row++) {
            if (isComplete(piece, row)) {
                complete[count++] = row;
            }
        }
        return count == complete.length ? complete : count == 0 ? NONE : Arrays.copyOf(complete, count);
    }

    private boolean isComplete(RowPiece piece, int row) {
        for (int index : lacking) {
            RowPiece.Column column = piece.column(index);
            boolean isText = index == target && targetKind == TargetKind.TEXT_CLASSES;
            boolean isMissing = isText ? column.text(row) == null : Double.isNaN(column.number(row));
            if (isMissing) {
                return false;
            }
        }
        return true;
    }

    /** Returns the survey of no rows. */
    public RowSurvey noRows() {
        return new RowSurvey(targetKind);
    }

    /** Returns the survey of a piece's rows. */
    public RowSurvey survey(RowPiece piece) {
        return RowSurvey.of(this, piece);
    }
}
