package io.sweepnet.spark.execution;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * What is to be searched for, wherever that is done.
 *
 * @param settings network, loss, candidates and kernel; its threads are those of a search in the driver, for tasks have one
 * @param initial parameters of start 0; random where there are none, as those of all other starts are
 * @param maxSweeps sweeps of each start at most, at least 0
 * @param starts from how many initial parameters to search, at least 1; the best of them is what is found
 */
public record SearchRequest(ModelSettings settings, Optional<Parameters> initial, int maxSweeps, int starts) {

    public SearchRequest {
        if (maxSweeps < 0) {
            throw new IllegalArgumentException("the sweep limit must not be negative, got " + maxSweeps);
        }
        if (starts < 1) {
            throw new IllegalArgumentException("a search needs at least 1 start, got " + starts);
        }
    }

    /** A search from one start, the random initial parameters of its settings. */
    public static SearchRequest of(ModelSettings settings, int maxSweeps) {
        return new SearchRequest(settings, Optional.empty(), maxSweeps, 1);
    }

    /** The parameters of start 0. */
    Parameters start() {
        return initial.orElseGet(settings::initialParameters);
    }

    /** Whether candidates are a continuous range. */
    boolean isContinuous() {
        return settings.search(maxSweeps).isContinuous();
    }

    /**
     * The kernel of the settings, or else the fastest that serves.
     *
     * @throws IllegalArgumentException where it does not serve such a search, or none does, saying why
     */
    Kernel kernel() {
        Kernel kernel = settings.kernel()
                .orElseGet(() -> Kernel.fastest(settings.architecture(), settings.loss(), isContinuous()));
        kernel.refusal(settings.architecture(), settings.loss(), isContinuous()).ifPresent(SearchRequest::refuse);
        return kernel;
    }

    /**
     * The same for rows that are spread over several processes.
     *
     * @throws IllegalArgumentException where it does not serve such a search, or none does, saying why
     */
    Kernel kernelOfSpreadRows() {
        Kernel kernel = kernel();
        kernel.remoteRefusal(settings.architecture(), settings.loss(), isContinuous())
                .ifPresent(SearchRequest::refuse);
        return kernel;
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }
}
