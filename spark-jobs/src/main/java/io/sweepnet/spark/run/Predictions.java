package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.ClassScores;
import io.sweepnet.network.Network;
import io.sweepnet.spark.results.PredictionRow;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What trained models predict, as rows of the results table.
 *
 * @param runId the run
 * @param models the models, in their order
 * @param classes names of the classes; empty where the target is a number
 * @param scaling how the target was scaled
 */
record Predictions(String runId, List<Model> models, List<String> classes, TargetScaling scaling)
        implements Serializable {

    Predictions {
        models = List.copyOf(models);
        classes = List.copyOf(classes);
    }

    /** A trained model and its name. */
    record Model(String name, Network network) implements Serializable {}

    static Predictions of(String runId, PreparedData data, List<ModelRun> runs) {
        List<Model> models = runs.stream()
                .map(run ->
                        new Model(run.kind().label(), new Network(run.history().trained())))
                .toList();
        return new Predictions(runId, models, data.classes(), data.targetScaling());
    }

    /**
     * The rows of a table, model by model, each made when it is asked for; the outputs of one model are held at a time.
     *
     * @param part name of the part that the rows are of
     * @param ids what names the rows, [row]; null where they have no names
     */
    Iterator<PredictionRow> of(String part, Dataset rows, String[] ids) {
        return new Iterator<>() {
            private int model;
            private int row;
            private double[][] outputs;

            @Override
            public boolean hasNext() {
                return model < models.size();
            }

            @Override
            public PredictionRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Model asked = models.get(model);
                if (row == 0) {
                    outputs = asked.network().predict(rows.features());
                }
                PredictionRow made =
                        Predictions.this.row(asked, part, rows, outputs, row, ids == null ? null : ids[row]);
                row++;
                if (row == rows.rows()) {
                    row = 0;
                    model++;
                }
                return made;
            }
        };
    }

    /**
     * One row.
     *
     * @param outputs of the model, [output][row]
     * @param id what names the row; null where it has no name
     */
    PredictionRow row(Model model, String part, Dataset rows, double[][] outputs, int row, String id) {
        boolean isClass = !classes.isEmpty();
        double target = rows.targets()[0][row];
        double prediction = isClass ? ClassScores.argmax(outputs, row) : scaling.restore(outputs[0][row]);
        return new PredictionRow(
                runId,
                model.name(),
                part,
                (long) rows.position(row),
                id,
                isClass ? target : scaling.restore(target),
                prediction,
                isClass ? classes.get((int) target) : null,
                isClass ? classes.get((int) prediction) : null,
                isClass
                        ? Arrays.stream(ClassScores.softmax(outputs, row))
                                .boxed()
                                .toList()
                        : List.of(prediction));
    }
}
