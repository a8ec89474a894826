package io.sweepnet.spark.execution;

import io.sweepnet.data.Split;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.SearchSource;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * A search that splits the candidates of each step over the executors, each of which receives the whole table once. If Spark
 * was started with the {@linkplain io.sweepnet.spark.execution plugin of the channel}, tasks that live as long as the search make the steps by
 * exchanging bids; otherwise each step is a Spark job.
 *
 * <pre>{@code
 * try (Execution execution = new CandidatesExecution(spark.sparkContext(), SearchRequest.of(settings, 20), split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class CandidatesExecution extends Execution {

    /** The name of this execution in results and settings. */
    public static final String NAME = "candidates";

    private final Split split;
    private final SharedProblem shared;

    /**
     * Creates an execution whose search has not begun; waits for the first executor to register.
     *
     * @param split the training rows, and the validation rows if any
     * @throws IllegalArgumentException if the candidates are a continuous range, which cannot be split, or if the kernel does
     *     not serve such a search; the message states why
     * @throws SearchFailedException if no executor registers in time
     */
    public CandidatesExecution(SparkContext spark, SearchRequest request, Split split) {
        super(request, report(spark, request));
        this.split = split;
        ModelSettings settings = request.settings();
        this.shared = new SharedProblem(
                spark,
                new SearchProblem(
                        settings.architecture(),
                        split.training().canonical(),
                        settings.loss(),
                        report().kernel(),
                        settings.check()));
    }

    private static ExecutionReport report(SparkContext spark, SearchRequest request) {
        if (request.isContinuous()) {
            throw new IllegalArgumentException("a continuous range of candidates is not split over executors");
        }
        Kernel kernel = request.kernel();
        int most = request.settings().space().largestCount();
        int partitions = Math.max(1, Math.min(most, slots(spark)));
        return new ExecutionReport(
                NAME, kernel, Optional.of(channel(spark)), executors(spark), partitions, 1, Optional.empty());
    }

    @Override
    SearchSource open() {
        InMemoryTrainingRows table = request().settings().rows(split.training(), split.validation());
        return new BroadcastTable(table, shared, report().partitions());
    }

    @Override
    public void close() {
        shared.discard();
    }
}
