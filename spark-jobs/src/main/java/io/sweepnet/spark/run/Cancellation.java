package io.sweepnet.spark.run;

/** A request from outside to end a run early and to keep its results so far. */
public interface Cancellation {

    /** Never requests an end. */
    Cancellation NEVER = () -> false;

    /** Returns whether the run is to end after the current step. Called before each step and epoch. */
    boolean isRequested();

    /**
     * Called when training begins: from now on there are results to keep.
     *
     * @param abandonStep makes a step fail that does not end by itself; may be called from any thread
     */
    default void trainingBegins(Runnable abandonStep) {}

    /**
     * Called when scoring begins, whose results are kept only if it completes.
     *
     * @param abandon makes the scoring fail; may be called from any thread
     */
    default void scoringBegins(Runnable abandon) {}
}
