package io.sweepnet.spark.run;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunId;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.spark.table.source.HadoopPaths;
import io.sweepnet.spark.table.source.SourceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * One run, from the table to the results: reads the data, trains the models and writes the result tables. Errors of the
 * input are detected before training begins, and a run that fails leaves no files behind.
 */
public final class Run {

    private final RunSettings settings;
    private final RunConfig config;
    private final Optional<SavedModel> initial;

    /**
     * Creates a run and checks its files, so that Spark need not be started for this.
     *
     * @throws InputException if a file cannot be read or written; the message names it
     */
    public Run(RunSettings settings) {
        this.settings = settings;
        this.config = settings.config();
        this.initial = settings.initial().map(file -> InitialModel.read(file, config.network()));
        settings.save().ifPresent(this::checkWritable);
        SourceTable.check(config.data().files());
        if (HadoopPaths.isInFolder(config.results(), config.data().files().path())) {
            throw new InputException("results = " + config.results() + ": this is in the folder of the table, "
                    + config.data().files().path() + ", where the next run would take results for rows");
        }
    }

    private void checkWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw new InputException("--save: '" + file + "' is a folder, a file is needed");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("--save: '" + file + "' cannot be written: there is no folder '" + folder + "'");
        }
        if (file.toAbsolutePath().normalize().toString().equals(config.results())) {
            throw new InputException("--save: '" + file + "' is the folder of the results");
        }
        if (Files.exists(file) && !isModel(file)) {
            throw new InputException("--save: '" + file + "' is there already and no model file; name another file");
        }
        try {
            ModelFile.checkWritable(file);
        } catch (IOException e) {
            throw cannotSave(file, e);
        }
    }

    private static boolean isModel(Path file) {
        try {
            ModelFile.read(file);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static InputException cannotSave(Path file, IOException e) {
        return new InputException("--save: '" + file + "' cannot be written: " + e.getMessage(), e);
    }

    /**
     * Executes the run. A cancelled run writes its results so far, without the models whose training has not begun.
     *
     * @return the id of the run in the result tables
     * @throws InputException if the input cannot be used; the message gives the reason
     */
    public String execute(SparkSession spark, Progress progress, Cancellation cancellation) {
        progress.stage(Stage.READ, config.data().files().path());
        try (PreparedData data = new TablePreparation(config, settings.initial(), initial).prepare(spark)) {
            return train(data, spark.sparkContext(), progress, cancellation);
        }
    }

    private String train(PreparedData data, SparkContext spark, Progress progress, Cancellation cancellation) {
        Optional<Parameters> start = initial.map(model -> model.network().parameters());
        Architecture architecture = start.map(Parameters::architecture).orElse(data.architecture());
        try (ModelTrainer trainer = new ModelTrainer(config, data, start, spark, progress, cancellation)) {
            return train(trainer, data, architecture, spark, progress, cancellation);
        }
    }

    private String train(
            ModelTrainer trainer,
            PreparedData data,
            Architecture architecture,
            SparkContext spark,
            Progress progress,
            Cancellation cancellation) {
        // Jobs are cancelled only during training: later ones, which measure and write the results, must complete.
        AtomicBoolean isTraining = new AtomicBoolean();
        cancellation.trainingBegins(() -> {
            if (isTraining.get()) {
                spark.cancelAllJobs();
            }
        });
        String runId = RunId.create(Instant.now());
        try (ResultsFolder results = new ResultsFolder(config.results(), spark.hadoopConfiguration());
                RunWriter writer = results.begin(runId)) {
            data.rows().checkWritable(writer);
            data.table().notes().forEach(progress::note);
            TrainingNotes.of(config, data, initial).forEach(progress::note);
            trainer.execution().flatMap(SearchNotes::ofExecution).ifPresent(progress::note);
            trainer.execution()
                    .flatMap(any -> SearchNotes.ofCheck(config.search()))
                    .ifPresent(progress::note);
            RunTables tables = new RunTables(runId, config, data, architecture, spark);
            ModelRun last = null;
            for (ModelKind kind : config.models()) {
                if (last == null || !cancellation.isRequested()) {
                    isTraining.set(true);
                    last = trainer.train(kind);
                    isTraining.set(false);
                    tables.add(last, progress::note);
                }
            }
            progress.stage(Stage.WRITE, config.results());
            tables.writeTo(writer);
            if (settings.save().isPresent()) {
                commitAndSave(writer, settings.save().get(), model(last, data));
            } else {
                writer.commit();
            }
            progress.stage(Stage.WRITTEN, config.results());
        }
        return runId;
    }

    /**
     * Stages the model file before the commit: what can fail of it fails first, so that both are written or neither.
     */
    private static void commitAndSave(RunWriter writer, Path file, SavedModel model) {
        try (ModelFile.Staged staged = ModelFile.stage(file, model)) {
            writer.commit();
            staged.publish();
        } catch (IOException e) {
            throw cannotSave(file, e);
        }
    }

    private SavedModel model(ModelRun trained, PreparedData data) {
        return new SavedModel(
                new Network(trained.history().trained()),
                Optional.of(new SavedModel.Inputs(data.table().featureNames(), data.scaling())),
                Optional.of(new SavedModel.Target(
                        data.table().targetName(),
                        data.targetScaling(),
                        data.classes(),
                        data.table().classKind())),
                Optional.of(data.lossName()),
                Optional.of(new SavedModel.Provenance(
                        Version.text(),
                        trained.kind().label(),
                        config.seed(),
                        data.table().sha256(),
                        config.effectiveJson(),
                        trained.history().status().label())));
    }
}
