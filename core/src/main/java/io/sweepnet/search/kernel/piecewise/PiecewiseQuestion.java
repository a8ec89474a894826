package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.kernel.piecewise.squared.GramRows;
import io.sweepnet.search.kernel.remote.RowQuestion;

/** The questions of the piecewise kernel to remote rows, which {@link PiecewiseShards} answer. */
public sealed interface PiecewiseQuestion extends RowQuestion {

    /**
     * Asks for the sum of the row losses as a {@code PiecewiseQuadratic} over candidates and the current value.
     *
     * @param parameter the parameter that the step changes
     * @param candidates the values to try, a grid or a list
     */
    record Pieces(ParameterIndex parameter, Candidates candidates) implements PiecewiseQuestion {}

    /**
     * Asks whether any output of a row changes between two values of a parameter. The answer is one number, above 0 if
     * so.
     *
     * @param parameter the parameter that the step changes
     * @param size the largest absolute value of any candidate
     * @param from one end of the stretch, as a distance from the current value
     * @param to its other end
     */
    record Flatness(ParameterIndex parameter, double size, double from, double to) implements PiecewiseQuestion {}

    /**
     * Asks for the sums of an output layer: its Gram matrix, moments and squares, in the order of {@link
     * GramRows.Layout}.
     */
    record Gram() implements PiecewiseQuestion {}
}
