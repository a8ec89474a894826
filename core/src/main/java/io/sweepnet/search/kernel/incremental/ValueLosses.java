package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;

/**
 * The losses at several values of one parameter, each with the bits of the direct rule, for a table in this JVM ({@link
 * CandidateLosses}) or for remote rows ({@link SummedLosses}).
 */
public interface ValueLosses {

    /**
     * Computes the losses that {@link #loss} returns.
     *
     * @param values values of the parameter
     * @param count number of values to try, from the first
     */
    void compute(ParameterIndex parameter, double[] values, int count);

    /** Returns the loss at one of the values of the last {@link #compute}, by its index. */
    double loss(int value);

    /** Returns the loss at the current parameters. */
    default double current(Architecture architecture, double[] parameters) {
        ParameterIndex bias = ParameterIndex.bias(architecture.layerCount() - 1, 0);
        compute(bias, new double[] {parameters[architecture.flatIndex(bias)]}, 1);
        return loss(0);
    }
}
