package io.sweepnet.spark.run;

import io.sweepnet.data.Split;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TableRows;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.Execution;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.spark.rows.TablePart;
import io.sweepnet.spark.search.CandidateRows;
import io.sweepnet.spark.search.DistributedRows;
import io.sweepnet.spark.search.RestartSearch;
import io.sweepnet.spark.search.RowBlocks;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Where a search runs, as the results tell it.
 *
 * @param execution {@code driver}, {@code candidates}, {@code rows} or {@code restarts}
 * @param kernel the kernel that evaluates candidates
 * @param channel how the parts of a step travel: {@code direct} in one JVM, {@code rpc}, or as a {@code job} each; null
 *     where they do not
 * @param executors processes that evaluate candidates
 * @param partitions parts that a step's candidates, or the rows, are cut into; tasks, where starts are spread over executors
 * @param threads threads of the driver's kernel; of a task, where executors search
 * @param rows makes what a model learns from, but for starts on executors
 * @param restarts makes the search from several starts, where they are spread over executors
 */
record SearchPlace(
        Execution execution,
        Kernel kernel,
        String channel,
        int executors,
        int partitions,
        int threads,
        Rows rows,
        Optional<Restarts> restarts) {

    private static final String JOB = "job";

    /** Makes what a model learns from. */
    interface Rows {
        TrainingRows of(ModelSettings settings);
    }

    /** Makes the search from several starts on executors. */
    interface Restarts {
        RestartSearch of(ModelSettings settings, Optional<Parameters> initial);
    }

    /**
     * The place of a search of such a network over rows that the driver holds.
     *
     * @throws InputException where no kernel serves such candidates, or the one asked for does not, saying why
     */
    static SearchPlace of(SearchConfig search, Architecture architecture, Loss loss, Split split, SparkContext spark) {
        Kernel kernel = kernel(search, architecture, loss);
        return switch (search.execution()) {
            case CANDIDATES -> overCandidates(search, kernel, loss, split, spark);
            case RESTARTS -> onExecutors(search, kernel, split, spark);
            default -> inDriver(search, kernel, split);
        };
    }

    /**
     * The place of a search of such a network over rows that stay on executors.
     *
     * @throws InputException where no kernel serves such candidates over such rows, or the one asked for does not, saying why
     */
    static SearchPlace overRows(
            SearchConfig search, Architecture architecture, Loss loss, DistributedSplit split, SparkContext spark) {
        Kernel kernel = kernel(search, architecture, loss);
        boolean exact = search.candidates() == CandidateKind.EXACT;
        kernel.spreadRefusal(architecture, loss, exact).ifPresent(why -> {
            throw new InputException("search.execution = rows, "
                    + (exact ? "search.candidates = exact" : "search.kernel = " + kernel.label()) + ": " + why);
        });
        String channel = channel(spark);
        int shards = split.training().shards().getNumPartitions();
        int tasks = JOB.equals(channel) ? shards : Math.min(shards, StepChannel.slots(spark));
        return new SearchPlace(
                Execution.ROWS,
                kernel,
                channel,
                executors(spark),
                tasks,
                1,
                settings -> spread(settings, split, kernel, tasks),
                Optional.empty());
    }

    /**
     * Rows that stay on executors.
     *
     * @param tasks of a search
     */
    static TrainingRows spread(ModelSettings settings, DistributedSplit split, Kernel kernel, int tasks) {
        SparkContext spark = split.training().shards().context();
        return new DistributedRows(
                settings, blocks(split.training()), split.validation().map(SearchPlace::blocks), kernel, spark, tasks);
    }

    private static RowBlocks blocks(TablePart part) {
        return new RowBlocks(part.rows(), part.shards());
    }

    private static SearchPlace onExecutors(SearchConfig search, Kernel kernel, Split split, SparkContext spark) {
        Restarts restarts = (settings, initial) -> new RestartSearch(
                spark, settings, initial, split.training(), split.validation(), search.sweeps(), kernel);
        return new SearchPlace(
                Execution.RESTARTS,
                kernel,
                null,
                executors(spark),
                search.restarts(),
                1,
                settings -> table(settings, split),
                Optional.of(restarts));
    }

    private static SearchPlace inDriver(SearchConfig search, Kernel kernel, Split split) {
        int threads = kernel.threads(search.threads(), split.training().rows());
        Rows rows = settings -> table(
                settings.toBuilder()
                        .evaluator((initial, dataset, loss) -> kernel.create(initial, dataset, loss, threads))
                        .build(),
                split);
        return new SearchPlace(Execution.DRIVER, kernel, null, 1, 1, threads, rows, Optional.empty());
    }

    private static SearchPlace overCandidates(
            SearchConfig search, Kernel kernel, Loss loss, Split split, SparkContext spark) {
        int most = Math.max(search.weights().count(), search.biases().count());
        int partitions = Math.max(1, Math.min(most, StepChannel.slots(spark)));
        Rows rows = settings -> new CandidateRows(table(settings, split), loss, kernel, spark, partitions);
        return new SearchPlace(
                Execution.CANDIDATES, kernel, channel(spark), executors(spark), partitions, 1, rows, Optional.empty());
    }

    private static TableRows table(ModelSettings settings, Split split) {
        return new TableRows(settings, split.training(), split.validation());
    }

    private static String channel(SparkContext spark) {
        return StepChannel.isAvailable(spark) ? spark.isLocal() ? "direct" : "rpc" : JOB;
    }

    /** What the user should know of it, if anything. */
    Optional<String> note() {
        return JOB.equals(channel)
                ? Optional.of("Spark was started without spark.plugins = " + ChannelPlugin.class.getName()
                        + ", so each step of the search is a Spark job, which takes milliseconds")
                : Optional.empty();
    }

    private static Kernel kernel(SearchConfig search, Architecture architecture, Loss loss) {
        boolean exact = search.candidates() == CandidateKind.EXACT;
        Kernel fastest = fastest(architecture, loss, exact);
        Kernel kernel = search.kernel().orElse(fastest);
        kernel.refusal(architecture, loss, exact).ifPresent(why -> {
            throw new InputException("search.kernel = " + kernel.label() + ": " + why
                    + "; auto takes the fastest kernel that serves, here " + fastest.label());
        });
        return kernel;
    }

    /** Of grids and lists there always is one. */
    private static Kernel fastest(Architecture architecture, Loss loss, boolean exact) {
        try {
            return Kernel.fastest(architecture, loss, exact);
        } catch (IllegalArgumentException e) {
            throw new InputException("search.candidates = exact: " + e.getMessage(), e);
        }
    }

    /** Executors besides the driver; in local mode the driver is the executor. */
    private static int executors(SparkContext spark) {
        return spark.isLocal() ? 1 : Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    }
}
