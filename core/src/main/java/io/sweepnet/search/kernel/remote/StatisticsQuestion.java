package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;

/**
 * Asks for the sums of the loss's statistics at several values of one parameter, all others staying as they are. The answer
 * is laid out as {@link ShardSections} says, so that each shard's sums keep their bits.
 */
public sealed class StatisticsQuestion implements RowQuestion permits ForwardPassQuestion {

    private static final long serialVersionUID = 1;

    private final ParameterIndex parameter;
    private final double[] values;

    /**
     * A question.
     *
     * @param parameter which parameter is tried
     * @param values what it may become; the first {@code count} of them are copied
     * @param count number of values to try
     */
    public StatisticsQuestion(ParameterIndex parameter, double[] values, int count) {
        this.parameter = parameter;
        this.values = Arrays.copyOf(values, count);
    }

    /** Which parameter is tried. */
    public final ParameterIndex parameter() {
        return parameter;
    }

    /** The values to try. The array is shared: it must not be changed. */
    public final double[] values() {
        return values;
    }
}
