package io.sweepnet.model;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Ties;
import java.util.List;

/** The defaults of search settings that depend on other settings. */
final class SearchDefaults {

    /** The default patience if ties go to the first candidate. */
    private static final int PATIENCE = 1;

    /** The default patience with random ties: on a plateau, the search may gain again after sweeps without gain. */
    private static final int PATIENCE_WITH_RANDOM_TIES = 10;

    private SearchDefaults() {}

    /** Returns random ties if the loss is flat or all hidden units are steps, otherwise the first candidate. */
    static Ties ties(Architecture architecture, Loss loss) {
        List<Activation> hidden = architecture.activations().subList(0, architecture.layerCount() - 1);
        boolean flatUnits = !hidden.isEmpty()
                && hidden.stream().allMatch(activation -> activation.shape() == Activation.Shape.STEP);
        return loss.isFlat() || flatUnits ? Ties.RANDOM : Ties.FIRST;
    }

    /** Returns the default patience, in sweeps. */
    static int patience(Ties ties) {
        return ties == Ties.RANDOM ? PATIENCE_WITH_RANDOM_TIES : PATIENCE;
    }
}
