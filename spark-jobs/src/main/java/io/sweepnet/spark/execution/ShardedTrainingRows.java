package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchState;
import io.sweepnet.search.kernel.DeadLayers;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.channel.StepChannel;
import io.sweepnet.training.EvaluatorRunner;
import io.sweepnet.training.GradientSource;
import io.sweepnet.training.RowSample;
import io.sweepnet.training.SearchRunner;
import io.sweepnet.training.SearchSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.SparkContext;

/**
 * Training rows that stay on executors. Searches run in tasks on the executors; losses and gradients are summed over the
 * shards, and only sums, and the rows of a sample, are sent to the driver. Not thread-safe.
 *
 * <pre>{@code
 * SparkContext context = spark.sparkContext();
 * SearchSource rows = new ShardedTrainingRows(
 *         settings, training, Optional.empty(), Kernel.PIECEWISE, context, context.defaultParallelism());
 * double loss = rows.loss(settings.initialParameters().toArray());
 * }</pre>
 */
public final class ShardedTrainingRows implements SearchSource, GradientSource {

    private final ModelSettings settings;
    private final Architecture architecture;
    private final Loss loss;
    private final TableShards training;
    private final Optional<TableShards> validation;
    private final Kernel kernel;
    private final SparkContext spark;
    private final int tasks;
    private final TableFacts facts;
    private final double validationWeight;

    /** The parameters of the last loss, which is cached since it is requested repeatedly. */
    private double[] lossAt;

    private double lastLoss;

    /**
     * @param training the training rows
     * @param validation the validation rows, if any
     * @param kernel the kernel of searches, which must serve distributed rows
     * @param tasks number of tasks over which a search distributes the shards, from 1 to the number of task slots
     */
    public ShardedTrainingRows(
            ModelSettings settings,
            TableShards training,
            Optional<TableShards> validation,
            Kernel kernel,
            SparkContext spark,
            int tasks) {
        this.settings = settings;
        this.architecture = settings.architecture();
        this.loss = settings.loss();
        this.training = training;
        this.validation = validation;
        this.kernel = kernel;
        this.spark = spark;
        this.tasks = tasks;
        this.facts = training.shards().map(TableFacts::ofShard).collect().stream()
                .reduce(TableFacts::plus)
                .orElseThrow();
        DirectLoss.check(architecture, facts);
        this.validationWeight = validation.map(ShardedTrainingRows::weight).orElse(0.0);
    }

    private static double weight(TableShards blocks) {
        return ShardJob.sum(
                blocks, (shard, rows) -> new double[] {TableFacts.ofShard(rows).totalWeight()})[0];
    }

    @Override
    public double loss(double[] parameters) {
        if (!Arrays.equals(parameters, lossAt)) {
            lastLoss = loss(parameters, training, facts.totalWeight());
            lossAt = parameters.clone();
        }
        return lastLoss;
    }

    private double loss(double[] parameters, TableShards blocks, double weight) {
        Architecture of = architecture;
        Loss asked = loss;
        double[] flat = parameters.clone();
        double[] sums = ShardJob.sum(
                blocks, (shard, rows) -> DirectLoss.ofShard(of, rows, asked).sums(flat));
        return loss.finish(sums, weight);
    }

    @Override
    public OptionalDouble validationLoss(double[] parameters) {
        if (validation.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(loss(parameters, validation.get(), validationWeight));
    }

    @Override
    public boolean isDead(SearchSettings search, Parameters at) {
        return DeadLayers.isPossible(architecture, search)
                && new DistributedDeadLayers(training, architecture, search).isDead(at);
    }

    @Override
    public SearchRunner runner() {
        return StepChannel.isAvailable(spark)
                ? new ChannelRunner(this::start, (search, reported) -> reported)
                : new EvaluatorRunner(this, this::inJobs);
    }

    private ChannelRunner.Reports start(SearchSettings search, SearchState at) {
        int groups = Math.min(tasks, training.shards().getNumPartitions());
        StepChannel channel = SearchFailedException.ifChannelFails(() -> StepChannel.start(
                spark, ShardGroups.of(training, validation, groups), new RowMember(problem(search)), at.toArray()));
        return ChannelRunner.Reports.of(channel, () -> {});
    }

    private CandidateEvaluator inJobs(CoordinateSearch search) {
        RowProblem problem = problem(search.settings());
        Parameters at = search.parameters();
        return problem.evaluator(at, new JobAnswers(problem, training, at));
    }

    private RowProblem problem(SearchSettings search) {
        return new RowProblem(search, architecture, loss, kernel, facts, validationWeight, settings.check());
    }

    /** Collects the sample in the driver, which searches over it with one thread. */
    @Override
    public SearchSource sample(double share, long seed) {
        int rowCount = training.rows();
        List<Dataset> parts = training.shards()
                .mapPartitionsWithIndex(
                        (shard, rows) -> {
                            Dataset all = rows.next();
                            int[] chosen = RowSample.of(all, Shards.of(rowCount).from(shard), share, seed);
                            return List.of(all.rows(chosen)).iterator();
                        },
                        true)
                .collect();
        return parts.stream().anyMatch(part -> part.rows() > 0 && part.totalWeight() > 0)
                ? settings.rows(JoinedShards.of(parts), Optional.empty()).with(kernel, 1)
                : this;
    }

    @Override
    public GradientDescent descent(GradientDescent.Settings descent, Parameters initial) {
        return new GradientDescent(
                descent, initial, new RowGradient(training, architecture, loss, facts.totalWeight(), this::loss));
    }
}
