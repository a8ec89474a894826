package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;

/**
 * Asks for the sums of the loss's statistics at several values of one parameter, with all others fixed. The layout of the
 * answer is {@link ShardSections}, so that the sums of each shard keep their bits.
 */
public sealed class StatisticsQuestion implements RowQuestion permits ForwardPassQuestion {

    private static final long serialVersionUID = 1;

    private final ParameterIndex parameter;
    private final double[] values;

    /**
     * Creates a question.
     *
     * @param parameter the parameter that is tried
     * @param values its values; the first {@code count} of them are copied
     * @param count number of values to try
     */
    public StatisticsQuestion(ParameterIndex parameter, double[] values, int count) {
        this.parameter = parameter;
        this.values = Arrays.copyOf(values, count);
    }

    /** Returns the parameter that is tried. */
    public final ParameterIndex parameter() {
        return parameter;
    }

    /** Returns the values to try. The array is not a copy and must not be changed. */
    public final double[] values() {
        return values;
    }
}
