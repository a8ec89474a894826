package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.kernel.piecewise.squared.GramRows;
import io.sweepnet.search.kernel.remote.RowQuestion;

/** What the piecewise kernel asks of rows that may be elsewhere; {@link PiecewiseShards} answers. */
public sealed interface PiecewiseQuestion extends RowQuestion {

    /**
     * Asks which pieces the sum of the row losses is made of, along the range of these candidates and the current value.
     *
     * @param parameter which parameter is tried
     * @param candidates the values to try, a grid or a list
     */
    record Pieces(ParameterIndex parameter, Candidates candidates) implements PiecewiseQuestion {}

    /**
     * Asks whether the loss of some row changes anywhere between two values. The answer is one number, above 0 if so.
     *
     * @param parameter which parameter is tried
     * @param size the largest absolute value of any candidate
     * @param from one end of the stretch, as a distance from the current value
     * @param to its other end
     */
    record Flatness(ParameterIndex parameter, double size, double from, double to) implements PiecewiseQuestion {}

    /** Asks for the Gram matrix of the output layer's inputs and for what {@link GramRows.Layout} has beside it. */
    record Gram() implements PiecewiseQuestion {}
}
