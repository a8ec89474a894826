package io.sweepnet.spark.run;

import io.sweepnet.data.Split;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.ExecutionKind;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.BroadcastTable;
import io.sweepnet.spark.execution.ExecutionPlanner;
import io.sweepnet.spark.execution.ExecutionPlanner.Option;
import io.sweepnet.spark.execution.ExecutionPlanner.Plan;
import io.sweepnet.spark.execution.RestartSearch;
import io.sweepnet.spark.execution.RowBlocks;
import io.sweepnet.spark.execution.SearchProblem;
import io.sweepnet.spark.execution.ShardedTrainingRows;
import io.sweepnet.spark.execution.SharedProblem;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.spark.rows.TablePart;
import io.sweepnet.training.InMemoryTrainingRows;
import java.util.ArrayList;
import java.util.List;
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
 * @param alternatives other places that can serve, each with what frees it, where the program is to choose
 * @param plan why this place was chosen, if the program did
 */
record SearchPlace(
        ExecutionKind execution,
        Kernel kernel,
        String channel,
        int executors,
        int partitions,
        int threads,
        Rows rows,
        Optional<Restarts> restarts,
        List<Alternative> alternatives,
        Optional<Plan> plan) {

    private static final String JOB = "job";

    /** Makes what a model learns from. */
    interface Rows {
        TrainingRows of(ModelSettings settings);
    }

    /**
     * Another place.
     *
     * @param startsAtOnce how many starts of a search it makes at the same time
     * @param discard frees what it has taken
     */
    record Alternative(SearchPlace place, int startsAtOnce, Runnable discard) {}

    SearchPlace(
            ExecutionKind execution,
            Kernel kernel,
            String channel,
            int executors,
            int partitions,
            int threads,
            Rows rows,
            Optional<Restarts> restarts) {
        this(execution, kernel, channel, executors, partitions, threads, rows, restarts, List.of(), Optional.empty());
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
            case CANDIDATES -> {
                SearchProblem problem = problem(architecture, loss, split, kernel);
                // Left to Spark's cleaner, which frees what nobody refers to.
                yield overCandidates(search, new SharedProblem(spark, problem), split);
            }
            case RESTARTS -> onExecutors(search, kernel, split, spark);
            case AUTO ->
                inDriver(search, kernel, split).or(new Alternatives(search, kernel, architecture, loss, split, spark));
            default -> inDriver(search, kernel, split);
        };
    }

    private SearchPlace or(Alternatives alternatives) {
        List<Alternative> others = List.of();
        Optional<Plan> onlyPlan = Optional.empty();
        try {
            others = alternatives.all();
        } catch (ChannelException e) {
            onlyPlan = Optional.of(new Plan(execution.label(), List.of(), execution.label() + ": " + e.getMessage()));
        }
        return new SearchPlace(
                execution, kernel, channel, executors, partitions, threads, rows, restarts, others, onlyPlan);
    }

    /**
     * This place or one of its alternatives, whichever would be done first by what a measurement says.
     *
     * @param starts of the search
     */
    SearchPlace planned(ModelSettings settings, Parameters initial, int sweeps, int starts) {
        if (alternatives.isEmpty()) {
            return this;
        }
        List<Option> options = new ArrayList<>();
        options.add(new Option(execution.label(), 1, () -> rows.of(settings), () -> {}));
        for (Alternative other : alternatives) {
            options.add(new Option(
                    other.place().execution().label(),
                    other.startsAtOnce(),
                    () -> other.place().rows().of(settings),
                    other.discard()));
        }
        Plan plan = new ExecutionPlanner(settings, initial, sweeps, starts).plan(options);
        SearchPlace chosen = alternatives.stream()
                .map(Alternative::place)
                .filter(place -> place.execution().label().equals(plan.execution()))
                .findFirst()
                .orElse(this);
        return new SearchPlace(
                chosen.execution,
                chosen.kernel,
                chosen.channel,
                chosen.executors,
                chosen.partitions,
                chosen.threads,
                chosen.rows,
                chosen.restarts,
                List.of(),
                Optional.of(plan));
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
                ExecutionKind.ROWS,
                kernel,
                channel,
                executors(spark),
                tasks,
                1,
                settings -> spread(settings, split, kernel, tasks),
                Optional.empty(),
                List.of(),
                search.execution() == ExecutionKind.AUTO ? Optional.of(tooLargeForDriver()) : Optional.empty());
    }

    private static Plan tooLargeForDriver() {
        return new Plan(
                ExecutionKind.ROWS.label(),
                List.of(),
                "rows: going by the size of its files, the table may not fit into the driver's memory of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
    }

    /**
     * Rows that stay on executors.
     *
     * @param tasks of a search
     */
    static TrainingRows spread(ModelSettings settings, DistributedSplit split, Kernel kernel, int tasks) {
        SparkContext spark = split.training().shards().context();
        return new ShardedTrainingRows(
                settings, blocks(split.training()), split.validation().map(SearchPlace::blocks), kernel, spark, tasks);
    }

    private static RowBlocks blocks(TablePart part) {
        return new RowBlocks(part.rows(), part.shards());
    }

    static SearchPlace onExecutors(SearchConfig search, Kernel kernel, Split split, SparkContext spark) {
        Restarts restarts = (settings, initial) -> new RestartSearch(
                spark, settings, initial, split.training(), split.validation(), search.sweeps(), kernel);
        return new SearchPlace(
                ExecutionKind.RESTARTS,
                kernel,
                null,
                executors(spark),
                search.restarts(),
                1,
                settings -> table(settings.toBuilder().evaluator(kernel::create).build(), split),
                Optional.of(restarts));
    }

    private static SearchPlace inDriver(SearchConfig search, Kernel kernel, Split split) {
        int threads = kernel.threads(search.threads(), split.training().rows());
        Rows rows = settings -> table(
                settings.toBuilder()
                        .evaluator((initial, dataset, loss) -> kernel.create(initial, dataset, loss, threads))
                        .build(),
                split);
        return new SearchPlace(ExecutionKind.DRIVER, kernel, null, 1, 1, threads, rows, Optional.empty());
    }

    static SearchProblem problem(Architecture architecture, Loss loss, Split split, Kernel kernel) {
        return new SearchProblem(architecture, split.training().canonical(), loss, kernel);
    }

    static SearchPlace overCandidates(SearchConfig search, SharedProblem shared, Split split) {
        SparkContext spark = shared.spark();
        int most = Math.max(search.weights().count(), search.biases().count());
        int partitions = Math.max(1, Math.min(most, StepChannel.slots(spark)));
        Rows rows = settings -> new BroadcastTable(table(settings, split), shared, partitions);
        return new SearchPlace(
                ExecutionKind.CANDIDATES,
                shared.problem().kernel(),
                channel(spark),
                executors(spark),
                partitions,
                1,
                rows,
                Optional.empty());
    }

    private static InMemoryTrainingRows table(ModelSettings settings, Split split) {
        return new InMemoryTrainingRows(settings, split.training(), split.validation());
    }

    static String channel(SparkContext spark) {
        return StepChannel.isAvailable(spark) ? spark.isLocal() ? "direct" : "rpc" : JOB;
    }

    /** What the user should know of it, if anything. */
    Optional<String> note() {
        List<String> notes = new ArrayList<>();
        plan.ifPresent(chosen -> notes.add("search.execution = auto: " + chosen.reason()));
        if (JOB.equals(channel)) {
            notes.add("Spark was started without spark.plugins = " + ChannelPlugin.class.getName()
                    + ", so each step of the search is a Spark job, which takes milliseconds");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
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
    static int executors(SparkContext spark) {
        return spark.isLocal() ? 1 : Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    }
}
