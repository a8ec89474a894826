package io.sweepnet.spark.predict;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.message.ColumnNames;
import io.sweepnet.spark.table.source.CellKind;
import io.sweepnet.spark.table.source.CellReader;
import io.sweepnet.spark.table.source.HadoopPaths;
import io.sweepnet.spark.table.source.LibSvmColumns;
import io.sweepnet.spark.table.source.ReadErrors;
import io.sweepnet.spark.table.source.SourceTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * A scoring of a table by a trained model: for each input row it writes one output row with all columns of the input and the
 * prediction. Features are found by name, in any order. Rows are scored where they are read, so that a table may have any
 * size.
 *
 * <pre>{@code
 * SavedModel model = ScoringModel.read(Path.of("model.json"));
 * PredictSettings settings =
 *         new PredictSettings(model, TableFiles.of("wines.csv"), "predictions", OutputFormat.PARQUET, "");
 * ScoringSummary summary = new Prediction(settings).execute(spark, System.err::println);
 * }</pre>
 */
public final class Prediction {

    private final PredictSettings settings;
    private final SavedModel model;
    private final SavedModel.Target target;
    private final List<String> featureNames;
    private final ScoredColumns added;

    /**
     * Creates a scoring that has not begun, and checks everything that can be checked without Spark.
     *
     * @throws InputException if a file or folder cannot be used; the message names it and the reason
     */
    public Prediction(PredictSettings settings) {
        this.settings = settings;
        this.model = settings.model();
        this.target = model.target().orElseThrow();
        this.featureNames = model.inputs().orElseThrow().names();
        this.added = ScoredColumns.of(target, settings.format(), settings.prefix());
        SourceTable.check(settings.data());
        OutputFolder.checkLocal(settings.output());
        if (HadoopPaths.isInFolder(settings.output(), settings.data().path())) {
            throw new InputException("--output: " + settings.output() + " is in the folder of the table, "
                    + settings.data().path() + ", where it would be taken for rows");
        }
    }

    /**
     * Scores all rows and writes the predictions.
     *
     * @param notes receives notes about the data, each of one line
     * @throws InputException if a column, file or folder cannot be used; the message names it
     */
    public ScoringSummary execute(SparkSession spark, Consumer<String> notes) {
        try (OutputFolder output =
                OutputFolder.open(settings.output(), spark.sparkContext().hadoopConfiguration())) {
            SourceTable source = SourceTable.open(spark, settings.data(), Set.copyOf(featureNames));
            added.requireFree(source.given(), source.names());
            Map<String, CellReader> cells = source.readers();
            List<CellReader> features = features(source, cells);
            source.notes().forEach(notes);
            unused(source).ifPresent(notes);
            ScoredTable scored = scored(spark, source, cells, features);
            ScoringSummary rows = output.reportingErrors(
                    () -> ReadErrors.reporting(source.given(), () -> scored.write(output.stage(), settings)));
            output.publish();
            return rows;
        }
    }

    private List<CellReader> features(SourceTable source, Map<String, CellReader> cells) {
        List<String> lacking =
                featureNames.stream().filter(name -> !cells.containsKey(name)).toList();
        if (!lacking.isEmpty()) {
            throw new InputException("--data: " + source.given() + " lacks " + ColumnNames.list(lacking)
                    + ", which the model learned from; it has " + ColumnNames.list(source.names()));
        }
        int width = source.names().size() - 1;
        boolean learnedFromAll =
                LibSvmColumns.highestIndex(featureNames) == featureNames.size() && !ScoringModel.choseFeatures(model);
        if (source.format().filter(DataFormat.LIBSVM::equals).isPresent()
                && learnedFromAll
                && width > featureNames.size()) {
            throw new InputException("--data: " + source.given() + " has an index of " + width
                    + ", and the model learned from " + featureNames.size() + " features");
        }
        List<CellReader> features = featureNames.stream().map(cells::get).toList();
        for (CellReader feature : features) {
            if (feature.kind() != CellKind.UNTYPED && feature.kind() != CellKind.NUMBER) {
                throw new InputException(
                        "--data: feature '" + feature.name() + "' holds no numbers in " + source.given());
            }
        }
        return features;
    }

    /** Returns a note of the columns that are not used, in which a mistyped or forgotten column shows. */
    private Optional<String> unused(SourceTable source) {
        Set<String> used = new HashSet<>(featureNames);
        used.add(target.name());
        List<String> others =
                source.names().stream().filter(name -> !used.contains(name)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("kept, and not used by the model: " + ColumnNames.list(others));
    }

    private ScoredTable scored(
            SparkSession spark, SourceTable source, Map<String, CellReader> cells, List<CellReader> features) {
        List<CellReader> numbers = settings.format() == OutputFormat.CSV
                ? List.of()
                : features.stream()
                        .filter(feature -> feature.kind() == CellKind.UNTYPED)
                        .toList();
        Optional<KnownTarget> known = Optional.ofNullable(cells.get(target.name()))
                .filter(column -> KnownTarget.canBeRead(source.rows().type(column.column())))
                .map(column -> new KnownTarget(column, target));
        return ScoredTable.of(
                spark,
                source,
                added,
                numbers,
                new ScoreFunction(
                        model, features, numbers, added, known, source.names().size()),
                KnownTarget.metric(target));
    }
}
