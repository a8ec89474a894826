package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.piecewise.squared.OutputGram;

/** All rows of a table, local or remote, as sums at the current parameters of the search. */
interface RowSource {

    /**
     * Sets {@code pieces} to the sum of all rows at candidates.
     *
     * @return false where a row has too many pieces
     */
    boolean add(ParameterIndex parameter, SortedCandidates candidates, PiecewiseQuadratic pieces);

    /**
     * Adds all rows along a continuous range.
     *
     * @param low end of the range, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @return false where a row has too many pieces
     */
    boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector collector);

    /** Returns whether a parameter changes no output by a bit between two distances from the current value. */
    boolean isFlat(ParameterIndex parameter, double from, double to);

    /** Sets {@code sums} to the sums of all rows for an {@link OutputGram}. */
    void sumGram(double[] sums);

    /**
     * Updates the rows after a move of the search.
     *
     * @param update how pre-activations are updated
     * @param parameter the parameter that has changed
     * @param change its new value minus the old one
     */
    void follow(PreActivations.Update update, ParameterIndex parameter, double change);
}
