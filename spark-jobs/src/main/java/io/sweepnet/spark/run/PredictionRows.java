package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.random.Ordering;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.run.Predictions.Model;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The predictions of trained models for all rows of a table in the driver: model by model, with rows in reading order.
 * A row is created on demand; at any time the outputs of only one model are in memory.
 */
final class PredictionRows implements Iterable<PredictionRow> {

    private final Predictions predictions;
    private final List<DriverPart> parts;
    private final Optional<List<String>> ids;

    /** The number of rows before each part, and as the last element the number of all rows. */
    private final int[] first;

    /** @param ids the names of the rows, by position in reading order, if they have names */
    PredictionRows(Predictions predictions, List<DriverPart> parts, Optional<List<String>> ids) {
        this.predictions = predictions;
        this.parts = List.copyOf(parts);
        this.ids = ids;
        this.first = new int[parts.size() + 1];
        for (int part = 0; part < parts.size(); part++) {
            first[part + 1] = first[part] + parts.get(part).rows().rows();
        }
    }

    @Override
    public Iterator<PredictionRow> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<PredictionRow> {

        private final int[] order = readingOrder();
        private int model;
        private int next;

        /** The outputs of the current model, [part][output][row]; null before its first row. */
        private double[][][] outputs;

        @Override
        public boolean hasNext() {
            return model < predictions.models().size();
        }

        @Override
        public PredictionRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Model current = predictions.models().get(model);
            if (outputs == null) {
                outputs = outputs(current);
            }
            int part = partOf(order[next]);
            PredictionRow row = row(current, part, outputs[part], order[next] - first[part]);
            next++;
            if (next == order.length) {
                next = 0;
                model++;
                outputs = null;
            }
            return row;
        }
    }

    private double[][][] outputs(Model model) {
        return parts.stream()
                .map(part -> model.network().predict(part.rows().features()))
                .toArray(double[][][]::new);
    }

    private PredictionRow row(Model model, int part, double[][] outputs, int row) {
        DriverPart driverPart = parts.get(part);
        int position = driverPart.rows().position(row);
        String id = ids.map(texts -> texts.get(position)).orElse(null);
        return predictions.row(model, driverPart.name(), driverPart.rows(), outputs, row, id);
    }

    /** Returns the numbers of the rows, counted through all parts, in the order of their positions. */
    private int[] readingOrder() {
        int[] positions = new int[first[parts.size()]];
        for (int part = 0; part < parts.size(); part++) {
            Dataset rows = parts.get(part).rows();
            for (int row = 0; row < rows.rows(); row++) {
                positions[first[part] + row] = rows.position(row);
            }
        }
        return Ordering.ascending(positions.length, (a, b) -> Integer.compare(positions[a], positions[b]));
    }

    private int partOf(int number) {
        int part = parts.size() - 1;
        while (number < first[part]) {
            part--;
        }
        return part;
    }
}
