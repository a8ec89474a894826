package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;
import io.sweepnet.search.kernel.incremental.IncrementalShards;
import io.sweepnet.search.kernel.piecewise.PiecewiseEvaluator;
import io.sweepnet.search.kernel.piecewise.PiecewiseShards;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways to evaluate the candidates of a step, from the slowest to the fastest. All choose the same candidates, to the last
 * bit; they differ in the networks, losses and candidates that they serve.
 *
 * <pre>{@code
 * Kernel kernel = Kernel.fastest(architecture, loss);
 * try (CandidateEvaluator evaluator = kernel.create(initial, table, loss, 4)) {
 *     Choice choice = evaluator.best(step);
 * }
 * }</pre>
 */
@SuppressWarnings("ImmutableEnumChecker") // references to constructors hold no state
public enum Kernel {
    /** A full forward pass for each candidate: the reference, always in the calling thread only. */
    DIRECT((initial, dataset, loss, threads) -> new DirectEvaluator(initial, dataset, loss), null, null) {
        @Override
        public int threads(int most, int rows) {
            return 1;
        }
    },
    /** Computes only the units that a candidate changes. */
    INCREMENTAL(IncrementalEvaluator::new, IncrementalEvaluator::new, IncrementalShards::new),
    /** One pass over the rows gives the losses of all candidates, for losses and activations that are made of pieces. */
    PIECEWISE(PiecewiseEvaluator::new, PiecewiseEvaluator::new, PiecewiseShards::new) {
        @Override
        public int threads(int most, int rows) {
            return Math.min(most, PiecewiseEvaluator.parts(rows));
        }

        @Override
        public Optional<String> refusal(Architecture architecture, Loss loss, boolean exact) {
            return exact && smoothRefusal(architecture).isPresent()
                    ? smoothRefusal(architecture)
                    : PiecewiseEvaluator.refusal(architecture, loss)
                            .map(why -> exact ? why + "; or use candidates = grid" : why);
        }
    };

    /** Creates an evaluator over a table in this JVM. */
    private interface LocalMaker {
        CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss, int threads);
    }

    /** Creates an evaluator over remote rows. */
    private interface RemoteMaker {
        CandidateEvaluator evaluator(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows);
    }

    /** Creates the shards that answer the questions of an evaluator over remote rows. */
    private interface ShardMaker {
        RowShards shards(Parameters at, ShardGroup group, Loss loss);
    }

    private static final String NOT_REMOTE = "kernel 'direct' is the reference on one table, and does not serve rows in"
            + " several processes; use kernel = auto, incremental or piecewise";

    private final LocalMaker local;

    /** Null, like the shards, if the kernel does not serve remote rows. */
    private final RemoteMaker remote;

    private final ShardMaker shards;

    Kernel(LocalMaker local, RemoteMaker remote, ShardMaker shards) {
        this.local = local;
        this.remote = remote;
        this.shards = shards;
    }

    /**
     * Returns an evaluator at the given parameters, over a table in this JVM.
     *
     * @param threads the maximum number of threads, including the calling one, at least 1; the choices do not depend on it
     * @throws IllegalArgumentException if the kernel does not serve, or network, table and loss do not fit
     */
    public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss, int threads) {
        return local.evaluator(initial, dataset, loss, threads(Workers.check(threads), dataset.rows()));
    }

    /** Returns an evaluator at the given parameters that uses the calling thread only. */
    public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
        return create(initial, dataset, loss, 1);
    }

    /**
     * Returns an evaluator at the given parameters over remote rows, which are in the {@link #shards} of any number of
     * processes. Its choices are those of an evaluator over the whole table, and depend only on the answers of the shards and
     * on the facts of the table: several processes that each have such an evaluator, and get the same answers, make the same
     * steps.
     *
     * @param rows answers questions with sums over all shards, and is notified of every move
     * @throws IllegalArgumentException if the kernel does not serve, or network, table and loss do not fit
     */
    public CandidateEvaluator create(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        checkRemote(remote);
        return remote.evaluator(initial, facts, loss, rows);
    }

    /**
     * Returns the shards of one process, which answer the questions of an evaluator over remote rows.
     *
     * @param at the current parameters of the search
     * @throws IllegalArgumentException if the kernel does not serve, or network, shards and loss do not fit
     */
    public RowShards shards(Parameters at, ShardGroup group, Loss loss) {
        checkRemote(shards);
        return shards.shards(at, group, loss);
    }

    private static void checkRemote(Object maker) {
        if (maker == null) {
            throw new IllegalArgumentException(NOT_REMOTE);
        }
    }

    /**
     * Returns the number of threads that the kernel uses: at most one for each shard of the table, since a shard is evaluated
     * by one thread.
     *
     * @param most the maximum number of threads
     * @param rows number of rows of the table
     */
    public int threads(int most, int rows) {
        return Math.min(most, Shards.of(rows).count());
    }

    /**
     * Returns why the kernel does not serve such a search, as the text of an error message without a full stop; empty if it
     * serves. Unless a kernel overrides this, it serves every grid and list, and no continuous range.
     *
     * @param exact whether the candidates of weights, of biases or of both are an {@link Interval}
     */
    public Optional<String> refusal(Architecture architecture, Loss loss, boolean exact) {
        if (!exact) {
            return Optional.empty();
        }
        Optional<String> smooth = smoothRefusal(architecture);
        return smooth.isPresent()
                ? smooth
                : Optional.of("kernel '" + label() + "' tries values one by one, and a continuous range has no end of"
                        + " them; use candidates = grid");
    }

    /**
     * Returns why the kernel does not serve such a search over remote rows, as a text like that of {@link #refusal}; empty if
     * it serves.
     */
    public Optional<String> remoteRefusal(Architecture architecture, Loss loss, boolean exact) {
        if (remote == null) {
            return Optional.of(NOT_REMOTE);
        }
        Optional<String> refusal = refusal(architecture, loss, exact);
        return exact && refusal.isEmpty() ? Optional.of(PiecewiseEvaluator.NO_REMOTE_INTERVAL) : refusal;
    }

    /**
     * Returns why no kernel can search a continuous range of such a network exactly: it has an activation, of the outputs
     * included, that is not made of linear or constant pieces. Empty if it has none.
     */
    static Optional<String> smoothRefusal(Architecture architecture) {
        for (Activation activation : architecture.activations()) {
            if (activation.pieces().isEmpty()) {
                return Optional.of("activation '" + activation.label() + "' has no pieces, so candidates = exact cannot"
                        + " serve it; use " + Activation.labelsOfPieces("or") + ", or candidates = grid");
            }
        }
        return Optional.empty();
    }

    /** Returns whether the kernel serves grids and lists or, if {@code exact}, continuous ranges. */
    public boolean serves(Architecture architecture, Loss loss, boolean exact) {
        return refusal(architecture, loss, exact).isEmpty();
    }

    /** Returns whether the kernel serves grids and lists. */
    public boolean serves(Architecture architecture, Loss loss) {
        return serves(architecture, loss, false);
    }

    /**
     * Returns the fastest kernel that serves; for grids and lists there is always one.
     *
     * @param exact whether the candidates of weights, of biases or of both are an {@link Interval}
     * @throws IllegalArgumentException if none serves a continuous range, with the refusal of the fastest kernel
     */
    public static Kernel fastest(Architecture architecture, Loss loss, boolean exact) {
        Kernel[] kernels = values();
        for (int i = kernels.length - 1; i >= 0; i--) {
            if (kernels[i].serves(architecture, loss, exact)) {
                return kernels[i];
            }
        }
        throw new IllegalArgumentException(
                kernels[kernels.length - 1].refusal(architecture, loss, exact).orElseThrow());
    }

    /** Returns the fastest kernel that serves grids and lists; there is always one. */
    public static Kernel fastest(Architecture architecture, Loss loss) {
        return fastest(architecture, loss, false);
    }

    /** Returns the name used in configurations and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
