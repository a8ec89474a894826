package io.sweepnet.spark.predict;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.table.source.CaseSensitiveSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Scores tables in a folder of a test with models of one layer, whose predictions are plain to see. */
final class Scoring {

    private final Path folder;
    private final List<String> notes = new ArrayList<>();
    private String prefix = "";
    private OutputFormat format = OutputFormat.PARQUET;

    Scoring(Path folder) {
        this.folder = folder;
    }

    Scoring prefix(String text) {
        prefix = text;
        return this;
    }

    Scoring format(OutputFormat chosen) {
        format = chosen;
        return this;
    }

    List<String> notes() {
        return notes;
    }

    /** A model that predicts y, the sum of its features by these weights. */
    static SavedModel sum(List<String> features, double... weights) {
        return model(features, noScaling(weights.length), Activation.IDENTITY, List.of(), ClassKind.TEXT, weights);
    }

    /** A model of classes, one row of weights for each. */
    static SavedModel classes(List<String> features, List<String> classes, ClassKind kind, double[]... weights) {
        return model(features, noScaling(features.size()), Activation.IDENTITY, classes, kind, weights);
    }

    static SavedModel model(
            List<String> features,
            FeatureScaling scaling,
            Activation activation,
            List<String> classes,
            ClassKind kind,
            double[]... weights) {
        Architecture architecture = new Architecture(List.of(features.size(), weights.length), List.of(activation));
        Network network = new Network(Parameters.ofLayers(
                architecture, new double[][][] {weights}, new double[][] {new double[weights.length]}));
        return new SavedModel(
                network,
                Optional.of(new SavedModel.Inputs(features, scaling)),
                Optional.of(new SavedModel.Target("y", TargetScaling.NONE, classes, kind)),
                Optional.of("squared"),
                Optional.empty());
    }

    private static FeatureScaling noScaling(int features) {
        return new FeatureScaling(
                FeatureScaling.Kind.NONE, Collections.nCopies(features, 0.0), Collections.nCopies(features, 1.0));
    }

    /** Writes a file and scores it. */
    ScoringSummary score(SavedModel model, String name, String content, String... settings) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        return score(model, file, settings);
    }

    /** Scores what is there. */
    ScoringSummary score(SavedModel model, Path data, String... settings) {
        return prediction(model, data, settings).execute(LocalSpark.session(), notes::add);
    }

    Prediction prediction(SavedModel model, Path data, String... settings) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("data.path", data.toString());
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            overrides.put(pair[0], pair[1]);
        }
        RunConfig config = RunConfig.load(Optional.empty(), overrides);
        return new Prediction(new PredictSettings(model, config.data().files(), output().toString(), format, prefix));
    }

    Path output() {
        return folder.resolve("scored");
    }

    /** What was written, by Spark's own reader. */
    Dataset<Row> written() {
        return CaseSensitiveSession.like(LocalSpark.session()).read().parquet(output().toString());
    }

    /** A column of what was written, in the order of the rows. */
    List<Object> column(String name) {
        return written().collectAsList().stream()
                .map(row -> row.get(row.fieldIndex(name)))
                .toList();
    }

    /** The lines of the one CSV file that was written. */
    List<String> lines() throws Exception {
        try (var files = Files.list(output())) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            return Files.readAllLines(parts.get(0));
        }
    }
}
