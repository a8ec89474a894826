package io.sweepnet.spark.run;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.rows.DistributedTable;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.packed.PackedTable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Reads the table of a run and prepares it for training, in the driver or on executors. */
final class TablePreparation {

    private final RunConfig config;
    private final Optional<Path> initialFile;
    private final Optional<SavedModel> initial;

    /**
     * @param initialFile the model file to start from, if any
     * @param initial the model in that file, if any
     */
    TablePreparation(RunConfig config, Optional<Path> initialFile, Optional<SavedModel> initial) {
        this.config = config;
        this.initialFile = initialFile;
        this.initial = initial;
    }

    /**
     * @throws InputException if the table cannot be used, or does not fit the initial model; the message gives the
     *     reason
     */
    PreparedData prepare(SparkSession spark) {
        boolean isForExecutors = config.search().execution() == ExecutionKind.ROWS
                || (config.search().execution() == ExecutionKind.AUTO && mayStayOnExecutors() && isTooLarge(spark));
        return isForExecutors ? onExecutors(spark) : inDriver(spark);
    }

    /** Returns whether everything configured can be computed over rows on executors. */
    private boolean mayStayOnExecutors() {
        return config.search().candidates() != CandidateKind.EXACT
                && config.search().kernel().filter(Kernel.DIRECT::equals).isEmpty()
                && config.gradient().batch().isEmpty();
    }

    private boolean isTooLarge(SparkSession spark) {
        return PackedTable.estimatedBytes(spark, config.data().files())
                > Runtime.getRuntime().maxMemory();
    }

    private PreparedData inDriver(SparkSession spark) {
        Table table = read(roles -> open(spark, roles).collect());
        TableSummary summary = checked(TableSummary.of(table));
        return PreparedData.of(table, summary, config, initial);
    }

    private PreparedData onExecutors(SparkSession spark) {
        try (DistributedTable table = read(
                roles -> DistributedTable.read(open(spark, roles), config.data().preparation()))) {
            TableSummary summary = checked(TableSummary.of(table));
            return PreparedData.of(table, summary, config, initial);
        }
    }

    private PackedTable open(SparkSession spark, ColumnRoles roles) {
        return PackedTable.open(spark, config.data().files(), roles);
    }

    private <T> T read(Function<ColumnRoles, T> reader) {
        ColumnRoles asked = config.data().roles();
        ColumnRoles roles =
                initial.map(model -> InitialModel.featuresOf(model, asked)).orElse(asked);
        try {
            return reader.apply(roles);
        } catch (InputException e) {
            boolean isOfFile =
                    !roles.features().equals(asked.features()) && e.getMessage().contains("data.features");
            throw isOfFile ? InitialModel.ofFeatures(initialFile.orElseThrow(), e) : e;
        }
    }

    private TableSummary checked(TableSummary table) {
        Architecture fitting = PreparedData.architecture(config, table);
        initial.ifPresent(model -> InitialModel.check(initialFile.orElseThrow(), model, fitting, table));
        return table;
    }
}
