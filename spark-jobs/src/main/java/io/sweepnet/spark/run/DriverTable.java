package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.CandidatesExecution;
import io.sweepnet.spark.execution.DriverExecution;
import io.sweepnet.spark.execution.Execution;
import io.sweepnet.spark.execution.ExecutionPlanner;
import io.sweepnet.spark.execution.RestartsExecution;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.training.GradientSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;

/**
 * The table of a run in the memory of the driver.
 *
 * @param split the parts of the table, features and targets scaled
 * @param targetScaling the scaling of the target
 * @param ids the texts of the id column, by the position of the row in reading order; empty without an id column
 */
record DriverTable(Split split, TargetScaling targetScaling, Optional<List<String>> ids) implements PreparedTable {

    @Override
    public String execution() {
        return DriverExecution.NAME;
    }

    @Override
    public int trainingRows() {
        return split.training().rows();
    }

    @Override
    public long weightedRows() {
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
    public List<TablePartView> parts() {
        return List.copyOf(driverParts());
    }

    /** Returns the parts with their own type. */
    List<DriverPart> driverParts() {
        List<DriverPart> parts = new ArrayList<>();
        parts.add(new DriverPart(PreparedData.TRAINING, split.training()));
        split.validation().ifPresent(rows -> parts.add(new DriverPart(PreparedData.VALIDATION, rows)));
        split.test().ifPresent(rows -> parts.add(new DriverPart(PreparedData.TEST, rows)));
        return parts;
    }

    @Override
    public GradientSource training(ModelSettings settings) {
        return settings.rows(split.training(), split.validation());
    }

    @Override
    public void checkSearch(SearchConfig search, Architecture architecture, Loss loss) {
        SearchChecks.check(search, architecture, loss);
    }

    @Override
    public Execution execution(SearchConfig search, SearchRequest request, SparkContext spark) {
        return switch (search.execution()) {
            case CANDIDATES -> new CandidatesExecution(spark, request, split);
            case RESTARTS -> new RestartsExecution(spark, request, split);
            case AUTO -> new ExecutionPlanner(request).choose(spark, split);
            default -> new DriverExecution(request, split);
        };
    }

    /** Does nothing: the writer has checked its folder itself. */
    @Override
    public void checkWritable(RunWriter writer) {}

    @Override
    public void write(Predictions predictions, RunWriter writer) {
        writer.write(ResultTable.PREDICTIONS, new PredictionRows(predictions, driverParts(), ids));
    }

    /** Does nothing: the executors hold no rows. */
    @Override
    public void close() {}
}
