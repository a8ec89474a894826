package io.sweepnet.spark.execution;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.spark.channel.StepExchange;

/** A task's evaluator: answers each step together with the other tasks, and tells the driver what came of it. */
abstract class MemberPart implements CandidateEvaluator {

    private final StepExchange exchange;

    MemberPart(StepExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * A sweep begins. What is kept between steps is made anew, so that a task that takes the place of a lost one has the same
     * bits.
     */
    abstract void begin(Parameters current);

    /** What all tasks choose. */
    abstract SharedChoice choose(Step step);

    /** What there is to tell of the current parameters. */
    abstract SweepEnd sweepEnd();

    @Override
    public final Choice best(Step step) {
        SharedChoice chosen = choose(step);
        exchange.report(chosen.toArray());
        return chosen.choice();
    }

    @Override
    public final double loss() {
        SweepEnd end = sweepEnd();
        exchange.report(end.toArray());
        return end.loss();
    }
}
