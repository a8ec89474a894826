package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.ClassScores;
import io.sweepnet.network.Network;
import io.sweepnet.random.Ordering;
import io.sweepnet.spark.results.PredictionRow;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What trained models predict for every row of the table, model by model, rows in reading order. A row is made when it is
 * asked for; at any time the outputs of one model are held, as plain numbers.
 */
final class PredictionRows implements Iterable<PredictionRow> {

    /** A part of the table: its name, its rows, and the number of its first row where all parts' rows are counted. */
    private record Part(String name, Dataset rows, int first) {}

    private final String runId;
    private final PreparedData data;
    private final List<ModelRun> models;
    private final Part[] parts;

    PredictionRows(String runId, PreparedData data, List<ModelRun> models) {
        this.runId = runId;
        this.data = data;
        this.models = List.copyOf(models);
        this.parts = new Part[data.parts().size()];
        int part = 0;
        int first = 0;
        for (var entry : data.parts().entrySet()) {
            parts[part++] = new Part(entry.getKey(), entry.getValue(), first);
            first += entry.getValue().rows();
        }
    }

    @Override
    public Iterator<PredictionRow> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<PredictionRow> {

        private final int[] order = readingOrder();
        private int model;
        private int place;

        /** Of the model whose rows are asked for, [part][output][row]. */
        private double[][][] outputs;

        @Override
        public boolean hasNext() {
            return model < models.size();
        }

        @Override
        public PredictionRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            ModelRun run = models.get(model);
            if (outputs == null) {
                outputs = outputs(run);
            }
            int part = partOf(order[place]);
            PredictionRow row = row(run, parts[part], outputs[part], order[place] - parts[part].first());
            place++;
            if (place == order.length) {
                place = 0;
                model++;
                outputs = null;
            }
            return row;
        }
    }

    private double[][][] outputs(ModelRun run) {
        Network network = new Network(run.history().trained());
        return Arrays.stream(parts)
                .map(part -> network.predict(part.rows().features()))
                .toArray(double[][][]::new);
    }

    /** Numbers of the rows, all parts' counted through, by their positions. */
    private int[] readingOrder() {
        int[] positions = new int[data.table().rows()];
        for (Part part : parts) {
            for (int row = 0; row < part.rows().rows(); row++) {
                positions[part.first() + row] = part.rows().position(row);
            }
        }
        return Ordering.ascending(positions.length, (a, b) -> Integer.compare(positions[a], positions[b]));
    }

    private int partOf(int number) {
        int part = parts.length - 1;
        while (number < parts[part].first()) {
            part--;
        }
        return part;
    }

    private PredictionRow row(ModelRun run, Part part, double[][] outputs, int row) {
        boolean classes = data.isClassification();
        TargetScaling scaling = data.targetScaling();
        double target = part.rows().targets()[0][row];
        double prediction = classes ? ClassScores.argmax(outputs, row) : scaling.restore(outputs[0][row]);
        int position = part.rows().position(row);
        return new PredictionRow(
                runId,
                run.kind().label(),
                part.name(),
                (long) position,
                data.table().id(position),
                classes ? target : scaling.restore(target),
                prediction,
                classes ? data.classes().get((int) target) : null,
                classes ? data.classes().get((int) prediction) : null,
                classes
                        ? Arrays.stream(ClassScores.softmax(outputs, row))
                                .boxed()
                                .toList()
                        : List.of(prediction));
    }
}
