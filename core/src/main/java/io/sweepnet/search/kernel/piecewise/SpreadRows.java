package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.rows.AllRows;

/** Remote rows: {@link PiecewiseShards} answer for them. */
final class SpreadRows implements TableSums {

    private final SearchPoint point;
    private final AllRows rows;

    SpreadRows(SearchPoint point, AllRows rows) {
        this.point = point;
        this.rows = rows;
    }

    @Override
    public boolean add(ParameterIndex parameter, CandidateLine line, PieceSums pieces) {
        double[] answer = rows.ask(new PiecewiseQuestion.Pieces(parameter, line.candidates()));
        pieces.begin(line);
        pieces.read(answer, PiecewiseShards.PIECES, point.canJumpFrom(parameter.layer()));
        return answer[PiecewiseShards.GIVEN_UP] == 0;
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceSink sink) {
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
    public void follow(SearchPoint.Follow how, ParameterIndex parameter, double by) {
        rows.moved(parameter, point.current(parameter));
    }
}
