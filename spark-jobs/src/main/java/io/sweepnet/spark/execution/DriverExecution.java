package io.sweepnet.spark.execution;

import io.sweepnet.data.Split;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.SearchSource;
import java.util.Optional;

/** A search in the driver's JVM, by a kernel that may use several threads; needs no Spark. */
public final class DriverExecution extends Execution {

    /** The name that results know it by. */
    public static final String NAME = "driver";

    private final Split split;

    /**
     * A search that has not begun.
     *
     * @param split rows to learn from and to watch
     * @throws IllegalArgumentException where the kernel does not serve such a search, or none does, saying why
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
