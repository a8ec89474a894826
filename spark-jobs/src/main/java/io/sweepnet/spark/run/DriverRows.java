package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.spark.results.Table;
import io.sweepnet.training.InMemoryTrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;

/**
 * Rows that the driver holds.
 *
 * @param split the parts of the table, features and targets scaled
 * @param targetScaling how the target was scaled
 * @param ids the texts of the id column, by a row's position in reading order, if there is one
 */
record DriverRows(Split split, TargetScaling targetScaling, Optional<List<String>> ids) implements PreparedRows {

    @Override
    public ExecutionKind execution() {
        return ExecutionKind.DRIVER;
    }

    @Override
    public int trainingRows() {
        return split.training().rows();
    }

    @Override
    public long countingRows() {
        Dataset training = split.training();
        return IntStream.range(0, training.rows())
                .filter(row -> training.weight(row) > 0)
                .count();
    }

    @Override
    public double largestTarget() {
        return Arrays.stream(split.training().targets()[0])
                .map(target -> Math.abs(targetScaling.restore(target)))
                .max()
                .orElse(0);
    }

    @Override
    public boolean hasTest() {
        return split.test().isPresent();
    }

    @Override
    public List<PartRows> parts() {
        return List.copyOf(driverParts());
    }

    /** The parts as they are. */
    List<DriverPart> driverParts() {
        List<DriverPart> parts = new ArrayList<>();
        parts.add(new DriverPart(PreparedData.TRAINING, split.training()));
        split.validation().ifPresent(rows -> parts.add(new DriverPart(PreparedData.VALIDATION, rows)));
        split.test().ifPresent(rows -> parts.add(new DriverPart(PreparedData.TEST, rows)));
        return parts;
    }

    @Override
    public TrainingRows training(ModelSettings settings) {
        return new InMemoryTrainingRows(settings, split.training(), split.validation());
    }

    @Override
    public SearchPlace place(SearchConfig search, Architecture architecture, Loss loss, SparkContext spark) {
        return SearchPlace.of(search, architecture, loss, split, spark);
    }

    /** The writer itself has checked it. */
    @Override
    public void checkWritable(RunWriter writer) {}

    @Override
    public void write(Predictions predictions, RunWriter writer) {
        writer.write(Table.PREDICTIONS, new PredictionRows(predictions, driverParts(), ids));
    }

    /** The executors hold nothing. */
    @Override
    public void close() {}
}
