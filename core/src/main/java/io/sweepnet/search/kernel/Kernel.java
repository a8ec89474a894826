package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import java.util.Locale;
import java.util.Optional;

/** The evaluators that run in one JVM, from the slowest to the fastest. All choose the same, to the last bit. */
public enum Kernel {
    /** A full forward pass for each candidate: the reference. */
    DIRECT {
        @Override
        public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
            return new DirectEvaluator(initial, dataset, loss);
        }
    },
    /** Only what a candidate changes is computed. */
    INCREMENTAL {
        @Override
        public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
            return new IncrementalEvaluator(initial, dataset, loss);
        }
    };

    /**
     * An evaluator at the given parameters.
     *
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public abstract CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss);

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
