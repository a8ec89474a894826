package io.sweepnet.spark.execution;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.spark.channel.StepChannel;
import java.util.function.Supplier;

/**
 * The driver's view of a search that tasks make among themselves: it answers each step with what they have told of it. It
 * must be asked the steps of the search that it was made for, in their order.
 */
final class ChannelEvaluator implements CandidateEvaluator {

    private final Supplier<StepChannel> start;
    private final Runnable release;

    /** Null until the first step. */
    private StepChannel channel;

    private SweepEnd sweepEnd;
    private long directDecisions;

    /**
     * @param start starts the tasks, when they are first needed
     * @param release frees what they share, once they have ended
     */
    ChannelEvaluator(Supplier<StepChannel> start, Runnable release) {
        this.start = start;
        this.release = release;
    }

    @Override
    public Choice best(Step step) {
        if (channel == null) {
            channel = start.get();
        }
        SharedChoice chosen = SharedChoice.of(channel.nextReport());
        directDecisions += chosen.isDirect() ? 1 : 0;
        return chosen.choice();
    }

    /** The tasks move by themselves. */
    @Override
    public void accept(ParameterIndex parameter, double value) {}

    @Override
    public double loss() {
        sweepEnd = SweepEnd.of(channel.nextReport());
        return sweepEnd.loss();
    }

    /** What the tasks have told last of the end of a sweep; null before, and once they have ended. */
    SweepEnd sweepEnd() {
        return sweepEnd;
    }

    @Override
    public long directDecisions() {
        return directDecisions;
    }

    @Override
    public void close() {
        sweepEnd = null;
        if (channel != null) {
            channel.close();
        }
        release.run();
    }
}
