package io.sweepnet.spark.results;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A row of {@link ResultTable#RUNS}: one model of one run. The columns are the components of this record, where each part
 * ({@link Data}, {@link Setup} ...) is replaced by its own components. Everything but the run and the parts may be
 * null.
 *
 * @param runId id of the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param startedAt when the model's training started
 * @param finishedAt when it ended; startedAt if it would be earlier, as after a clock was set back
 * @param status one of {@link #STATUSES}, or what another version wrote
 * @param data the training data
 * @param setup what was trained, and how it was configured
 * @param environment the programs that ran
 * @param placement where the search ran
 * @param outcome the result of the training, and its cost
 * @param details facts without a column of their own, JSON
 */
public record RunRow(
        String runId,
        String model,
        Instant startedAt,
        Instant finishedAt,
        String status,
        Data data,
        Setup setup,
        Environment environment,
        Placement placement,
        Outcome outcome,
        String details) {

    /** Version of the tables' columns: it changes with any of their names, types or meanings. */
    public static final int SCHEMA_VERSION = 1;

    /** The model was trained. */
    public static final String DONE = "done";
    /** The user, or a time limit, ended training early. */
    public static final String CANCELLED = "cancelled";
    /** The loss became NaN or infinite. */
    public static final String DIVERGED = "diverged";
    /** Training ended with an error. */
    public static final String FAILED = "failed";

    /** All values of {@code status} that this version writes. */
    public static final List<String> STATUSES = List.of(DONE, CANCELLED, DIVERGED, FAILED);

    /**
     * The training data.
     *
     * @param dataset the path or name of the data, as the user gave it
     * @param datasetSha256 SHA-256 of the data, in hex
     * @param rows number of rows used
     * @param droppedRows number of rows dropped because of missing values
     * @param features number of features
     * @param task {@code regression} or {@code classification}
     * @param classes the classes in order; null in regression
     */
    public record Data(
            String dataset,
            String datasetSha256,
            Long rows,
            Long droppedRows,
            Integer features,
            String task,
            List<String> classes) {

        public Data {
            classes = ColumnValues.copy(classes);
        }
    }

    /**
     * What was trained, and how it was configured.
     *
     * @param architecture the network, such as {@code 10-5-4-1 (relu, relu, identity)}
     * @param lossName name of the loss that training minimised
     * @param config the effective configuration, JSON
     * @param seed the run's seed
     */
    public record Setup(String architecture, String lossName, String config, Long seed) {}

    /**
     * The programs that ran.
     *
     * @param version Sweepnet's version
     * @param schemaVersion version of the tables' columns, {@link #SCHEMA_VERSION}
     * @param sparkVersion Spark's version
     * @param javaVersion Java's version
     * @param master Spark's master
     */
    public record Environment(
            String version, Integer schemaVersion, String sparkVersion, String javaVersion, String master) {}

    /**
     * Where the search ran. Everything but the first is null for a model without a search.
     *
     * @param execution the execution: {@code driver}, {@code candidates}, {@code rows}, {@code restarts}
     * @param kernel the kernel that evaluated candidates
     * @param channel the channel by which the tasks exchanged data
     * @param executors number of executors that took part
     * @param partitions number of partitions of the candidates or rows, or of tasks with one start each
     * @param threads number of threads that evaluated candidates in the driver's kernel, or in a task on an executor
     */
    public record Placement(
            String execution, String kernel, String channel, Integer executors, Integer partitions, Integer threads) {}

    /**
     * The result of the training, and its cost. Losses are in the target's own units.
     *
     * @param parameters number of weights and biases of the network
     * @param candidateEvaluations number of losses evaluated; a step over a continuous range counts as one, and one
     *     more if the current value takes part
     * @param nonfiniteEvaluations number of candidates whose loss was NaN or infinite; null for a model without a
     *     search
     * @param directDecisions number of steps of the search that needed the direct rule; null for a model without a
     *     search
     * @param initialLoss training loss before the training
     * @param finalLoss training loss after it
     * @param validationLoss loss on the validation rows after it
     * @param testLoss loss on the test rows after it
     * @param iterations number of sweeps and epochs
     * @param stopReason why it ended
     * @param wallSeconds duration of the training in seconds, by a monotonic clock
     */
    public record Outcome(
            Integer parameters,
            Long candidateEvaluations,
            Long nonfiniteEvaluations,
            Long directDecisions,
            Double initialLoss,
            Double finalLoss,
            Double validationLoss,
            Double testLoss,
            Integer iterations,
            String stopReason,
            Double wallSeconds) {}

    public RunRow {
        RunId.check(runId);
        requireNonNull(data, "data");
        requireNonNull(setup, "setup");
        requireNonNull(environment, "environment");
        requireNonNull(placement, "placement");
        requireNonNull(outcome, "outcome");
        startedAt = ColumnValues.micros(startedAt);
        finishedAt = ColumnValues.micros(finishedAt);
        if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
            finishedAt = startedAt;
        }
    }

    /**
     * Returns the status itself. Rows of other versions may have other values.
     *
     * @throws IllegalArgumentException if it is none of {@link #STATUSES}
     */
    public static String checkStatus(String status) {
        if (!STATUSES.contains(status)) {
            throw new IllegalArgumentException("status is one of " + STATUSES + ", got " + status);
        }
        return status;
    }
}
