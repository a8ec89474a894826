package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.Execution;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.ResultsException;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.training.GradientSource;
import java.util.List;
import org.apache.spark.SparkContext;

/** The rows of the table of a run, split and scaled, in the driver or on executors. The owner must close it. */
interface PreparedTable extends AutoCloseable {

    /** The execution of a model without a search, by its name in the result tables. */
    String execution();

    /** Returns the number of training rows. */
    int trainingRows();

    /** Returns the number of training rows with a weight above 0. */
    long weightedRows();

    /** Returns the largest absolute value of a target in the training rows, before scaling. */
    double largestTarget();

    /** Returns whether there are test rows. */
    boolean hasTest();

    /** Returns the parts that have rows, the training rows first. */
    List<TablePartView> parts();

    /** Returns the source of gradients over the training rows, for Adam. */
    GradientSource training(ModelSettings settings);

    /**
     * Checks that a kernel serves the search.
     *
     * @throws InputException with the reason, if no kernel serves the candidates, or the configured kernel does not
     */
    void checkSearch(SearchConfig search, Architecture architecture, Loss loss);

    /**
     * Creates the execution of a checked search. If the configuration leaves it open, the program chooses it. The
     * caller must close it.
     */
    Execution execution(SearchConfig search, SearchRequest request, SparkContext spark);

    /**
     * Checks before training that {@link #write} can write to the results folder.
     *
     * @throws ResultsException if it cannot
     */
    void checkWritable(RunWriter writer);

    /** Writes the predictions table. */
    void write(Predictions predictions, RunWriter writer);

    /** Releases what the executors hold. */
    @Override
    void close();
}
