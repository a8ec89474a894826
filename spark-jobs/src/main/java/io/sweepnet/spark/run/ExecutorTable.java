package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.Execution;
import io.sweepnet.spark.execution.ExecutionPlan;
import io.sweepnet.spark.execution.RowsExecution;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.spark.execution.ShardedTrainingRows;
import io.sweepnet.spark.execution.TableShards;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.spark.results.SharedFiles;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.training.GradientSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkContext;

/** The table of a run on the executors. */
final class ExecutorTable implements PreparedTable {

    private final DistributedSplit split;
    private final List<ExecutorPart> parts = new ArrayList<>();

    /** @param split the parts of the table, features and targets scaled; closed with this table */
    ExecutorTable(DistributedSplit split) {
        this.split = split;
        parts.add(new ExecutorPart(PreparedData.TRAINING, split.training()));
        split.validation().ifPresent(part -> parts.add(new ExecutorPart(PreparedData.VALIDATION, part)));
        split.test().ifPresent(part -> parts.add(new ExecutorPart(PreparedData.TEST, part)));
    }

    @Override
    public String execution() {
        return RowsExecution.NAME;
    }

    @Override
    public int trainingRows() {
        return split.training().rows();
    }

    @Override
    public long weightedRows() {
        return split.weightedRows();
    }

    @Override
    public double largestTarget() {
        return split.largestTarget();
    }

    @Override
    public boolean hasTest() {
        return split.test().isPresent();
    }

    @Override
    public List<TablePartView> parts() {
        return List.copyOf(parts);
    }

    /**
     * Uses the incremental kernel, which serves every network and loss, since gradients do not depend on the kernel.
     */
    @Override
    public GradientSource training(ModelSettings settings) {
        TableShards training = TableShards.of(split.training());
        return new ShardedTrainingRows(
                settings,
                training,
                split.validation().map(TableShards::of),
                Kernel.INCREMENTAL,
                training.shards().context(),
                1);
    }

    @Override
    public void checkSearch(SearchConfig search, Architecture architecture, Loss loss) {
        SearchChecks.checkOverRows(search, architecture, loss);
    }

    @Override
    public Execution execution(SearchConfig search, SearchRequest request, SparkContext spark) {
        Execution execution = RowsExecution.of(request, split);
        return search.execution() == ExecutionKind.AUTO ? execution.chosenBy(tooLargeForDriver()) : execution;
    }

    private static ExecutionPlan tooLargeForDriver() {
        return ExecutionPlan.unmeasured(
                RowsExecution.NAME,
                "going by the size of its files, the table may not fit into the driver's memory of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }

    @Override
    public void checkWritable(RunWriter writer) {
        writer.check(ResultTable.PREDICTIONS, parts.get(0)::refusals);
    }

    @Override
    public void write(Predictions predictions, RunWriter writer) {
        int files = parts.stream().mapToInt(ExecutorPart::shards).sum();
        writer.write(ResultTable.PREDICTIONS, files, table -> write(predictions, table));
    }

    private List<String> write(Predictions predictions, SharedFiles<PredictionRow> table) {
        List<String> failures = new ArrayList<>();
        int first = 1;
        for (ExecutorPart part : parts) {
            failures.addAll(part.write(predictions, table, first));
            first += part.shards();
        }
        return failures;
    }

    @Override
    public void close() {
        split.close();
    }
}
