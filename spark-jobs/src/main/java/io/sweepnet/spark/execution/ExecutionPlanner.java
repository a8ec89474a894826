package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.spark.execution.ExecutionPlan.Measured;
import io.sweepnet.training.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;

/**
 * Chooses where a search over rows that the driver holds runs, by measuring: it makes the first steps of the search in each
 * execution that can serve, those of starts on executors in the driver, whose kernel is theirs, and takes the one that would be
 * done first. All find the same, so that the choice changes no result. Where settings ask for a check of every step, the steps that
 * are measured are checked too, and what fails is never passed over, since it may be a check.
 *
 * <pre>{@code
 * try (Execution execution = new ExecutionPlanner(request).choose(spark, split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class ExecutionPlanner {

    /** Searches that converge do so after some sweeps, mostly before their limit. */
    private static final int EXPECTED_SWEEPS = 10;

    /** What is done so soon is not worth the time that another execution takes to set up. */
    private static final double SOON_SECONDS = 2;

    private static final int MOST_STEPS = 200;

    /** An executor needs a table twice: as it comes and as it is used. */
    private static final double COPIES = 2;

    private static final double MEGABYTE = 1024.0 * 1024;

    private final SearchRequest request;

    /** A planner of one search. */
    public ExecutionPlanner(SearchRequest request) {
        this.request = request;
    }

    /**
     * Chooses. What the other executions have taken is free again.
     *
     * @param split rows to learn from and to watch
     * @return the execution that would be done first, whose report says what was measured; the driver's, without a plan, where no
     *     other can serve
     * @throws IllegalArgumentException where no kernel serves such a search, or not the one asked for, saying why
     */
    public Execution choose(SparkContext spark, Split split) {
        Execution inDriver = new DriverExecution(request, split);
        List<Execution> executions = new ArrayList<>(List.of(inDriver));
        try {
            executions.addAll(others(spark, split));
        } catch (ChannelException e) {
            return inDriver.chosenBy(ExecutionPlan.unmeasured(DriverExecution.NAME, e.getMessage()));
        }
        return executions.size() == 1 ? inDriver : measured(executions);
    }

    /**
     * Where else than in the driver the search can run, that of the least set-up first.
     *
     * @throws ChannelException where it could, and no executor comes
     */
    private List<Execution> others(SparkContext spark, Split split) {
        // A continuous range is not split.
        boolean isSplit = !request.isContinuous() && StepChannel.isAvailable(spark);
        if (request.starts() == 1 && !isSplit) {
            return List.of();
        }
        int slots = StepChannel.slots(spark);
        List<Execution> others = new ArrayList<>();
        boolean isTableForEach = isTableForEachExecutor(spark, slots, split);
        if (request.starts() > 1 && isTableForEach) {
            others.add(new RestartsExecution(spark, request, split));
        }
        if (isSplit && isTableForEach) {
            others.add(new CandidatesExecution(spark, request, split));
        }
        Kernel kernel = request.kernel();
        boolean isForRows = kernel.spreadRefusal(
                        architecture(), request.settings().loss(), false)
                .isEmpty();
        if (isSplit && isForRows && Shards.of(split.training().rows()).count() > 1) {
            others.add(RowsExecution.of(spark, request, split));
        }
        return others;
    }

    private Architecture architecture() {
        return request.settings().architecture();
    }

    /** Whether each executor has memory for the whole table, and for what each of its tasks keeps of it. */
    private boolean isTableForEachExecutor(SparkContext spark, int slots, Split split) {
        double table = bytes(split.training())
                + split.validation().map(ExecutionPlanner::bytes).orElse(0.0);
        double kept = RowMemory.keptBytes(architecture(), split.training().rows());
        int tasks = spark.isLocal() ? slots : spark.conf().getInt("spark.executor.cores", 1);
        double memory = spark.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : MEGABYTE * spark.conf().getSizeAsMb("spark.executor.memory", "1g");
        return COPIES * table + tasks * kept < memory;
    }

    private static double bytes(Dataset rows) {
        double columns = (double) rows.features().length + rows.targets().length + 1;
        return Double.BYTES * columns * rows.rows();
    }

    /**
     * The one of some executions that would be done first; the others are closed.
     *
     * @param executions at least one, that of the least set-up first; one that fails is passed over, unless all do or
     *     steps are checked
     */
    Execution measured(List<Execution> executions) {
        List<Measured> measured = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Measured best = null;
        Execution chosen = null;
        for (Execution execution : executions) {
            Measured now;
            try {
                now = measure(execution);
            } catch (Exception e) {
                // Whatever it is (the channel's, Spark's, an executor's), another execution may serve.
                if (failed.size() + 1 == executions.size() || request.settings().check()) {
                    executions.forEach(Execution::close);
                    throw e;
                }
                failed.add(execution.report().execution() + " cannot serve: " + FirstLine.of(e));
                execution.close();
                continue;
            }
            measured.add(now);
            if (best == null || now.expectedSeconds() < best.expectedSeconds()) {
                if (chosen != null) {
                    chosen.close();
                }
                best = now;
                chosen = execution;
            } else {
                execution.close();
            }
            if (best.expectedSeconds() <= SOON_SECONDS) {
                break;
            }
        }
        String reason = reason(best, measured, failed, executions.size());
        return chosen.chosenBy(new ExecutionPlan(best.execution(), measured, reason));
    }

    private static String reason(Measured best, List<Measured> measured, List<String> failed, int executions) {
        String told = measured.stream().map(Measured::toString).collect(Collectors.joining("; "));
        if (!failed.isEmpty()) {
            told += "; " + String.join("; ", failed);
        }
        boolean isAlone = measured.size() + failed.size() < executions;
        return best.execution() + ": " + told + (isAlone ? "; done so soon that nothing else is worth setting up" : "");
    }

    /**
     * Plays the beginning of a search, of which nothing is kept. It begins with the first layer, which has most of the
     * parameters and steps that look at all rows; those of an output layer may not.
     */
    private Measured measure(Execution execution) {
        Parameters initial = request.start();
        StepTimes times = new StepTimes(Math.min(MOST_STEPS, initial.count() - 1) + 1);
        SearchSource rows = execution.rows();
        SearchSettings search = request.settings().search(request.maxSweeps()).withOrder(ParameterOrder.LAYER);
        CoordinateSearch beginning = new CoordinateSearch(search, initial, rows.loss(initial.toArray()));
        rows.runner().run(beginning, times, times);
        double step = times.stepSeconds();
        double setUp = times.setUpSeconds();
        int atOnce = execution.startsAtOnce();
        int rounds = (request.starts() + atOnce - 1) / atOnce;
        long steps = (long) initial.count() * Math.min(request.maxSweeps(), EXPECTED_SWEEPS);
        return new Measured(execution.report().execution(), setUp, step, setUp + rounds * steps * step);
    }
}
