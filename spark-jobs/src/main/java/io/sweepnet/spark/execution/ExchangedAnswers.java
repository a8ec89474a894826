package io.sweepnet.spark.execution;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardSections;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Arrays;

/** All rows of a table, of which this task holds some: each question is answered by an exchange with the other tasks. */
final class ExchangedAnswers implements RemoteRows {

    private final StepExchange exchange;
    private final RowShards own;
    private final int first;
    private final int count;
    private final TableFacts facts;
    private final Loss loss;

    /**
     * @param own this task's shards
     * @param first number of the first of them
     * @param count number of them
     */
    ExchangedAnswers(StepExchange exchange, RowShards own, int first, int count, TableFacts facts, Loss loss) {
        this.exchange = exchange;
        this.own = own;
        this.first = first;
        this.count = count;
        this.facts = facts;
        this.loss = loss;
    }

    @Override
    public double[] ask(RowQuestion question) {
        double[] answer = own.answer(question);
        return question instanceof StatisticsQuestion asked
                ? sections(answer, asked.values().length)
                : exchange.reduce(Reduction.SUM, answer);
    }

    /**
     * Adds the sums of all shards in the order of the shards, which is that of the members. Each member sends only its own
     * sections; the answer holds the sum over all shards in the section of the first shard, and zeros in the others.
     */
    private double[] sections(double[] answer, int values) {
        ShardSections layout = ShardSections.of(facts.rows(), values, loss.statisticSize());
        double[] sections = count == 0
                ? new double[layout.sectionLength()]
                : Arrays.copyOfRange(answer, layout.from(first), layout.from(first + count));
        double[] sum = exchange.reduce(Reduction.SUM, sections, Math.max(1, count));
        Arrays.fill(answer, 0);
        System.arraycopy(sum, 0, answer, 0, sum.length);
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        own.moved(parameter, value);
    }
}
