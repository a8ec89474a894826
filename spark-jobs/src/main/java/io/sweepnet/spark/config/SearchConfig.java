package io.sweepnet.spark.config;

import io.sweepnet.search.Candidates;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.util.Optional;

/**
 * How the coordinate search goes ({@code search}).
 *
 * @param execution where it runs
 * @param candidates what a step tries; no continuous range where candidates are split over executors
 * @param kernel how a JVM evaluates candidates; empty: the fastest kernel that serves
 * @param threads threads of the driver's kernel at most, at least 1; 1 where executors search, whose tasks share the cores already, and with the direct kernel, which is kept plain
 * @param order in which a sweep visits the parameters
 * @param ties which of equally good candidates wins; empty: random where the loss counts or all activations are flat,
 *     else first
 * @param sweeps sweeps at most, at least 0
 * @param tolerance a sweep that gains less counts as one without gain; in units of the loss, finite, at least 0
 * @param patience sweeps in a row without gain that end the search, at least 1; empty: 1, or 10 with random ties
 * @param keepCurrent whether a parameter's current value is a candidate too
 * @param restarts how many starts are tried, at least 1
 * @param sample share of the rows that the first sweeps look at, above 0, up to 1
 * @param check whether every step is played by the direct rule too, and the run ends where a choice differs
 * @param weights what is tried for a weight, of the kind that {@code candidates} names
 * @param biases what is tried for a bias, of that kind too
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
