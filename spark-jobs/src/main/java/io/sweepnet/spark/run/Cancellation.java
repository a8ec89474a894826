package io.sweepnet.spark.run;

/** A request from outside to end a run early and to keep what it reached. */
public interface Cancellation {

    /** Nobody asks. */
    Cancellation NEVER = () -> false;

    /**
     * Whether the run is to end after the current step. Asked before each step and epoch.
     */
    boolean isRequested();

    /**
     * Training begins: from now on there is something to keep.
     *
     * @param abandonStep makes a step fail that does not come to its end; may be called from any thread
     */
    default void trainingBegins(Runnable abandonStep) {}

    /**
     * Scoring begins, of which nothing is kept unless it comes to its end.
     *
     * @param abandon makes it fail; may be called from any thread
     */
    default void scoringBegins(Runnable abandon) {}
}
