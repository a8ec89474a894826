package io.sweepnet.spark.table.packed;

import io.sweepnet.spark.table.source.FilePart;
import io.sweepnet.spark.table.source.ReadErrors;
import io.sweepnet.spark.table.survey.CellSurvey;
import io.sweepnet.spark.table.survey.ReadPlan;
import io.sweepnet.spark.table.survey.RowChoice;
import io.sweepnet.spark.table.survey.RowSurvey;
import io.sweepnet.spark.table.survey.TableSurvey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table, packed by column on the executors and collected in reading order. */
final class CollectedRows {

    private final ReadPlan plan;
    private final List<PackedRows> pieces;

    private CollectedRows(ReadPlan plan, List<PackedRows> pieces) {
        this.plan = plan;
        this.pieces = pieces;
    }

    /** Collects the columns of a plan. */
    static CollectedRows collect(ReadPlan plan) {
        List<PackedRows> pieces = new ArrayList<>(ReadErrors.reporting(
                plan.source().given(), () -> PackFunction.pieces(plan).collect()));
        pieces.sort(PackedRows.READING_ORDER);
        return new CollectedRows(plan, pieces);
    }

    /** Returns what was found in the cells. */
    TableSurvey survey() {
        Map<FilePart, CellSurvey> parts = new HashMap<>();
        for (PackedRows piece : pieces) {
            parts.computeIfAbsent(piece.part(), part -> new CellSurvey(plan.width()))
                    .append(piece.survey());
        }
        return new TableSurvey(plan.source().files(), plan.width(), parts);
    }

    /** Returns what was found in the rows. */
    RowSurvey survey(RowChoice choice) {
        RowSurvey survey = choice.noRows();
        pieces.forEach(piece -> survey.append(choice.survey(piece)));
        return survey;
    }

    /** Returns the indices of the complete rows of each piece. */
    List<int[]> complete(RowChoice choice) {
        return pieces.stream().map(choice::complete).toList();
    }

    /**
     * Returns the positions of some rows in reading order.
     *
     * @param rows indices of rows of each piece
     * @param count their number in all pieces
     */
    int[] positions(List<int[]> rows, int count) {
        int[] positions = new int[count];
        int at = 0;
        int before = 0;
        for (int i = 0; i < pieces.size(); i++) {
            for (int row : rows.get(i)) {
                positions[at++] = before + row;
            }
            before += pieces.get(i).rows();
        }
        return positions;
    }

    /** Returns a column's numbers in some rows. */
    double[] numbers(int column, List<int[]> rows, int count) {
        return numbers(column, rows, count, PackedRows.Column::number);
    }

    /** Returns the numbers that a function gives for a column's cells in some rows. */
    double[] numbers(int column, List<int[]> rows, int count, CellNumber number) {
        double[] numbers = new double[count];
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            PackedRows.Column cells = pieces.get(i).column(column);
            for (int row : rows.get(i)) {
                numbers[at++] = number.of(cells, row);
            }
        }
        return numbers;
    }

    /** Returns a column's numbers and removes them from the pieces, so that the caller has the only copy. */
    double[] takeNumbers(int column, List<int[]> rows, int count) {
        double[] numbers = numbers(column, rows, count);
        pieces.forEach(piece -> piece.column(column).releaseNumbers());
        return numbers;
    }

    /** Gives the number of a cell. */
    @FunctionalInterface
    interface CellNumber {
        double of(PackedRows.Column cells, int row);
    }

    /** Returns a column's texts in all rows, null where missing. */
    List<String> texts(int column) {
        List<String> texts = new ArrayList<>();
        for (PackedRows piece : pieces) {
            for (int row = 0; row < piece.rows(); row++) {
                texts.add(piece.column(column).text(row));
            }
        }
        return texts;
    }
}
