package io.sweepnet.model;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Ties;
import java.util.List;

/** What a search does where its settings leave it open. */
final class SearchDefaults {

    /** Sweeps in a row without gain that end a search whose ties go to the first candidate. */
    private static final int PATIENCE = 1;

    /** The same where ties go at random: on a plateau, a sweep without gain is not the end. */
    private static final int PATIENCE_WITH_RANDOM_TIES = 10;

    private SearchDefaults() {}

    /** At random where the loss or every hidden unit is flat. */
    static Ties ties(Architecture architecture, Loss loss) {
        List<Activation> hidden = architecture.activations().subList(0, architecture.layerCount() - 1);
        boolean flatUnits = !hidden.isEmpty()
                && hidden.stream().allMatch(activation -> activation.shape() == Activation.Shape.STEP);
        return loss.isFlat() || flatUnits ? Ties.RANDOM : Ties.FIRST;
    }

    static int patience(Ties ties) {
        return ties == Ties.RANDOM ? PATIENCE_WITH_RANDOM_TIES : PATIENCE;
    }
}
