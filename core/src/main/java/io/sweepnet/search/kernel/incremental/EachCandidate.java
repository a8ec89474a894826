package io.sweepnet.search.kernel.incremental;

import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;

/** Tries every candidate of a step, a block of them at once. */
final class EachCandidate {

    private final ValueLosses losses;
    private final int most;

    /** A block of candidates. */
    private double[] values = {};

    /** @param most candidates of a block */
    EachCandidate(ValueLosses losses, int most) {
        this.losses = losses;
        this.most = most;
    }

    /** The best of a step's candidates, and of the current value where that takes part. */
    Choice best(Step step, double current) {
        step.checkNumbered("incremental");
        long total = (long) step.candidates().count() + (step.withCurrent() ? 1 : 0);
        BestChoice best = new BestChoice(step);
        if (values.length < Math.min(most, total)) {
            values = new double[(int) Math.min(most, total)];
        }
        for (long start = 0; start < total; start += most) {
            int count = (int) Math.min(most, total - start);
            for (int i = 0; i < count; i++) {
                int index = index(step, start + i);
                values[i] = index == Choice.STAY ? current : step.candidates().value(index);
            }
            losses.compute(step.parameter(), values, count);
            for (int i = 0; i < count; i++) {
                best.offer(index(step, start + i), values[i], losses.loss(i));
            }
        }
        return best.choice();
    }

    /** The index of what a step tries at some position: the current value first, where it takes part. */
    private static int index(Step step, long position) {
        long before = step.withCurrent() ? 1 : 0;
        return position < before ? Choice.STAY : (int) (step.candidates().from() + position - before);
    }
}
