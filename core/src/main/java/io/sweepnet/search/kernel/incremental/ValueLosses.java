package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;

/**
 * The losses at several values of one parameter, each with the bits of the direct rule: of a table in this JVM ({@link
 * CandidateLosses}) or of remote rows ({@link SummedLosses}).
 */
public interface ValueLosses {

    /**
     * Computes losses; {@link #loss} tells them.
     *
     * @param values what the parameter may become
     * @param count how many of them to try
     */
    void compute(ParameterIndex parameter, double[] values, int count);

    /** The loss at a value computed last. */
    double loss(int value);

    /** The loss at the current parameters. */
    default double current(Architecture architecture, double[] parameters) {
        ParameterIndex bias = ParameterIndex.bias(architecture.layerCount() - 1, 0);
        compute(bias, new double[] {parameters[architecture.flatIndex(bias)]}, 1);
        return loss(0);
    }
}
