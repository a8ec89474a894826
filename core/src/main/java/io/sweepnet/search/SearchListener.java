package io.sweepnet.search;

/**
 * Receives the progress of a search, in the thread that runs it.
 *
 * <pre>{@code
 * SearchListener printing = new SearchListener() {
 *     public void onSweep(CoordinateSearch search, Sweep sweep) {
 *         System.out.println("sweep " + sweep.number() + ": loss " + sweep.loss());
 *     }
 * };
 * }</pre>
 */
public interface SearchListener {

    /** Ignores all events. */
    SearchListener NONE = new SearchListener() {};

    /** Called after each step. Must be fast, since a step may take only microseconds. */
    default void onStep(CoordinateSearch search) {}

    /** Called after each complete sweep. May call {@link CoordinateSearch#end}. */
    default void onSweep(CoordinateSearch search, Sweep sweep) {}
}
