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
        List<PackedRows> pieces = new ArrayList<>(ReadErrors.told(
                plan.source().given(), () -> PackFunction.pieces(plan).collect()));
        pieces.sort(PackedRows.READING_ORDER);
        return new CollectedRows(plan, pieces);
    }

    /** Whether a column was collected. */
    boolean has(String name) {
        return plan.places().containsKey(name);
    }

    /** Where in the pieces a column is that was collected. */
    int column(String name) {
        return plan.places().get(name);
    }

    List<PackedRows> pieces() {
        return pieces;
    }

    /** What the cells are. */
    TableSurvey survey() {
        Map<FilePart, CellSurvey> parts = new HashMap<>();
        for (PackedRows piece : pieces) {
            parts.computeIfAbsent(piece.place(), place -> new CellSurvey(plan.width()))
                    .append(piece.survey());
        }
        return new TableSurvey(plan.source().files(), plan.width(), parts);
    }

    /** What the rows are. */
    RowSurvey survey(RowChoice choice) {
        RowSurvey survey = choice.noRows();
        pieces.forEach(piece -> survey.append(choice.survey(piece)));
        return survey;
    }

    /** The complete rows of each piece. */
    List<int[]> complete(RowChoice choice) {
        return pieces.stream().map(choice::complete).toList();
    }

    /**
     * The places of some rows in reading order.
     *
     * @param rows rows of each piece
     * @param count how many they are
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

    /** A column's numbers in some rows. */
    double[] numbers(int column, List<int[]> rows, int count) {
        return numbers(column, rows, count, PackedRows.Column::number);
    }

    /** The same, where it is told what the number of a cell is. */
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

    /** A column's numbers for good: from here on they are the caller's, and the pieces hold them no more. */
    double[] takeNumbers(int column, List<int[]> rows, int count) {
        double[] numbers = numbers(column, rows, count);
        pieces.forEach(piece -> piece.column(column).releaseNumbers());
        return numbers;
    }

    /** What a cell is as a number. */
    @FunctionalInterface
    interface CellNumber {
        double of(PackedRows.Column cells, int row);
    }

    /** A column's texts in all rows, null where missing. */
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
