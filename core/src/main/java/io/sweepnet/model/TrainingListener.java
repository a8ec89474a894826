package io.sweepnet.model;

import io.sweepnet.search.CoordinateSearch;

/** Hears of a training's progress, in the thread that trains. */
public interface TrainingListener {

    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /** A step of a search was made; cheap implementations only, since steps may take microseconds. */
    default void onStep(CoordinateSearch search) {}

    /** A sweep or an epoch was completed. */
    default void onIteration(TrainingHistory.Iteration iteration) {}
}
