package io.sweepnet.search.kernel.rows;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.Candidates;
import java.io.Serializable;
import java.util.Arrays;

/** What a search asks of rows that may be spread over many processes. */
public sealed interface RowQuestion extends Serializable {

    /**
     * Which pieces are the losses along the range of these candidates and the current value made of?
     *
     * @param parameter what is tried
     * @param candidates the values to try, a grid or a list
     */
    record Pieces(ParameterIndex parameter, Candidates candidates) implements RowQuestion {}

    /**
     * Does the loss of some row change anywhere between two values? The answer is one number, above 0 if so.
     *
     * @param parameter what is tried
     * @param size the largest absolute value of any candidate
     * @param from one end of the stretch, as a distance from the current value
     * @param to its other end
     */
    record Flatness(ParameterIndex parameter, double size, double from, double to) implements RowQuestion {}

    /** What is the Gram matrix of the output layer, with what goes with it? */
    record Gram() implements RowQuestion {}

    /** What are the sums of the loss's statistics at these values? The answer is in {@link ShardSections}. */
    final class Statistics implements RowQuestion {

        private static final long serialVersionUID = 1;

        private final ParameterIndex parameter;
        private final double[] values;

        /** @param count how many of the values to try, which are copied */
        public Statistics(ParameterIndex parameter, double[] values, int count) {
            this.parameter = parameter;
            this.values = Arrays.copyOf(values, count);
        }

        /** What is tried. */
        public ParameterIndex parameter() {
            return parameter;
        }

        /** The values to try. The array is shared: it must not be changed. */
        public double[] values() {
            return values;
        }
    }
}
