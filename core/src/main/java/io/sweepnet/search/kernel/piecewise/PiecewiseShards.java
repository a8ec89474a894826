package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.incremental.ShardStatistics;
import io.sweepnet.search.kernel.rows.RowQuestion;
import io.sweepnet.search.kernel.rows.RowShards;
import io.sweepnet.search.kernel.rows.ShardGroup;

/** Shards that tell the pieces of their losses. What a kind of question needs is made when the first of it comes. */
public final class PiecewiseShards implements RowShards {

    /** Place of the number of shards with a row of too many pieces, in an answer about pieces; else they are of no use. */
    static final int GIVEN_UP = 0;

    /** Place of the pieces. */
    static final int PIECES = 1;

    private final ShardGroup group;
    private final Loss loss;
    private final SearchPoint point;
    private final Workers workers = new Workers(1);
    private final CandidateLine line = new CandidateLine();
    private final PieceSums sums = new PieceSums();
    private final PieceSums ofShard = new PieceSums();

    /** Of each shard; null until they are needed. */
    private LocalRows[] rows;

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
        this.point = new SearchPoint(at, group.facts(), loss);
    }

    @Override
    public double[] answer(RowQuestion question) {
        if (question instanceof RowQuestion.Statistics asked) {
            return statistics().answer(asked);
        }
        if (question instanceof RowQuestion.Pieces asked) {
            return pieces(asked);
        }
        if (question instanceof RowQuestion.Flatness asked) {
            return flatness(asked);
        }
        return gram();
    }

    private ShardStatistics statistics() {
        if (statistics == null) {
            statistics = ShardStatistics.ofForwardPasses(point.architecture(), point.parameters(), group, loss);
        }
        return statistics;
    }

    private LocalRows[] rows() {
        if (rows == null) {
            rows = new LocalRows[group.shards().size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new LocalRows(point, group.shards().get(i), loss, workers);
            }
        }
        return rows;
    }

    private double[] pieces(RowQuestion.Pieces asked) {
        line.set(asked.candidates(), point.current(asked.parameter()));
        point.begin(asked.parameter(), line.size());
        boolean withJumps = point.canJumpFrom(asked.parameter().layer());
        double[] answer = new double[PIECES + PieceSums.length(line.count(), withJumps)];
        sums.begin(line);
        for (LocalRows shard : rows()) {
            if (shard.add(asked.parameter(), line, ofShard)) {
                sums.add(ofShard);
            } else {
                answer[GIVEN_UP]++;
            }
        }
        sums.write(answer, PIECES, withJumps);
        return answer;
    }

    private double[] flatness(RowQuestion.Flatness asked) {
        point.begin(asked.parameter(), asked.size());
        for (LocalRows shard : rows()) {
            if (!shard.isFlat(asked.parameter(), asked.from(), asked.to())) {
                return new double[] {1};
            }
        }
        return new double[] {0};
    }

    private double[] gram() {
        double[] answer = new double[GramLayout.of(point.architecture()).length()];
        double[] ofOne = new double[answer.length];
        for (LocalRows shard : rows()) {
            shard.sumGram(ofOne);
            for (int i = 0; i < answer.length; i++) {
                answer[i] += ofOne[i];
            }
        }
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        double before = point.current(parameter);
        SearchPoint.Follow how = point.move(parameter, value);
        if (rows != null) {
            for (LocalRows shard : rows) {
                shard.follow(how, parameter, value - before);
            }
        }
    }

    @Override
    public void forgetMoves() {
        point.forgetMoves();
        if (rows != null) {
            for (LocalRows shard : rows) {
                shard.computeAnew();
            }
        }
    }
}
