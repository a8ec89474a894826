package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.CandidateKind;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.input.InputException;

/** Checks before training that a kernel serves the search. The messages name the keys of the configuration. */
final class SearchChecks {

    private SearchChecks() {}

    /**
     * Checks a search over rows in one JVM.
     *
     * @throws InputException with the reason, if no kernel serves the candidates, or the configured kernel does not
     */
    static void check(SearchConfig search, Architecture architecture, Loss loss) {
        kernel(search, architecture, loss);
    }

    /**
     * Checks a search over rows that stay on executors.
     *
     * @throws InputException with the reason, if no kernel serves the candidates over rows on executors, or the
     *     configured kernel does not
     */
    static void checkOverRows(SearchConfig search, Architecture architecture, Loss loss) {
        Kernel kernel = kernel(search, architecture, loss);
        boolean exact = search.candidates() == CandidateKind.EXACT;
        kernel.remoteRefusal(architecture, loss, exact).ifPresent(why -> {
            throw new InputException("search.execution = rows, "
                    + (exact ? "search.candidates = exact" : "search.kernel = " + kernel.label()) + ": " + why);
        });
    }

    private static Kernel kernel(SearchConfig search, Architecture architecture, Loss loss) {
        boolean exact = search.candidates() == CandidateKind.EXACT;
        Kernel fastest = fastest(architecture, loss, exact);
        Kernel kernel = search.kernel().orElse(fastest);
        kernel.refusal(architecture, loss, exact).ifPresent(why -> {
            throw new InputException("search.kernel = " + kernel.label() + ": " + why
                    + "; auto takes the fastest kernel that serves, here " + fastest.label());
        });
        return kernel;
    }

    /** Returns the fastest kernel that serves; only for a continuous range may there be none. */
    private static Kernel fastest(Architecture architecture, Loss loss, boolean exact) {
        try {
            return Kernel.fastest(architecture, loss, exact);
        } catch (IllegalArgumentException e) {
            throw new InputException("search.candidates = exact: " + e.getMessage(), e);
        }
    }
}
