package io.sweepnet.search.kernel.incremental;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/** Shards that keep the activations of all hidden units, and answer {@link StatisticsQuestion} only. */
public final class IncrementalShards implements RowShards {

    private final Architecture architecture;
    private final double[] parameters;
    private final ShardStatistics statistics;

    /**
     * Creates shards at the given parameters.
     *
     * @throws IllegalArgumentException if network, shards and loss do not fit
     */
    public IncrementalShards(Parameters at, ShardGroup group, Loss loss) {
        this.architecture = at.architecture();
        this.parameters = at.toArray();
        this.statistics = ShardStatistics.ofActivations(architecture, parameters, group, loss);
    }

    @Override
    public double[] answer(RowQuestion question) {
        if (question instanceof StatisticsQuestion asked) {
            return statistics.answer(asked);
        }
        throw new IllegalArgumentException("kernel 'incremental' asks for statistics alone, got " + question);
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        statistics.follow(parameter);
    }

    /** Does nothing: the activations have the bits of a forward pass after any moves. */
    @Override
    public void forgetMoves() {}
}
