package io.sweepnet.training;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.random.HashRandom;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** Starts of which none has ended. */
    public Starts() {}

    /**
     * The settings of one start: the given ones with a seed of its own, which depends on theirs and the number alone.
     *
     * @param number counts from 0; start 0 has the given settings
     */
    public static ModelSettings settings(ModelSettings settings, int number) {
        return number == 0
                ? settings
                : settings.toBuilder()
                        .seed(HashRandom.bits(settings.seed(), HashRandom.Role.START, number))
                        .build();
    }

    /**
     * Makes one start: a whole search.
     *
     * @param settings those of the whole search
     * @param initial parameters of start 0; random where there are none, as those of all others are
     * @param number which start, from 0
     * @param rows makes what a model of some settings learns from
     * @param maxSweeps sweeps at most
     */
    public static TrainingHistory search(
            ModelSettings settings,
            Optional<Parameters> initial,
            int number,
            Function<ModelSettings, TrainingRows> rows,
            int maxSweeps,
            TrainingContext context) {
        ModelSettings own = settings(settings, number);
        Parameters start = initial.filter(given -> number == 0).orElseGet(own::initialParameters);
        return new SearchModel(own, start).search(rows.apply(own), maxSweeps, context);
    }

    /**
     * Adds a start that has ended.
     *
     * @param settings those of the whole search
     */
    public void add(ModelSettings settings, int number, TrainingHistory history) {
        Start start = new Start(
                number,
                settings(settings, number).seed(),
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
