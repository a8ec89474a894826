package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.remote.RemoteRows;

/** Remote rows: {@link PiecewiseShards} answer for them. */
final class RemoteRowSource implements RowSource {

    private final SearchPosition point;
    private final RemoteRows rows;

    RemoteRowSource(SearchPosition point, RemoteRows rows) {
        this.point = point;
        this.rows = rows;
    }

    @Override
    public boolean add(ParameterIndex parameter, SortedCandidates line, PiecewiseQuadratic pieces) {
        double[] answer = rows.ask(new PiecewiseQuestion.Pieces(parameter, line.candidates()));
        pieces.begin(line);
        pieces.read(answer, PiecewiseShards.PIECES, point.canJumpFrom(parameter.layer()));
        return answer[PiecewiseShards.GIVEN_UP] == 0;
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector sink) {
        throw new UnsupportedOperationException(PiecewiseEvaluator.NO_REMOTE_INTERVAL);
    }

    @Override
    public boolean isFlat(ParameterIndex parameter, double from, double to) {
        return rows.ask(new PiecewiseQuestion.Flatness(parameter, point.size(), from, to))[0] == 0;
    }

    @Override
    public void sumGram(double[] sums) {
        System.arraycopy(rows.ask(new PiecewiseQuestion.Gram()), 0, sums, 0, sums.length);
    }

    @Override
    public void follow(PreActivations.Update how, ParameterIndex parameter, double by) {
        rows.moved(parameter, point.current(parameter));
    }
}
