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

/** The evaluators that run in one JVM, from the slowest to the fastest. All choose the same, to the last bit. */
@SuppressWarnings("ImmutableEnumChecker") // references to constructors hold no state
public enum Kernel {
    /** A full forward pass for each candidate: the reference, always in the calling thread alone. */
    DIRECT((initial, dataset, loss, threads) -> new DirectEvaluator(initial, dataset, loss), null, null) {
        @Override
        public int threads(int most, int rows) {
            return 1;
        }
    },
    /** Only what a candidate changes is computed. */
    INCREMENTAL(IncrementalEvaluator::new, IncrementalEvaluator::new, IncrementalShards::new),
    /** One pass over the rows gives the losses of all candidates, where they are made of pieces. */
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

    /** Makes an evaluator over a table in this JVM. */
    private interface LocalMaker {
        CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss, int threads);
    }

    /** Makes an evaluator over remote rows. */
    private interface RemoteMaker {
        CandidateEvaluator evaluator(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows);
    }

    /** Makes the shards that answer a remote evaluator. */
    private interface ShardMaker {
        RowShards shards(Parameters at, ShardGroup group, Loss loss);
    }

    private static final String NOT_REMOTE = "kernel 'direct' is the reference on one table, and does not serve rows in"
            + " several processes; use kernel = auto, incremental or piecewise";

    private final LocalMaker local;

    /** Null where the kernel does not serve remote rows, as are its shards. */
    private final RemoteMaker remote;

    private final ShardMaker shards;

    Kernel(LocalMaker local, RemoteMaker remote, ShardMaker shards) {
        this.local = local;
        this.remote = remote;
        this.shards = shards;
    }

    /**
     * An evaluator at the given parameters.
     *
     * @param threads the most threads that it may use, the calling one included, at least 1; the choices do not depend
     *     on it
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss, int threads) {
        return local.evaluator(initial, dataset, loss, threads(Workers.check(threads), dataset.rows()));
    }

    /** An evaluator at the given parameters that works in the calling thread. */
    public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
        return create(initial, dataset, loss, 1);
    }

    /**
     * An evaluator at the given parameters of a table whose rows are elsewhere, each of its shards one of {@link #shards}. It
     * chooses what the evaluator of the whole table chooses, from their answers and the facts of the table alone: processes
     * that each have one, and get the same answers, search in step.
     *
     * @param rows is asked for sums over all shards, and is told of every move
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public CandidateEvaluator create(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        checkRemote(remote);
        return remote.evaluator(initial, facts, loss, rows);
    }

    /**
     * Some shards of a table, which answer what its evaluator asks.
     *
     * @param at where the search is now
     * @throws IllegalArgumentException where the kernel does not serve, or network, shards and loss do not fit
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
     * How many threads it uses where it may use so many: no more than a table of so many rows has shards, since a shard
     * is one thread's.
     */
    public int threads(int most, int rows) {
        return Math.min(most, Shards.of(rows).count());
    }

    /**
     * Why a kernel does not serve such a search, in the words of an error message, without a full stop; empty where it
     * does. A kernel that says nothing else serves every grid and list, and no continuous range.
     *
     * @param exact whether candidates are an {@link Interval}, of weights or of biases or of both
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
     * Why a kernel does not serve such a search over remote rows, in the words of {@link #refusal}; empty where it does.
     */
    public Optional<String> remoteRefusal(Architecture architecture, Loss loss, boolean exact) {
        if (remote == null) {
            return Optional.of(NOT_REMOTE);
        }
        Optional<String> refusal = refusal(architecture, loss, exact);
        return exact && refusal.isEmpty() ? Optional.of(PiecewiseEvaluator.NO_REMOTE_INTERVAL) : refusal;
    }

    /**
     * Why no kernel can search a continuous range of such a network exactly: an activation, on the outputs too, that is not
     * made of straight or flat pieces. Empty where there is none.
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

    /** Whether a kernel can evaluate such a search's grids and lists, or, if it is exact, its continuous ranges. */
    public boolean serves(Architecture architecture, Loss loss, boolean exact) {
        return refusal(architecture, loss, exact).isEmpty();
    }

    /** Whether a kernel can evaluate such a search's grids and lists. */
    public boolean serves(Architecture architecture, Loss loss) {
        return serves(architecture, loss, false);
    }

    /**
     * The fastest kernel that serves; of grids and lists there is always one.
     *
     * @throws IllegalArgumentException where none serves a continuous range, with the refusal of the fastest of all
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

    /** The fastest kernel that serves grids and lists; there is always one. */
    public static Kernel fastest(Architecture architecture, Loss loss) {
        return fastest(architecture, loss, false);
    }

    /** The name used in configurations and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
