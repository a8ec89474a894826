package io.sweepnet.training;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.search.kernel.DeadLayers;

/**
 * Training rows for a coordinate search, local or remote.
 *
 * <pre>{@code
 * SearchSource rows = new InMemoryTrainingRows(architecture, loss, table, Optional.empty());
 * CoordinateSearch search = new CoordinateSearch(searchSettings, initial, rows.loss(initial.toArray()));
 * StopReason reason = rows.runner().run(search, SearchListener.NONE, () -> false);
 * }</pre>
 */
public interface SearchSource extends LossSource {

    /** Returns a runner of searches over these rows, one at a time. While it plays, the rows need not answer other calls. */
    SearchRunner runner();

    /**
     * Returns whether a search with the given settings that continues from these parameters is dead, so that it can learn no
     * more than a constant; see {@link DeadLayers}.
     */
    boolean isDead(SearchSettings search, Parameters at);

    /**
     * Returns a sample of these rows, the same for local and remote rows; all rows if the sample would have no row with a
     * weight above 0. A sample has no validation rows.
     *
     * @param share probability of each row to be in the sample, in (0, 1)
     * @param seed seed of the sample
     */
    SearchSource sample(double share, long seed);

    /**
     * Returns the end of a sweep.
     *
     * @param search a search over these rows that has made all steps of a sweep
     * @param loss its loss at the current parameters, by the direct rule
     */
    default SweepEnd sweepEnd(CoordinateSearch search, double loss) {
        Parameters at = search.parameters();
        return new SweepEnd(loss, validationLoss(at.toArray()), isDead(search.settings(), at));
    }
}
