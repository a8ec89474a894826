package io.sweepnet.training;

import io.sweepnet.random.HashRandom;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The results of the starts of one search, added in any order: a {@link Start} for each, and the whole history of the best.
 *
 * <p>The best start has the lowest final loss and, among equal losses, the lowest number. A loss that is NaN or infinite is
 * higher than every finite one.
 *
 * <pre>{@code
 * Starts starts = new Starts(settings.seed());
 * for (int number = 0; number < 3; number++) {
 *     starts.add(number, SearchModel.ofStart(settings, Optional.empty(), number).search(table, 20));
 * }
 * double lowest = starts.best().finalLoss();
 * }</pre>
 */
public final class Starts {

    /**
     * The result of one start.
     *
     * @param number the number of the start, from 0
     * @param seed seed of its initial parameters, random orders and ties
     * @param initialLoss loss of the training rows before the search
     * @param finalLoss loss of the training rows after the search
     * @param iterations number of sweeps
     * @param stopReason why it ended
     * @param wallSeconds time of this start in seconds
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
     * Creates an empty collection.
     *
     * @param seed seed of the whole search
     */
    public Starts(long seed) {
        this.seed = seed;
    }

    /**
     * Returns the seed of one start, which depends only on the seed of the whole search and on the number.
     *
     * @param number the number of the start, from 0; start 0 has the seed of the whole search
     */
    public static long seed(long seed, int number) {
        return number == 0 ? seed : HashRandom.bits(seed, HashRandom.Role.START, number);
    }

    /** Adds the history of a start that has ended, with its number from 0. */
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

    /** Returns the starts that have ended, ordered by number. */
    public List<Start> all() {
        List<Start> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(Start::number));
        return Collections.unmodifiableList(sorted);
    }

    /** Returns the number of starts that have ended. */
    public int count() {
        return all.size();
    }

    /**
     * Returns the best of the starts that have ended.
     *
     * @throws IllegalStateException if none has ended
     */
    public Start best() {
        if (best == null) {
            throw new IllegalStateException("no start has ended");
        }
        return best;
    }

    /** Returns the number of losses evaluated by all starts that have ended. */
    public long candidateEvaluations() {
        return candidateEvaluations;
    }

    /**
     * Returns the history of the best start, with the numbers of evaluations of all starts.
     *
     * @param wallSeconds time of all starts together, in seconds
     * @param isCancelled whether starts are missing or the last one was cancelled
     * @throws IllegalStateException if none has ended
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
