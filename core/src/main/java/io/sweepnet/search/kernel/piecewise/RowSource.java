package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.piecewise.squared.OutputGram;

/** All rows of a table, in this JVM or elsewhere, as those who decide see them: sums at where the search is. */
interface RowSource {

    /**
     * Sets pieces to the sums of all rows.
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

    /** Whether a parameter changes no output, not by a bit, between two distances from the current value. */
    boolean isFlat(ParameterIndex parameter, double from, double to);

    /** Sets sums to those that {@link OutputGram} asks for. */
    void sumGram(double[] sums);

    /** The search has moved a parameter by this much. */
    void follow(PreActivations.Update update, ParameterIndex parameter, double change);
}
