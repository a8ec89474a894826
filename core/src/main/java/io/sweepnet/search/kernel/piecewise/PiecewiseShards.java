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

/**
 * Shards that answer the questions of the piecewise kernel. What a kind of question needs is made for the first such
 * question.
 */
public final class PiecewiseShards implements RowShards {

    /** Position in an answer about pieces of a number that is above 0 where a row has too many pieces. */
    static final int TOO_MANY_PIECES = 0;

    /** Position in that answer of the pieces. */
    static final int PIECES = 1;

    private final ShardGroup group;
    private final Loss loss;
    private final SearchPosition position;
    private final Workers workers = new Workers(1);
    private final SortedCandidates candidates = new SortedCandidates();
    private final PiecewiseQuadratic sums = new PiecewiseQuadratic();

    /** The rows of all shards; null until they are needed. */
    private LocalRowSource rows;

    /** Null until it is needed. */
    private ShardStatistics statistics;

    /**
     * Shards at the given parameters.
     *
     * @param at the parameters
     * @param group the shards
     * @param loss the loss
     * @throws IllegalArgumentException where activations or loss are not made of pieces, or network, shards and loss do
     *     not fit
     */
    public PiecewiseShards(Parameters at, ShardGroup group, Loss loss) {
        PiecewiseEvaluator.checkServes(at.architecture(), loss);
        for (Dataset shard : group.shards()) {
            DirectLoss.check(at.architecture(), shard, loss);
        }
        this.group = group;
        this.loss = loss;
        this.position = new SearchPosition(at, group.facts(), loss);
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
            statistics = ShardStatistics.ofForwardPasses(position.architecture(), position.parameters(), group, loss);
        }
        return statistics;
    }

    private LocalRowSource rows() {
        if (rows == null) {
            rows = new LocalRowSource(position, group.shards(), loss, workers);
        }
        return rows;
    }

    private double[] pieces(PiecewiseQuestion.Pieces asked) {
        candidates.set(asked.candidates(), position.current(asked.parameter()));
        position.begin(asked.parameter(), candidates.size());
        boolean withJumps = position.canJumpFrom(asked.parameter().layer());
        double[] answer = new double[PIECES + PiecewiseQuadratic.length(candidates.count(), withJumps)];
        if (!rows().add(asked.parameter(), candidates, sums)) {
            answer[TOO_MANY_PIECES] = 1;
        }
        sums.write(answer, PIECES, withJumps);
        return answer;
    }

    private double[] flatness(PiecewiseQuestion.Flatness asked) {
        position.begin(asked.parameter(), asked.size());
        boolean isFlat = rows().isFlat(asked.parameter(), asked.from(), asked.to());
        return new double[] {isFlat ? 0 : 1};
    }

    private double[] gram() {
        double[] answer = new double[GramRows.Layout.of(position.architecture()).length()];
        rows().sumGram(answer);
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        double before = position.current(parameter);
        PreActivations.Update update = position.move(parameter, value);
        if (rows != null) {
            rows.follow(update, parameter, value - before);
        }
    }

    @Override
    public void forgetMoves() {
        position.forgetMoves();
        if (rows != null) {
            rows.recompute();
        }
    }
}
