package io.sweepnet.training;

import io.sweepnet.random.HashRandom;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The starts of one search, gathered in whatever order they end: a line on each, and the whole history of the best alone.
 *
 * <p>The best has the lowest final loss, of equal ones it is the one of the lowest number; a loss that is NaN or infinite is
 * above every other.
 */
public final class Starts {

    /**
     * What one start did.
     *
     * @param number counts from 0
     * @param seed seed of its initial parameters, random orders and ties
     * @param initialLoss loss of the training rows before it
     * @param finalLoss loss of the training rows after it
     * @param iterations sweeps it made
     * @param stopReason why it ended
     * @param wallSeconds time of its own search
     */
    public record Start(
            int number,
            long seed,
            double initialLoss,
            double finalLoss,
            int iterations,
            String stopReason,
            double wallSeconds) {

        private boolean isBetterThan(Start other) {
            if (Double.isFinite(finalLoss) && Double.isFinite(other.finalLoss) && finalLoss != other.finalLoss) {
                return finalLoss < other.finalLoss;
            }
            if (Double.isFinite(finalLoss) != Double.isFinite(other.finalLoss)) {
                return Double.isFinite(finalLoss);
            }
            return number < other.number;
        }
    }

    private final List<Start> all = new ArrayList<>();
    private Start best;
    private TrainingHistory bestHistory;
    private long candidateEvaluations;
    private long nonFiniteEvaluations;
    private long directDecisions;

    private final long seed;

    /**
     * Starts of which none has ended.
     *
     * @param seed of the whole search
     */
    public Starts(long seed) {
        this.seed = seed;
    }

    /**
     * The seed of one start, which depends on that of the whole search and the number alone.
     *
     * @param number counts from 0; start 0 has the seed of the whole search
     */
    public static long seed(long seed, int number) {
        return number == 0 ? seed : HashRandom.bits(seed, HashRandom.Role.START, number);
    }

    /** Adds a start that has ended. */
    public void add(int number, TrainingHistory history) {
        Start start = new Start(
                number,
                seed(seed, number),
                history.initialLoss(),
                history.finalLoss(),
                history.iterations().size(),
                history.stopReason(),
                history.wallSeconds());
        all.add(start);
        if (best == null || start.isBetterThan(best)) {
            best = start;
            bestHistory = history;
        }
        candidateEvaluations += history.candidateEvaluations();
        nonFiniteEvaluations += history.nonFiniteEvaluations();
        directDecisions += history.directDecisions();
    }

    /** Those that have ended, by number. */
    public List<Start> all() {
        List<Start> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Start::number));
        return Collections.unmodifiableList(sorted);
    }

    /** How many have ended. */
    public int count() {
        return all.size();
    }

    /**
     * The best of those that have ended.
     *
     * @throws IllegalStateException where none has
     */
    public Start best() {
        if (best == null) {
            throw new IllegalStateException("no start has ended");
        }
        return best;
    }

    /** Losses evaluated by all that have ended. */
    public long candidateEvaluations() {
        return candidateEvaluations;
    }

    /**
     * The history of the best start, with the evaluations of all.
     *
     * @param wallSeconds time that all took together
     * @param isCancelled whether there were to be more, or the last one was cut short
     * @throws IllegalStateException where none has ended
     */
    public TrainingHistory history(double wallSeconds, boolean isCancelled) {
        Start of = best();
        return new TrainingHistory(
                bestHistory.initial(),
                bestHistory.trained(),
                of.initialLoss(),
                of.finalLoss(),
                bestHistory.iterations(),
                isCancelled ? Status.CANCELLED : bestHistory.status(),
                isCancelled ? Status.CANCELLED.label() : of.stopReason(),
                candidateEvaluations,
                nonFiniteEvaluations,
                directDecisions,
                wallSeconds);
    }
}
