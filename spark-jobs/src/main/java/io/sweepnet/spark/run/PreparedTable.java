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

/** The rows of a run's table, split and scaled, wherever they are. Whoever has them closes them. */
interface PreparedTable extends AutoCloseable {

    /** Where a model is trained that does not search, as results know it. */
    String execution();

    /** Number of rows to learn from. */
    int trainingRows();

    /** Rows to learn from of a weight above 0. */
    long countingRows();

    /** Largest size of a target in the rows to learn from, before scaling. */
    double largestTarget();

    /** Whether rows are held out to judge by at the end. */
    boolean hasTest();

    /** The parts, the rows to learn from first; those without rows are left out. */
    List<TablePartView> parts();

    /** What a model learns from that does not search. */
    GradientSource training(ModelSettings settings);

    /**
     * Checks that a search of such a network can be made.
     *
     * @throws InputException where no kernel serves such candidates, or the one asked for does not, saying why
     */
    void checkSearch(SearchConfig search, Architecture architecture, Loss loss);

    /**
     * The execution of a search that has been checked; the program's own choice where the configuration leaves it open. Whoever
     * has it closes it.
     */
    Execution execution(SearchConfig search, SearchRequest request, SparkContext spark);

    /**
     * Checks, before training, that {@link #write} will find the results folder.
     *
     * @throws ResultsException where it will not
     */
    void checkWritable(RunWriter writer);

    /** Writes the table of predictions. */
    void write(Predictions predictions, RunWriter writer);

    /** Lets go of what executors hold. */
    @Override
    void close();
}
