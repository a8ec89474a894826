package io.sweepnet.spark.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A member's side of a channel. All members make the same exchanges in the same order and receive the same outcomes. An
 * attempt that replaces a lost one begins at the last {@link #checkpoint} and replays the outcomes since then without
 * contributing again, so it must do the same as the lost one did.
 *
 * <p>Members must base decisions on outcomes alone. The driver enforces time limits and ends the run, of which members are
 * notified when they next exchange.
 */
public final class StepExchange {

    private static final long SHORTEST_PAUSE = 50_000;
    private static final long LONGEST_PAUSE = 1_000_000;

    /** The first pause is this fraction of the time that the task took for its own part of the step. */
    private static final int PAUSES_OF_STEP = 64;

    private static final double[][] NO_REPORTS = {};

    private final long run;
    private final int member;
    private final int members;
    private final long attempt;
    private final Wire wire;

    private final double[] start;
    private final ArrayDeque<double[]> replay;
    private int exchange;

    /** The time of the last answer, in nanoseconds by {@link System#nanoTime}. */
    private long answered = System.nanoTime();

    private final List<double[]> reports = new ArrayList<>();

    private StepExchange(Message.Join join, int members, Wire wire, double[][] joined) {
        this.run = join.run();
        this.member = join.member();
        this.members = members;
        this.attempt = join.attempt();
        this.wire = wire;
        this.exchange = (int) joined[0][1];
        this.start = joined[1];
        this.replay = new ArrayDeque<>(Arrays.asList(joined).subList(2, joined.length));
    }

    /**
     * Begins an attempt.
     *
     * @throws OverException if the run is over, or a later attempt has begun
     */
    static StepExchange join(Message.Join join, int members, Wire wire) {
        double[][] joined = (double[][]) ask(wire, join);
        if (joined[0][0] != Coordinator.JOINED) {
            throw new OverException(joined[0][0] == Coordinator.SUPERSEDED);
        }
        return new StepExchange(join, members, wire, joined);
    }

    /** Returns the number of this member, from 0. */
    public int member() {
        return member;
    }

    /** Returns the number of members. */
    public int members() {
        return members;
    }

    /** Returns the state of the last checkpoint, or, if there is none yet, the state with which the channel was started. */
    public double[] start() {
        return start.clone();
    }

    /**
     * Makes an exchange of partials of one section.
     *
     * @param partial must not be changed afterwards
     * @return the outcome, the same for all members; must not be changed
     */
    public double[] reduce(Reduction reduction, double[] partial) {
        return reduce(reduction, partial, 1);
    }

    /**
     * Makes an exchange.
     *
     * @param partial must not be changed afterwards
     * @param sections number of sections of equal length in the partial, at least 1
     * @return the outcome, the same for all members; must not be changed
     */
    public double[] reduce(Reduction reduction, double[] partial, int sections) {
        return exchange(reduction, partial, sections, false);
    }

    /**
     * Makes an exchange after which replacements of lost members continue from the given state. All members must pass the same
     * state; the first member's is stored.
     */
    public void checkpoint(double[] state) {
        exchange(Reduction.FIRST, state, 1, true);
    }

    /** Sends numbers to the driver along with the next exchange. Only the reports of the first member are sent. */
    public void report(double... numbers) {
        if (member == 0) {
            reports.add(numbers);
        }
    }

    private double[] exchange(Reduction reduction, double[] partial, int sections, boolean isCheckpoint) {
        double[] answer = replay.poll();
        if (answer == null) {
            double[][] toTell = reports.isEmpty() ? NO_REPORTS : reports.toArray(double[][]::new);
            answer = answer(new Message.Contribution(
                    run, member, attempt, exchange, reduction, sections, isCheckpoint, partial, toTell));
        }
        // For a replayed outcome, the lost attempt had sent the reports.
        reports.clear();
        exchange++;
        return Arrays.copyOfRange(answer, 1, answer.length);
    }

    private double[] answer(Message.Contribution contribution) {
        long worked = System.nanoTime() - answered;
        double[] answer = (double[]) ask(wire, contribution);
        Message.Poll poll = new Message.Poll(run, member, attempt, exchange);
        long pause = Math.max(SHORTEST_PAUSE, Math.min(LONGEST_PAUSE, worked / PAUSES_OF_STEP));
        // Polling without pauses loads the driver, which is worth it only if steps are short.
        int patience = pause == SHORTEST_PAUSE ? wire.patience() : 0;
        for (int asked = 1; answer[0] == Coordinator.WAIT; asked++) {
            if (asked < patience) {
                Thread.onSpinWait();
            } else {
                if (Thread.interrupted()) {
                    throw new OverException(true);
                }
                LockSupport.parkNanos(this, pause);
                pause = Math.min(LONGEST_PAUSE, 2 * pause);
            }
            answer = (double[]) ask(wire, poll);
        }
        if (answer[0] != Coordinator.OUTCOME) {
            throw new OverException(answer[0] == Coordinator.SUPERSEDED);
        }
        answered = System.nanoTime();
        return answer;
    }

    private static Object ask(Wire wire, Message message) {
        try {
            return wire.ask(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverException(true);
        } catch (Exception e) {
            throw new DriverLostException(e);
        }
    }

    /** Ends a member whose run is over or that was replaced. Members must not catch it. */
    static final class OverException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final boolean isSuperseded;

        OverException(boolean isSuperseded) {
            super(isSuperseded ? "another attempt of this task has begun" : "the run is over", null, false, false);
            this.isSuperseded = isSuperseded;
        }

        /** Returns whether the run continues without this attempt. */
        boolean isSuperseded() {
            return isSuperseded;
        }
    }

    /** The driver does not answer. */
    static final class DriverLostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        DriverLostException(Exception cause) {
            super("the driver does not answer", cause);
        }
    }
}
