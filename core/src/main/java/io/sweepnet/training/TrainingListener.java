package io.sweepnet.training;

import io.sweepnet.search.CoordinateSearch;

/** Hears of a training's progress, in the thread that trains. */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** A step of a search was made; cheap implementations only, since steps may take microseconds. */
    default void onStep(CoordinateSearch search) {}

    /**
     * A start of a search with several starts has ended.
     *
     * @param ended it, and those that ended before
     * @param of how many there are to be
     */
    default void onStart(Starts ended, int of) {}

    /** A sweep or an epoch was completed. */
    default void onIteration(TrainingHistory.Iteration iteration) {}
}
