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
 * The predictions of trained models, as rows of the predictions table.
 *
 * @param runId the id of the run
 * @param models the models, in the order of training
 * @param classes names of the classes; empty if the target is a number
 * @param scaling the scaling of the target
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
     * Returns the rows of a part, model by model. A row is created on demand; at any time the outputs of only one model
     * are in memory.
     *
     * @param part name of the part that the rows belong to
     * @param ids the names of the rows, [row]; null if they have none
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
                Model current = models.get(model);
                if (row == 0) {
                    outputs = current.network().predict(rows.features());
                }
                PredictionRow created =
                        Predictions.this.row(current, part, rows, outputs, row, ids == null ? null : ids[row]);
                row++;
                if (row == rows.rows()) {
                    row = 0;
                    model++;
                }
                return created;
            }
        };
    }

    /**
     * Returns one row.
     *
     * @param outputs the outputs of the model, [output][row]
     * @param id the name of the row; null if it has none
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
