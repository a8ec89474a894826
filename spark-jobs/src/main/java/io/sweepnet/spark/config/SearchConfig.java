package io.sweepnet.spark.config;

import io.sweepnet.search.Candidates;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * The settings of the coordinate search (section {@code search}).
 *
 * @param execution where the search runs
 * @param candidates the kind of candidates; a continuous range cannot be split over executors
 * @param kernel how a JVM evaluates candidates; empty for the fastest kernel that serves
 * @param threads largest number of threads of the driver's kernel, at least 1; must be 1 if executors search, since
 *     their tasks already share the cores, and with the direct kernel, which is single-threaded
 * @param order the order in which a sweep visits the parameters
 * @param ties which of several candidates with the lowest loss is chosen; empty: random if the loss or all activations
 *     are flat, else the first
 * @param sweeps largest number of sweeps, at least 0
 * @param tolerance smallest decrease of the loss in a sweep that counts as a gain; in units of the loss, finite, at
 *     least 0
 * @param patience number of sweeps in a row without gain that end the search, at least 1; empty: 1, or 10 with random
 *     ties
 * @param keepCurrent whether a parameter's current value is a candidate too
 * @param restarts number of starts, at least 1
 * @param sample share of the training rows that the first sweeps use, above 0, up to 1
 * @param check whether every step is also evaluated by the direct rule; the run ends with an error if a choice differs
 * @param weights the candidates of a weight, of the kind {@code candidates}
 * @param biases the candidates of a bias, of the kind {@code candidates}
 */
public record SearchConfig(
        ExecutionKind execution,
        CandidateKind candidates,
        Optional<Kernel> kernel,
        int threads,
        ParameterOrder order,
        Optional<Ties> ties,
        int sweeps,
        double tolerance,
        Optional<Integer> patience,
        boolean keepCurrent,
        int restarts,
        double sample,
        boolean check,
        Candidates weights,
        Candidates biases) {

    public SearchConfig {
        boolean exact = candidates == CandidateKind.EXACT;
        if (exact != weights instanceof Interval || exact != biases instanceof Interval) {
            throw new IllegalArgumentException(
                    "candidates of kind " + candidates + " cannot be " + weights + " and " + biases);
        }
        InvalidSetting.check(
                execution != ExecutionKind.CANDIDATES || !exact,
                Allowed.EXACT_ON_EXECUTORS,
                "search.execution",
                execution.label(),
                "search.candidates",
                candidates.label());
        InvalidSetting.check(threads >= 1, Allowed.THREADS, "search.threads", threads);
        InvalidSetting.check(
                execution == ExecutionKind.AUTO || execution == ExecutionKind.DRIVER || threads == 1,
                Allowed.THREADS_ON_EXECUTORS,
                "search.execution",
                execution.label(),
                "search.threads",
                threads);
        InvalidSetting.check(
                kernel.filter(Kernel.DIRECT::equals).isEmpty() || threads == 1,
                Allowed.THREADS_OF_DIRECT,
                "search.kernel",
                Kernel.DIRECT.label(),
                "search.threads",
                threads);
        InvalidSetting.check(sweeps >= 0, Allowed.COUNT, "search.sweeps", sweeps);
        InvalidSetting.check(
                tolerance >= 0 && Double.isFinite(tolerance), Allowed.NOT_NEGATIVE, "search.tolerance", tolerance);
        InvalidSetting.check(patience.orElse(1) >= 1, Allowed.PATIENCE, "search.patience", patience.orElse(1));
        InvalidSetting.check(restarts >= 1, Allowed.RESTARTS, "search.restarts", restarts);
        InvalidSetting.check(sample > 0 && sample <= 1, Allowed.SAMPLE, "search.sample", sample);
    }
}
