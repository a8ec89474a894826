package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.remote.RemoteRows;

/** A source of remote rows: the {@link PiecewiseShards} of each process answer for them. */
final class RemoteRowSource implements RowSource {

    private final SearchPosition position;
    private final RemoteRows rows;

    /** Creates a source of the remote rows of a search. */
    RemoteRowSource(SearchPosition position, RemoteRows rows) {
        this.position = position;
        this.rows = rows;
    }

    @Override
    public boolean add(ParameterIndex parameter, SortedCandidates candidates, PiecewiseQuadratic pieces) {
        double[] answer = rows.ask(new PiecewiseQuestion.Pieces(parameter, candidates.unsorted()));
        pieces.begin(candidates);
        pieces.read(answer, PiecewiseShards.PIECES, position.canJumpFrom(parameter.layer()));
        return answer[PiecewiseShards.TOO_MANY_PIECES] == 0;
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector collector) {
        throw new UnsupportedOperationException(PiecewiseEvaluator.NO_REMOTE_INTERVAL);
    }

    @Override
    public boolean isFlat(ParameterIndex parameter, double from, double to) {
        return rows.ask(new PiecewiseQuestion.Flatness(parameter, position.size(), from, to))[0] == 0;
    }

    @Override
    public void sumGram(double[] sums) {
        System.arraycopy(rows.ask(new PiecewiseQuestion.Gram()), 0, sums, 0, sums.length);
    }

    @Override
    public void follow(PreActivations.Update update, ParameterIndex parameter, double change) {
        rows.moved(parameter, position.current(parameter));
    }
}
