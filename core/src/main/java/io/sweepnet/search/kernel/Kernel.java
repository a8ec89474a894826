package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import java.util.Locale;
import java.util.Optional;

/** The evaluators that run in one JVM, from the slowest to the fastest. All choose the same, to the last bit. */
public enum Kernel {
    /** A full forward pass for each candidate: the reference, always in the calling thread alone. */
    DIRECT {
        @Override
        CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
            return new DirectEvaluator(initial, dataset, loss);
        }

        @Override
        public int threads(int most, int rows) {
            return 1;
        }
    },
    /** Only what a candidate changes is computed. */
    INCREMENTAL {
        @Override
        CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
            return new IncrementalEvaluator(initial, dataset, loss, threads);
        }
    };

    abstract CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss, int threads);

    /**
     * An evaluator at the given parameters.
     *
     * @param threads the most threads that it may use, the calling one included, at least 1; the choices do not depend
     *     on it
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public final CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss, int threads) {
        return evaluator(initial, dataset, loss, threads(Workers.check(threads), dataset.rows()));
    }

    /** An evaluator at the given parameters that works in the calling thread. */
    public final CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
        return create(initial, dataset, loss, 1);
    }

    /**
     * How many threads it uses where it may use so many: no more than a table of so many rows has shards, since a shard
     * is one thread's.
     */
    public int threads(int most, int rows) {
        return Math.min(most, Shards.of(rows).count());
    }

    /**
     * Why a kernel does not serve such a search, in the words of an error message, without a full stop; empty where it
     * does. A kernel that says nothing serves every search.
     */
    public Optional<String> refusal(Architecture architecture, Loss loss) {
        return Optional.empty();
    }

    /** Whether a kernel can evaluate the candidates of such a search. */
    public final boolean serves(Architecture architecture, Loss loss) {
        return refusal(architecture, loss).isEmpty();
    }

    /** The fastest kernel that serves; there is always one. */
    public static Kernel fastest(Architecture architecture, Loss loss) {
        Kernel fastest = DIRECT;
        for (Kernel kernel : values()) {
            if (kernel.serves(architecture, loss)) {
                fastest = kernel;
            }
        }
        return fastest;
    }

    /** The name used in configurations and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
