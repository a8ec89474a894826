package io.sweepnet.training;

import io.sweepnet.search.CoordinateSearch;

/**
 * Receives the progress of a training, in the thread that trains.
 *
 * <pre>{@code
 * TrainingListener printing = new TrainingListener() {
 *     public void onIteration(TrainingHistory.Iteration iteration) {
 *         System.out.println(iteration.number() + ": loss " + iteration.loss());
 *     }
 * };
 * TrainingContext context = new TrainingContext(Optional.empty(), printing, () -> false);
 * }</pre>
 */
public interface TrainingListener {

    /** Ignores all events. */
    TrainingListener NONE = new TrainingListener() {};

    /** Called after each step of a search. Must be fast, since a step may take only microseconds. */
    default void onStep(CoordinateSearch search) {}

    /**
     * Called after each start of a search with several starts.
     *
     * @param ended all starts that have ended so far
     * @param of number of starts of the search
     */
    default void onStart(Starts ended, int of) {}

    /** Called after each complete sweep or epoch. */
    default void onIteration(TrainingHistory.Iteration iteration) {}
}
