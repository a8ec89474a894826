package io.sweepnet.spark.predict;

import io.sweepnet.loss.ClassScores;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Network;
import io.sweepnet.spark.table.source.CellReader;
import io.sweepnet.spark.table.source.SourceRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Adds predictions to the rows of a partition, a tile of rows at a time. It returns every row, in order: its columns, the
 * {@link ScoredColumns}, then the summand of the prediction in the metric's sum and the class if it is not one of the
 * model's; these two are null if there are none.
 */
final class ScoreFunction implements FlatMapFunction<Iterator<Row>, Row> {

    private static final long serialVersionUID = 1;

    /** Number of rows that are scored at once. */
    private static final int TILE_ROWS = 512;

    private final Network network;
    private final SavedModel.Inputs inputs;
    private final SavedModel.Target target;
    private final ArrayList<CellReader> features;
    private final ArrayList<CellReader> numbers;
    private final ScoredColumns added;
    private final KnownTarget known;
    private final int width;

    /**
     * @param model a model that names its features and target
     * @param features readers of the model's features, in its order
     * @param numbers readers of the columns that are text in the file and written as numbers
     * @param added the columns to add
     * @param known reads the target, if the table has it
     * @param width number of columns of the source, which are kept
     */
    ScoreFunction(
            SavedModel model,
            List<CellReader> features,
            List<CellReader> numbers,
            ScoredColumns added,
            Optional<KnownTarget> known,
            int width) {
        this.network = model.network();
        this.inputs = model.inputs().orElseThrow();
        this.target = model.target().orElseThrow();
        this.features = new ArrayList<>(features);
        this.numbers = new ArrayList<>(numbers);
        this.added = added;
        this.known = known.orElse(null);
        this.width = width;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            private Iterator<Row> scored = List.<Row>of().iterator();

            @Override
            public boolean hasNext() {
                return scored.hasNext() || rows.hasNext();
            }

            @Override
            public Row next() {
                if (!scored.hasNext()) {
                    scored = scoredTile(rows);
                }
                return scored.next();
            }
        };
    }

    private Iterator<Row> scoredTile(Iterator<Row> rows) {
        List<Row> tile = new ArrayList<>(TILE_ROWS);
        while (tile.size() < TILE_ROWS && rows.hasNext()) {
            tile.add(rows.next());
        }
        double[][] scaled = new double[features.size()][tile.size()];
        String[] reasons = new String[tile.size()];
        for (int at = 0; at < reasons.length; at++) {
            reasons[at] = read(tile.get(at), scaled, at);
        }
        double[][] outputs = network.predict(scaled);
        List<Row> scored = new ArrayList<>(tile.size());
        for (int at = 0; at < reasons.length; at++) {
            scored.add(scored(tile.get(at), outputs, at, reasons[at]));
        }
        return scored.iterator();
    }

    /** Reads and scales a row's features; returns the reason why it cannot be scored, or null. */
    private String read(Row row, double[][] scaled, int at) {
        String malformed = SourceRows.malformed(row);
        if (malformed != null) {
            return "the row " + malformed;
        }
        for (int i = 0; i < scaled.length; i++) {
            CellReader feature = features.get(i);
            double value = feature.number(row);
            if (Double.isNaN(value)) {
                return feature.complaint(row);
            }
            scaled[i][at] = inputs.scaling().apply(i, value);
        }
        return null;
    }

    private Row scored(Row row, double[][] outputs, int at, String reason) {
        int reasonAt = width + added.names().size() - 1;
        Object[] cells = new Object[reasonAt + 3];
        for (int i = 0; i < width; i++) {
            cells[i] = row.get(i);
        }
        for (CellReader column : numbers) {
            double number = column.number(row);
            cells[column.column()] = Double.isNaN(number) ? null : number;
        }
        String why = reason == null && !isFinite(outputs, at) ? "the model's output is no finite number" : reason;
        if (why == null) {
            addPrediction(cells, row, outputs, at);
        }
        cells[reasonAt] = why;
        return RowFactory.create(cells);
    }

    private static boolean isFinite(double[][] outputs, int at) {
        for (double[] output : outputs) {
            if (!Double.isFinite(output[at])) {
                return false;
            }
        }
        return true;
    }

    private void addPrediction(Object[] cells, Row row, double[][] outputs, int at) {
        List<String> classes = target.classes();
        double prediction =
                classes.isEmpty() ? target.scaling().restore(outputs[0][at]) : ClassScores.argmax(outputs, at);
        if (classes.isEmpty()) {
            cells[width] = prediction;
        } else {
            cells[width] = added.prediction(classes.get((int) prediction));
            double[] probabilities = ClassScores.softmax(outputs, at);
            for (int k = 0; k < probabilities.length; k++) {
                cells[width + 1 + k] = probabilities[k];
            }
        }
        if (known != null) {
            cells[cells.length - 2] =
                    known.part(row, classes.isEmpty() ? new double[] {prediction} : logits(outputs, at));
            cells[cells.length - 1] = known.unseen(row);
        }
    }

    private static double[] logits(double[][] outputs, int at) {
        double[] logits = new double[outputs.length];
        for (int k = 0; k < logits.length; k++) {
            logits[k] = outputs[k][at];
        }
        return logits;
    }
}
