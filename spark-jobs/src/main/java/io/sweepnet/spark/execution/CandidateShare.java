package io.sweepnet.spark.execution;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.spark.channel.Bid;

/**
 * One task's part of each step: it finds the best candidate of its share, and computes that candidate's exact loss if the
 * shares' losses are too close to decide. It does not depend on how bids are transported.
 */
final class CandidateShare implements AutoCloseable {

    private static final double[] NO_COUNTS = {0, 0};
    private static final double[] NO_PAYLOAD = {Choice.STAY, Double.NaN};

    private final int share;
    private final int shares;
    private final CandidateEvaluator evaluator;
    private final DirectEvaluator direct;

    /** Creates a share at the given parameters. */
    CandidateShare(SearchProblem problem, Parameters current, int share, int shares) {
        this.share = share;
        this.shares = shares;
        this.evaluator = problem.evaluator(current);
        this.direct = new DirectEvaluator(current, problem.dataset(), problem.loss());
    }

    /** Returns the bid for the best candidate of the share. */
    Bid bid(Step step) {
        long decisions = evaluator.directDecisions();
        Choice choice = evaluator.best(step.share(share, shares, direct.value(step.parameter())));
        return new Bid(
                choice.loss(),
                choice.bound(),
                step.rank(choice.index()),
                new double[] {choice.nonFinite(), evaluator.directDecisions() - decisions},
                new double[] {choice.index(), choice.value()});
    }

    /** Returns the bid again with its exact loss if it may be the best of all; else a bid that cannot win. */
    Bid settle(Step step, Bid bid, Bid.Outcome open) {
        if (!bid.isContender(open)) {
            return new Bid(Double.NaN, 0, 0, NO_COUNTS, NO_PAYLOAD);
        }
        double loss = direct.lossAt(step.parameter(), bid.payload()[1]);
        return new Bid(loss, 0, bid.rank(), NO_COUNTS, bid.payload());
    }

    /** Sets the parameter of the step to the value that the search has chosen. */
    void accept(Step step, double value) {
        direct.accept(step.parameter(), value);
        evaluator.accept(step.parameter(), value);
    }

    /** Returns the loss at the current parameters by the direct rule. */
    double loss() {
        return direct.loss();
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
