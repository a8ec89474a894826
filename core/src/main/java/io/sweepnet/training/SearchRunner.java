package io.sweepnet.training;

import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.StopReason;
import java.util.function.BooleanSupplier;

/**
 * Plays a whole search: the second seam beside {@link io.sweepnet.search.CandidateEvaluator}, which evaluates a step. {@link
 * EvaluatorRunner} asks an evaluator for each step; a search in tasks of a cluster is played by those, and told step by step.
 *
 * <p>Whoever plays it, the search makes the same steps, to the last bit.
 *
 * <pre>{@code
 * CoordinateSearch search = new CoordinateSearch(settings, initial, rows.loss(initial.toArray()));
 * StopReason reason = rows.runner().run(search, SearchListener.NONE, () -> false);
 * Parameters found = search.parameters();
 * }</pre>
 */
public interface SearchRunner {

    /**
     * Plays a search to its end, from wherever it stands at the start of a sweep. What this takes is free again when it returns.
     *
     * @param search is asked, and told of every step and of the end of every sweep
     * @param listener is told of every step and sweep, in the calling thread
     * @param cancelled asked before each step; true ends the search where it stands
     * @return why the search has ended
     */
    StopReason run(CoordinateSearch search, SearchListener listener, BooleanSupplier cancelled);

    /** How many steps of the searches played so far needed the direct rule, as evaluators count them. */
    default long directDecisions() {
        return 0;
    }
}
