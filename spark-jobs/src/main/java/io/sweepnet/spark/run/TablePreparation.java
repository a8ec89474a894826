package io.sweepnet.spark.run;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.data.LoadedTable;
import io.sweepnet.spark.data.TableReader;
import io.sweepnet.spark.rows.DistributedTable;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Reads the table of a run and makes it ready to learn from, in the driver or, where it is to stay there, on executors. */
final class TablePreparation {

    private final RunConfig config;
    private final Optional<Path> initialFile;
    private final Optional<SavedModel> initial;

    /**
     * @param initialFile the model file to start from, if any
     * @param initial what it holds
     */
    TablePreparation(RunConfig config, Optional<Path> initialFile, Optional<SavedModel> initial) {
        this.config = config;
        this.initialFile = initialFile;
        this.initial = initial;
    }

    /** @throws InputException naming what is wrong with the table, or what it does not fit */
    PreparedData prepare(SparkSession spark) {
        boolean isForExecutors = config.search().execution() == ExecutionKind.ROWS
                || (config.search().execution() == ExecutionKind.AUTO && mayStayOnExecutors() && isTooLarge(spark));
        return isForExecutors ? onExecutors(spark) : inDriver(spark);
    }

    /** Whether all that is asked for can be done over rows on executors. */
    private boolean mayStayOnExecutors() {
        return config.search().candidates() != CandidateKind.EXACT
                && config.search().kernel().filter(Kernel.DIRECT::equals).isEmpty()
                && config.gradient().batch().isEmpty();
    }

    private boolean isTooLarge(SparkSession spark) {
        return new TableReader(spark).estimatedBytes(config.data())
                > Runtime.getRuntime().maxMemory();
    }

    private PreparedData inDriver(SparkSession spark) {
        LoadedTable table = read(new TableReader(spark)::read);
        TableSummary summary = checked(TableSummary.of(table));
        return PreparedData.of(table, summary, config, initial);
    }

    private PreparedData onExecutors(SparkSession spark) {
        try (DistributedTable table = read(data -> DistributedTable.read(spark, data))) {
            TableSummary summary = checked(TableSummary.of(table));
            return PreparedData.of(table, summary, config, initial);
        }
    }

    private <T> T read(Function<DataConfig, T> reader) {
        DataConfig data = initial.map(model -> InitialModel.featuresOf(model, config.data()))
                .orElse(config.data());
        try {
            return reader.apply(data);
        } catch (InputException e) {
            boolean isOfFile = !data.features().equals(config.data().features())
                    && e.getMessage().contains("data.features");
            throw isOfFile ? InitialModel.ofFeatures(initialFile.orElseThrow(), e) : e;
        }
    }

    private TableSummary checked(TableSummary table) {
        Architecture fitting = PreparedData.architecture(config, table);
        initial.ifPresent(model -> InitialModel.check(initialFile.orElseThrow(), model, fitting, table));
        return table;
    }
}
