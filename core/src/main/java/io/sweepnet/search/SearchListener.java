package io.sweepnet.search;

/** Is told of a search's progress, in the thread that runs it. */
public interface SearchListener {

    /** Ignores all events. */
    SearchListener NONE = new SearchListener() {};

    /** A step was made; cheap implementations only, since steps may take microseconds. */
    default void onStep(CoordinateSearch search) {}

    /** A sweep was completed; {@link CoordinateSearch#end} may be called here. */
    default void onSweep(CoordinateSearch search, Sweep sweep) {}
}
