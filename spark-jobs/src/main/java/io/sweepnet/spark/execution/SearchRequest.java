package io.sweepnet.spark.execution;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * The description of a search, independent of where it runs.
 *
 * <pre>{@code
 * ModelSettings settings = ModelSettings.builder().inputSize(3).hiddenSizes(5).outputSize(1).build();
 * SearchRequest once = SearchRequest.of(settings, 20);
 * SearchRequest bestOf16 = new SearchRequest(settings, Optional.empty(), 20, 16);
 * }</pre>
 *
 * @param settings network, loss, candidates and kernel; the number of threads applies to a search in the driver, since tasks
 *     use one thread
 * @param initial parameters of start 0; if empty they are random, as those of all other starts are
 * @param maxSweeps largest number of sweeps of each start, at least 0
 * @param starts number of starts, at least 1, of which the best is the result
 */
public record SearchRequest(ModelSettings settings, Optional<Parameters> initial, int maxSweeps, int starts) {

    /** @throws IllegalArgumentException if the number of sweeps or of starts is too small */
    public SearchRequest {
        if (maxSweeps < 0) {
            throw new IllegalArgumentException("the sweep limit must not be negative, got " + maxSweeps);
        }
        if (starts < 1) {
            throw new IllegalArgumentException("a search needs at least 1 start, got " + starts);
        }
    }

    /** Returns the request of a search with one start, from the random initial parameters of the settings. */
    public static SearchRequest of(ModelSettings settings, int maxSweeps) {
        return new SearchRequest(settings, Optional.empty(), maxSweeps, 1);
    }

    /** Returns the initial parameters of start 0. */
    Parameters start() {
        return initial.orElseGet(settings::initialParameters);
    }

    /** Returns whether the candidates are a continuous range. */
    boolean isContinuous() {
        return settings.search(maxSweeps).space().isContinuous();
    }

    /**
     * Returns the kernel of the settings, or, if they have none, the fastest one that serves the search.
     *
     * @throws IllegalArgumentException if that kernel, or any kernel, does not serve such a search; the message states why
     */
    Kernel kernel() {
        Kernel kernel = settings.kernel()
                .orElseGet(() -> Kernel.fastest(settings.architecture(), settings.loss(), isContinuous()));
        kernel.refusal(settings.architecture(), settings.loss(), isContinuous()).ifPresent(SearchRequest::refuse);
        return kernel;
    }

    /**
     * Returns the {@linkplain #kernel() kernel}, which must also serve rows that are distributed over several processes.
     *
     * @throws IllegalArgumentException if that kernel, or any kernel, does not serve such a search; the message states why
     */
    Kernel kernelOverRows() {
        Kernel kernel = kernel();
        kernel.remoteRefusal(settings.architecture(), settings.loss(), isContinuous())
                .ifPresent(SearchRequest::refuse);
        return kernel;
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
