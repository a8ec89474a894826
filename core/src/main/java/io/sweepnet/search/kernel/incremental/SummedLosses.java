package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.ShardSections;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/** Losses of remote rows: the sums of statistics of their shards, added in the order of the shards. */
public final class SummedLosses implements ValueLosses {

    private final RemoteRows rows;
    private final TableFacts facts;
    private final Loss loss;
    private final double[] sums;

    private ShardSections sections;
    private double[] answer;

    /** Creates the losses of a table. */
    public SummedLosses(RemoteRows rows, TableFacts facts, Loss loss) {
        this.rows = rows;
        this.facts = facts;
        this.loss = loss;
        this.sums = new double[loss.statisticSize()];
    }

    @Override
    public void compute(ParameterIndex parameter, double[] values, int count) {
        sections = ShardSections.of(facts.rows(), count, loss.statisticSize());
        answer = rows.ask(new StatisticsQuestion(parameter, values, count));
    }

    @Override
    public double loss(int value) {
        sections.total(answer, value, sums);
        return loss.finish(sums, facts.totalWeight());
    }
}
