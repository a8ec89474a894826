package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.EvaluatorPair;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search that all fast kernels play in lockstep with the reference: every answer of each of them is compared, and so are
 * the losses at the start and after every sweep.
 *
 * @param problem text that tells how to make the problem again
 */
record KernelTrial(String problem, Parameters initial, Dataset dataset, Loss loss, SearchSettings settings) {

    /** All but the reference. */
    static List<Kernel> fastKernels() {
        return Arrays.stream(Kernel.values())
                .filter(kernel -> kernel != Kernel.DIRECT)
                .toList();
    }

    /**
     * Steps of some trials that were compared.
     *
     * @param steps asked of the reference
     * @param compared of these, asked of a kernel too, which may not serve all trials
     * @param direct of these, handed to the direct rule by the kernel
     */
    record Tally(long steps, Map<Kernel, Long> compared, Map<Kernel, Long> direct) {

        private Tally plus(Tally other) {
            return new Tally(steps + other.steps, sum(compared, other.compared), sum(direct, other.direct));
        }

        private static Map<Kernel, Long> sum(Map<Kernel, Long> a, Map<Kernel, Long> b) {
            Map<Kernel, Long> sum = new TreeMap<>(a);
            b.forEach((kernel, count) -> sum.merge(kernel, count, Long::sum));
            return sum;
        }

        /** Of the steps asked of a kernel the share that it handed to the direct rule. */
        double directShare(Kernel kernel) {
            return (double) direct.get(kernel) / compared.get(kernel);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d steps compared; ", steps)
                    + fastKernels().stream().map(this::of).collect(Collectors.joining("; "));
        }

        private String of(Kernel kernel) {
            long asked = compared.getOrDefault(kernel, 0L);
            if (asked == 0) {
                return kernel.label() + " served none of them";
            }
            long handed = direct.get(kernel);
            return String.format(
                    Locale.ROOT,
                    "%s handed %,d of %,d to the direct rule (%.2f %%)",
                    kernel.label(),
                    handed,
                    asked,
                    100.0 * handed / asked);
        }
    }

    /** A trial that was played: what was compared, or why it failed. */
    private record Outcome(Tally tally, Throwable failure) {}

    /**
     * Plays the trials of seeds 1 to {@code seeds}, on all cores, and prints what was compared. Where some fail, the first
     * seed's failure is thrown with the others': which of them that is must not depend on which thread came first.
     */
    static Tally playAll(String name, int seeds, IntFunction<KernelTrial> trial) {
        List<Outcome> outcomes = IntStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> trial.apply(seed).outcome())
                .toList();
        List<Throwable> failures = new ArrayList<>();
        Tally sum = new Tally(0, Map.of(), Map.of());
        for (Outcome outcome : outcomes) {
            if (outcome.failure() == null) {
                sum = sum.plus(outcome.tally());
            } else {
                failures.add(outcome.failure());
            }
        }
        if (!failures.isEmpty()) {
            AssertionError error = new AssertionError(
                    failures.size() + " of " + seeds + " trials failed, first: "
                            + failures.get(0).getMessage(),
                    failures.get(0));
            failures.stream().skip(1).forEach(error::addSuppressed);
            throw error;
        }
        System.out.println(name + ": " + seeds + " trials, " + sum);
        return sum;
    }

    private Outcome outcome() {
        try {
            return new Outcome(play(), null);
        } catch (AssertionError e) {
            return new Outcome(null, e);
        } catch (RuntimeException e) {
            // What a kernel throws does not name the problem.
            return new Outcome(null, new AssertionError(problem + ": " + e, e));
        }
    }

    private Tally play() {
        Map<Kernel, CandidateEvaluator> pairs = new TreeMap<>();
        CandidateEvaluator last = new DirectEvaluator(initial, dataset, loss);
        for (Kernel kernel : fastKernels()) {
            if (kernel.serves(initial.architecture(), loss)) {
                last = new EvaluatorPair(kernel.create(initial, dataset, loss), last, kernel.label() + ", " + problem);
                pairs.put(kernel, last);
            }
        }
        assertThat(pairs).as("kernels to compare, %s", problem).isNotEmpty();
        try (CandidateEvaluator all = last) {
            CoordinateSearch search = new CoordinateSearch(settings, initial, all.loss());
            EvaluatorRunner.play(search, all, SearchListener.NONE, () -> false);
            long steps = (long) search.sweep() * search.stepsPerSweep();
            Map<Kernel, Long> compared = new TreeMap<>();
            Map<Kernel, Long> direct = new TreeMap<>();
            pairs.forEach((kernel, pair) -> {
                compared.put(kernel, steps);
                direct.put(kernel, pair.directDecisions());
            });
            return new Tally(steps, compared, direct);
        }
    }
}
