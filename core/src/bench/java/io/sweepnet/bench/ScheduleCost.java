package io.sweepnet.bench;

import io.sweepnet.bench.ScheduleRun.Outcome;
import io.sweepnet.bench.ScheduleRun.Rule;
import io.sweepnet.bench.ScheduleRun.Schedule;
import java.util.List;

/**
 * What searches cost, per parameter of a sweep, and a model of what they would on executors that hold all rows each. Costs
 * are in microseconds.
 *
 * @param proposals steps whose answer was to move, 0 .. 1
 * @param kept the part of those moves that was kept, 0 .. 1
 * @param step processor time of a step
 * @param walk processor time of applying a proposal, with the loss after it
 */
record ScheduleCost(
        ScheduleProblem problem, Schedule schedule, double proposals, double kept, double step, double walk) {

    private static final double NANOS_PER_MICRO = 1e3;

    /** An exchange through the step channel of a standalone cluster. */
    private static final double EXCHANGE = 300;

    static ScheduleCost of(ScheduleProblem problem, Schedule schedule, List<Outcome> outcomes) {
        double steps = outcomes.stream().mapToLong(Outcome::steps).sum();
        double proposals = outcomes.stream().mapToLong(Outcome::proposals).sum();
        return new ScheduleCost(
                problem,
                schedule,
                proposals / steps,
                outcomes.stream().mapToLong(Outcome::kept).sum() / proposals,
                outcomes.stream().mapToLong(Outcome::stepNanos).sum() / NANOS_PER_MICRO / steps,
                outcomes.stream().mapToLong(Outcome::walkNanos).sum() / NANOS_PER_MICRO / proposals);
    }

    /**
     * A sequential search: in the driver alone, or with an exchange for each step and its candidates split over the executors,
     * if that is faster. Fewer candidates are no less work for the piecewise kernel.
     */
    double sequential(int executors) {
        return problem.isSplit() ? Math.min(step, EXCHANGE + step / executors) : step;
    }

    /**
     * The schedule, the steps of a block shared out over the executors, with one exchange for its proposals. Losses of
     * prefixes are shared out and exchanged too; to keep proposals one by one every executor tries them all.
     */
    double together(int executors) {
        int block = Math.min(schedule.block(), problem.architecture().parameterCount());
        double steps = step / Math.min(executors, block);
        return schedule.rule() == Rule.PREFIX
                ? 2 * EXCHANGE / block + steps + proposals * walk / executors
                : EXCHANGE / block + steps + proposals * walk;
    }
}
