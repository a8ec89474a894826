package io.sweepnet.training;

import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.search.kernel.DeadLayers;

/** Rows, wherever they are, that a coordinate search learns from. */
public interface SearchSource extends LossSource {

    /** Plays searches over these rows, one at a time. While it plays, the rows may have nothing left to answer with. */
    SearchRunner runner();

    /**
     * Whether a search of such settings that goes on from these parameters can learn no more than a constant; see {@link
     * DeadLayers}.
     */
    boolean isDead(SearchSettings search, Parameters at);

    /**
     * A sample of these rows, the same wherever they are; all of them where the sample would have no row of a weight above 0.
     * A sample watches no rows.
     *
     * @param share how likely each row is in it, in (0, 1)
     * @param seed what the choice follows from
     */
    SearchSource sample(double share, long seed);

    /**
     * What is found at the end of a sweep.
     *
     * @param search a search over these rows that has made all steps of a sweep
     * @param loss its loss
     */
    default SweepEnd sweepEnd(CoordinateSearch search, double loss) {
        Parameters at = search.parameters();
        return new SweepEnd(loss, validationLoss(at.toArray()), isDead(search.settings(), at));
    }
}
