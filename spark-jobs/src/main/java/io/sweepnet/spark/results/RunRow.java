package io.sweepnet.spark.results;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A row of {@link Table#RUNS}: one model of one run. Its parts group the columns and have none of their own: the table's
 * columns are the components of this record, with those of each part in the part's place. Everything but the run and the
 * parts may be null.
 *
 * @param runId the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param startedAt when the model's training started
 * @param finishedAt when it ended; never before startedAt: a clock that was set back in between is not believed
 * @param status one of {@link #STATUSES}, or what another version wrote
 * @param data what was learned from
 * @param setup what was trained, and how it was configured
 * @param environment the programs that ran
 * @param placement where the search ran
 * @param outcome what training reached, and what it took
 * @param details whatever came later, JSON
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
     * What was learned from.
     *
     * @param dataset where the data came from, as the user named it
     * @param datasetSha256 SHA-256 of the data, in hex
     * @param rows rows used
     * @param droppedRows rows dropped because of missing values
     * @param features features
     * @param task {@code regression} or {@code classification}
     * @param classes the classes in order, null in regression
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
     * @param lossName the loss trained on
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
     * Where the search ran. All but the first are null for a model that does not search.
     *
     * @param execution how the search ran: {@code driver}, {@code candidates}, {@code rows}, {@code restarts}
     * @param kernel the kernel that evaluated candidates
     * @param channel how tasks talked
     * @param executors executors that took part
     * @param partitions partitions of the candidates or rows, or tasks of which each makes one start
     * @param threads threads that evaluated candidates in the driver's kernel, or in a task on an executor
     */
    public record Placement(
            String execution, String kernel, String channel, Integer executors, Integer partitions, Integer threads) {}

    /**
     * What training reached, and what it took. Losses are in the target's own units.
     *
     * @param parameters weights and biases of the network
     * @param candidateEvaluations losses evaluated; a step over a continuous range counts as one, and one more where the
     *     current value takes part
     * @param nonfiniteEvaluations candidates whose loss was NaN or infinite; null for a model that does not search
     * @param directDecisions steps of the search that needed the direct rule, the losses of forward passes; null for a
     *     model that does not search
     * @param initialLoss training loss before
     * @param finalLoss training loss after
     * @param validationLoss loss on the validation rows after
     * @param testLoss loss on the test rows after
     * @param iterations sweeps and epochs done
     * @param stopReason why it ended
     * @param wallSeconds how long training took, in seconds, by a monotonic clock
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
     * The status itself. Rows that are read may have others, of other versions.
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
