package io.sweepnet.spark.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The driver's side of one run of a channel. It collects the members' contributions to an exchange; the last one completes the
 * exchange, and all members receive the same outcome. The outcomes since the last checkpoint are kept, so that an attempt that
 * replaces a lost one can replay them. Only the latest attempt of a member counts, and a repeated message counts once.
 *
 * <p>It never blocks: Spark's RPC calls it from one thread for all members.
 */
final class Coordinator {

    /** First number of an answer: the outcome does not exist yet. */
    static final double WAIT = 0;
    /** First number of an answer: the outcome follows. */
    static final double OUTCOME = 1;
    /** First number of an answer: the run is over. */
    static final double CLOSED = 2;
    /** First number of an answer: a later attempt has replaced this one. */
    static final double SUPERSEDED = 3;
    /** First number of the answer to a join: the next exchange's number, the checkpoint and the outcomes since then follow. */
    static final double JOINED = 4;

    private static final double[] WAIT_ANSWER = {WAIT};
    private static final double[] CLOSED_ANSWER = {CLOSED};
    private static final double[] SUPERSEDED_ANSWER = {SUPERSEDED};
    private static final long NONE = -1;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int members;
    private final long[] attempts;
    private final String[] locations;
    private final double[][] partials;

    /** The number of the open exchange; written under the lock, read with and without it. */
    private volatile int exchange;

    private Message.Contribution first;
    private int arrived;

    private double[] checkpoint;
    /** The number of the exchange after the checkpoint. */
    private int kept;
    /** The answers that carry the outcomes of the exchanges from {@link #kept} on. */
    private final List<double[]> outcomes = new ArrayList<>();
    /** The answer of the exchange that made the checkpoint, for members that have not received it yet. */
    private double[] checkpointAnswer = WAIT_ANSWER;

    private ArrayDeque<double[]> reports = new ArrayDeque<>();
    private volatile boolean isClosed;
    private String failure;
    private long lastProgress = System.nanoTime();

    /** @param start the state with which every member begins */
    Coordinator(int members, double[] start) {
        this.members = members;
        this.attempts = new long[members];
        Arrays.fill(attempts, NONE);
        this.locations = new String[members];
        this.partials = new double[members][];
        this.checkpoint = start.clone();
    }

    /** Answers a message: with an array of numbers, or, to a join, with an array of such arrays. */
    Object receive(Message message) {
        if (message instanceof Message.Poll poll) {
            return poll(poll);
        } else if (message instanceof Message.Contribution part) {
            return contribute(part);
        } else if (message instanceof Message.Join join) {
            return join(join);
        }
        return failed((Message.Failure) message);
    }

    private synchronized double[][] join(Message.Join join) {
        if (isClosed) {
            return new double[][] {CLOSED_ANSWER};
        }
        int member = join.member();
        if (join.attempt() < attempts[member]) {
            return new double[][] {SUPERSEDED_ANSWER};
        }
        attempts[member] = join.attempt();
        locations[member] = join.location();
        lastProgress = System.nanoTime();
        List<double[]> answer = new ArrayList<>();
        answer.add(new double[] {JOINED, kept});
        answer.add(checkpoint);
        answer.addAll(outcomes);
        return answer.toArray(double[][]::new);
    }

    private synchronized double[] contribute(Message.Contribution part) {
        double[] answer = answer(part, part.exchange());
        if (answer != WAIT_ANSWER || partials[part.member()] != null) {
            return answer;
        }
        if (first == null) {
            first = part;
        }
        String disagreement = disagreement(part);
        if (disagreement != null) {
            fail(disagreement);
            return CLOSED_ANSWER;
        }
        partials[part.member()] = part.partial();
        reports.addAll(Arrays.asList(part.reports()));
        arrived++;
        lastProgress = System.nanoTime();
        if (arrived == members) {
            try {
                complete();
            } catch (RuntimeException e) {
                fail("exchange " + exchange + " has no outcome: " + e);
                return CLOSED_ANSWER;
            }
        }
        return answer(part, part.exchange());
    }

    private String disagreement(Message.Contribution part) {
        if (part.exchange() > exchange) {
            return "task " + part.member() + " is at exchange " + part.exchange() + ", the others are at " + exchange;
        }
        boolean fits = part.reduction() == first.reduction()
                && part.isCheckpoint() == first.isCheckpoint()
                && part.partial().length % part.sections() == 0
                && part.partial().length / part.sections() == first.partial().length / first.sections();
        return fits
                ? null
                : "tasks " + first.member() + " and " + part.member() + " are not of one mind at exchange " + exchange;
    }

    private void complete() {
        int completed = exchange;
        int width = first.partial().length / first.sections();
        double[] outcome = first.reduction().reduce(partials.clone(), width);
        double[] answer = new double[outcome.length + 1];
        answer[0] = OUTCOME;
        System.arraycopy(outcome, 0, answer, 1, outcome.length);
        if (first.isCheckpoint()) {
            checkpoint = outcome;
            checkpointAnswer = answer;
            outcomes.clear();
            kept = completed + 1;
        } else {
            outcomes.add(answer);
        }
        first = null;
        arrived = 0;
        Arrays.fill(partials, null);
        exchange = completed + 1;
    }

    private double[] poll(Message.Poll poll) {
        // Most polls arrive before the outcome does; these need not wait for the lock.
        if (poll.exchange() == exchange && !isClosed && poll.attempt() == attempts[poll.member()]) {
            return WAIT_ANSWER;
        }
        synchronized (this) {
            return answer(poll, poll.exchange());
        }
    }

    /** Returns the answer about an exchange as far as it is known. */
    private double[] answer(Message message, int number) {
        if (isClosed) {
            return CLOSED_ANSWER;
        }
        if (message.attempt() != attempts[message.member()]) {
            return SUPERSEDED_ANSWER;
        }
        if (number >= exchange) {
            return WAIT_ANSWER;
        }
        return number == kept - 1 ? checkpointAnswer : outcomes.get(number - kept);
    }

    private synchronized double[] failed(Message.Failure message) {
        if (message.attempt() == attempts[message.member()]) {
            fail(message.reason());
        }
        return CLOSED_ANSWER;
    }

    /** Ends the run as failed; only the first reason is kept. */
    synchronized void fail(String reason) {
        if (!isClosed) {
            failure = reason;
            isClosed = true;
        }
    }

    /** Ends the run; every later message is answered with {@link #CLOSED}. */
    synchronized void close() {
        isClosed = true;
    }

    boolean isClosed() {
        return isClosed;
    }

    synchronized boolean hasReports() {
        return !reports.isEmpty();
    }

    /** Returns why the run failed; empty if it did not fail. */
    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Removes and returns all pending reports, in their order. */
    synchronized ArrayDeque<double[]> takeReports() {
        ArrayDeque<double[]> taken = reports;
        reports = new ArrayDeque<>();
        return taken;
    }

    /** Returns a message that names the tasks the run waits for, if there was no progress for longer than allowed. */
    synchronized Optional<String> overdue(ChannelSettings allowed) {
        double waited = (System.nanoTime() - lastProgress) / NANOS_PER_SECOND;
        List<String> absent = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            if (attempts[member] == NONE) {
                absent.add(String.valueOf(member));
            } else if (partials[member] == null) {
                late.add(member + " (" + locations[member] + ")");
            }
        }
        if (!absent.isEmpty() && waited > allowed.joinSeconds()) {
            return Optional.of((members - absent.size()) + " of " + members + " tasks began; for "
                    + Math.round(waited) + " s nothing was heard of task " + String.join(", ", absent)
                    + ": are there task slots for all?");
        }
        if (waited > allowed.stepSeconds()) {
            return Optional.of("exchange " + exchange + " waits since " + Math.round(waited) + " s for task "
                    + String.join(", ", late));
        }
        return Optional.empty();
    }
}
