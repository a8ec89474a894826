package io.sweepnet.spark.execution;

import io.sweepnet.data.Split;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.SearchSource;
import java.util.Optional;

/**
 * A search in the driver's JVM by a kernel that may use several threads. It needs no Spark.
 *
 * <pre>{@code
 * try (Execution execution = new DriverExecution(SearchRequest.of(settings, 20), split)) {
 *     SearchResult result = execution.search(TrainingContext.NONE);
 * }
 * }</pre>
 */
public final class DriverExecution extends Execution {

    /** The name of this execution in results and settings. */
    public static final String NAME = "driver";

    private final Split split;

    /**
     * Creates an execution whose search has not begun.
     *
     * @param split the training rows, and the validation rows if any
     * @throws IllegalArgumentException if the requested kernel, or any kernel, does not serve such a search; the message
     *     states why
     */
    public DriverExecution(SearchRequest request, Split split) {
        super(request, report(request, split));
        this.split = split;
    }

    private static ExecutionReport report(SearchRequest request, Split split) {
        Kernel kernel = request.kernel();
        int threads =
                kernel.threads(request.settings().threads(), split.training().rows());
        return new ExecutionReport(NAME, kernel, Optional.empty(), 1, 1, threads, Optional.empty());
    }

    @Override
    SearchSource open() {
        return request()
                .settings()
                .rows(split.training(), split.validation())
                .with(report().kernel(), report().threads());
    }
}
