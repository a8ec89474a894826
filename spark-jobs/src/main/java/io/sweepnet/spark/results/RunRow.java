package io.sweepnet.spark.results;

import java.time.Instant;
import java.util.List;

/**
 * A row of {@link Table#RUNS}: one model of one run. Everything but the run may be null. Made with {@link #builder}.
 *
 * @param runId the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param startedAt when the model's training started
 * @param finishedAt when it ended; never before startedAt: a clock that was set back in between is not believed
 * @param status one of {@link #STATUSES}
 * @param dataset where the data came from, as the user named it
 * @param datasetSha256 SHA-256 of the data, in hex
 * @param rows rows used
 * @param droppedRows rows dropped because of missing values
 * @param features features
 * @param task {@code regression} or {@code classification}
 * @param classes the classes in order, null in regression
 * @param architecture the network, such as {@code 10-5-4-1 (relu, relu, identity)}
 * @param lossName the loss trained on
 * @param config the effective configuration, JSON
 * @param seed the run's seed
 * @param version Sweepnet's version
 * @param schemaVersion version of the tables' columns, {@link #SCHEMA_VERSION}
 * @param sparkVersion Spark's version
 * @param javaVersion Java's version
 * @param master Spark's master
 * @param execution how the search ran: {@code driver}, {@code candidates}, {@code rows}, {@code restarts}
 * @param kernel the kernel that evaluated candidates
 * @param channel how tasks talked
 * @param executors executors that took part
 * @param partitions partitions of the candidates or rows, or tasks of which each makes one start
 * @param threads threads that evaluated candidates in the driver's kernel, or in a task on an executor
 * @param parameters weights and biases of the network
 * @param candidateEvaluations losses evaluated; a step over a continuous range counts as one, and one more where the
 *     current value takes part
 * @param nonfiniteEvaluations candidates whose loss was NaN or infinite
 * @param directDecisions steps of the search that needed the direct rule, the losses of forward passes
 * @param initialLoss training loss before, in the target's own units
 * @param finalLoss training loss after
 * @param validationLoss loss on the validation rows after
 * @param testLoss loss on the test rows after
 * @param iterations sweeps and epochs done
 * @param stopReason why it ended
 * @param wallSeconds how long training took, in seconds, by a monotonic clock
 * @param details whatever came later, JSON
 */
public record RunRow(
        String runId,
        String model,
        Instant startedAt,
        Instant finishedAt,
        String status,
        String dataset,
        String datasetSha256,
        Long rows,
        Long droppedRows,
        Integer features,
        String task,
        List<String> classes,
        String architecture,
        String lossName,
        String config,
        Long seed,
        String version,
        Integer schemaVersion,
        String sparkVersion,
        String javaVersion,
        String master,
        String execution,
        String kernel,
        String channel,
        Integer executors,
        Integer partitions,
        Integer threads,
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
        Double wallSeconds,
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

    public RunRow {
        RunId.check(runId);
        startedAt = Values.micros(startedAt);
        finishedAt = Values.micros(finishedAt);
        if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
            finishedAt = startedAt;
        }
        classes = Values.copy(classes);
    }

    /** A builder whose columns are null but for the run and the schema's version. */
    public static RunRowBuilder builder(String runId) {
        return new RunRowBuilder(runId);
    }

    /** A builder that starts from this row: the models of a run share most columns. */
    public RunRowBuilder toBuilder() {
        return new RunRowBuilder(this);
    }
}
