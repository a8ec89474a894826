package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.incremental.ShardStatistics;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.piecewise.squared.GramRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/** Shards that tell the pieces of their losses. What a kind of question needs is made when the first of it comes. */
public final class PiecewiseShards implements RowShards {

    /** Place of a number above 0, in an answer about pieces, where a row has too many of them to be of use. */
    static final int GIVEN_UP = 0;

    /** Place of the pieces. */
    static final int PIECES = 1;

    private final ShardGroup group;
    private final Loss loss;
    private final SearchPosition point;
    private final Workers workers = new Workers(1);
    private final SortedCandidates line = new SortedCandidates();
    private final PiecewiseQuadratic sums = new PiecewiseQuadratic();

    /** Of all shards; null until they are needed. */
    private LocalRowSource rows;

    /** Null until it is needed. */
    private ShardStatistics statistics;

    /**
     * Shards at the given parameters.
     *
     * @throws IllegalArgumentException where the kernel does not serve, or network, shards and loss do not fit
     */
    public PiecewiseShards(Parameters at, ShardGroup group, Loss loss) {
        PiecewiseEvaluator.checkServes(at.architecture(), loss);
        for (Dataset shard : group.shards()) {
            DirectLoss.check(at.architecture(), shard, loss);
        }
        this.group = group;
        this.loss = loss;
        this.point = new SearchPosition(at, group.facts(), loss);
    }

    @Override
    public double[] answer(RowQuestion question) {
        if (question instanceof StatisticsQuestion asked) {
            return statistics().answer(asked);
        }
        if (question instanceof PiecewiseQuestion.Pieces asked) {
            return pieces(asked);
        }
        if (question instanceof PiecewiseQuestion.Flatness asked) {
            return flatness(asked);
        }
        if (question instanceof PiecewiseQuestion.Gram) {
            return gram();
        }
        throw new IllegalArgumentException(
                "kernel 'piecewise' asks for pieces, flatness, a Gram matrix or statistics, got " + question);
    }

    private ShardStatistics statistics() {
        if (statistics == null) {
            statistics = ShardStatistics.ofForwardPasses(point.architecture(), point.parameters(), group, loss);
        }
        return statistics;
    }

    private LocalRowSource rows() {
        if (rows == null) {
            rows = new LocalRowSource(point, group.shards(), loss, workers);
        }
        return rows;
    }

    private double[] pieces(PiecewiseQuestion.Pieces asked) {
        line.set(asked.candidates(), point.current(asked.parameter()));
        point.begin(asked.parameter(), line.size());
        boolean withJumps = point.canJumpFrom(asked.parameter().layer());
        double[] answer = new double[PIECES + PiecewiseQuadratic.length(line.count(), withJumps)];
        if (!rows().add(asked.parameter(), line, sums)) {
            answer[GIVEN_UP] = 1;
        }
        sums.write(answer, PIECES, withJumps);
        return answer;
    }

    private double[] flatness(PiecewiseQuestion.Flatness asked) {
        point.begin(asked.parameter(), asked.size());
        boolean isFlat = rows().isFlat(asked.parameter(), asked.from(), asked.to());
        return new double[] {isFlat ? 0 : 1};
    }

    private double[] gram() {
        double[] answer = new double[GramRows.Layout.of(point.architecture()).length()];
        rows().sumGram(answer);
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        double before = point.current(parameter);
        PreActivations.Update how = point.move(parameter, value);
        if (rows != null) {
            rows.follow(how, parameter, value - before);
        }
    }

    @Override
    public void forgetMoves() {
        point.forgetMoves();
        if (rows != null) {
            rows.computeAnew();
        }
    }
}
