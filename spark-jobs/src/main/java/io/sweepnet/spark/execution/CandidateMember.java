package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Step;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.spark.channel.Bid;
import io.sweepnet.spark.channel.Reduction;
import io.sweepnet.spark.channel.StepExchange;
import java.util.Iterator;
import org.apache.spark.broadcast.Broadcast;

/** The task of a search whose candidates are split: it plays the whole search and makes each step with the other tasks. */
final class CandidateMember extends SearchMember<Integer> {

    private static final long serialVersionUID = 1;

    private final Broadcast<SearchProblem> problem;

    CandidateMember(SearchSettings settings, Broadcast<SearchProblem> problem) {
        super(settings, problem.value().architecture());
        this.problem = problem;
    }

    @Override
    MemberPart part(Iterator<Integer> partition, StepExchange exchange) {
        return new Shared(problem.value(), exchange);
    }

    private static final class Shared implements MemberPart {

        private final SearchProblem problem;
        private final StepExchange exchange;

        private CandidateShare share;
        private Step step;

        Shared(SearchProblem problem, StepExchange exchange) {
            this.problem = problem;
            this.exchange = exchange;
        }

        @Override
        public void begin(Parameters current) {
            close();
            share = new CandidateShare(problem, current, exchange.member(), exchange.members());
        }

        @Override
        public SharedChoice choose(Step asked) {
            step = asked;
            Bid bid = share.bid(step);
            Bid.Outcome outcome = Bid.outcome(exchange.reduce(Reduction.LOWEST, bid.toPartial()));
            if (!outcome.isOpen()) {
                return SharedChoice.of(outcome);
            }
            Bid exact = share.settle(step, bid, outcome);
            return SharedChoice.settled(outcome, Bid.outcome(exchange.reduce(Reduction.LOWEST, exact.toPartial())));
        }

        @Override
        public void accept(ParameterIndex parameter, double value) {
            share.accept(step, value);
        }

        /** Returns the loss alone: the driver has all rows and computes the rest itself. */
        @Override
        public SweepEnd sweepEnd() {
            return SweepEnd.of(share.loss());
        }

        @Override
        public void close() {
            if (share != null) {
                share.close();
            }
        }
    }
}
