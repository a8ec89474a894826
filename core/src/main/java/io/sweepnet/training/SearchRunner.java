package io.sweepnet.training;

import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.StopReason;
import java.util.function.BooleanSupplier;

/**
 * Plays a whole search, whereas a {@link io.sweepnet.search.CandidateEvaluator} evaluates one step. {@link EvaluatorRunner} asks
 * an evaluator for each step; on a cluster, tasks evaluate the steps and the runner passes their choices to the search.
 *
 * <p>With every runner the search makes the same steps, to the last bit.
 *
 * <pre>{@code
 * CoordinateSearch search = new CoordinateSearch(searchSettings, initial, rows.loss(initial.toArray()));
 * StopReason reason = rows.runner().run(search, SearchListener.NONE, () -> false);
 * Parameters found = search.parameters();
 * }</pre>
 */
public interface SearchRunner {

    /**
     * Plays a search to its end. All resources that this needs are released when it returns.
     *
     * @param search the search, at the start of any sweep; receives every choice and the end of every sweep
     * @param listener is notified of every step and sweep, in the calling thread
     * @param cancelled called before each step; true ends the search at its current parameters
     * @return why the search has ended
     */
    StopReason run(CoordinateSearch search, SearchListener listener, BooleanSupplier cancelled);

    /**
     * Returns how many steps of the searches played so far needed the direct rule, as counted by {@link
     * io.sweepnet.search.CandidateEvaluator#directDecisions}.
     */
    default long directDecisions() {
        return 0;
    }
}
