package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;
import java.util.Optional;

/** A network trained by coordinate search: sweeps over all parameters, each set to the best value of its range. */
public final class SearchModel extends BaseModel {

    /** A model at the random initial parameters of its settings. */
    public SearchModel(ModelSettings settings) {
        super(settings);
    }

    /** A model at given parameters. */
    public SearchModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
    }

    /**
     * The model of one start of a search with several.
     *
     * @param settings those of the whole search
     * @param initial parameters of start 0; random where there are none, as those of all others are
     * @param number which start, from 0
     */
    public static SearchModel ofStart(ModelSettings settings, Optional<Parameters> initial, int number) {
        ModelSettings own = settings.ofStart(number);
        return new SearchModel(own, initial.filter(given -> number == 0).orElseGet(own::initialParameters));
    }

    /** Searches for at most so many sweeps. */
    public TrainingHistory search(Dataset dataset, int maxSweeps) {
        return search(dataset, maxSweeps, TrainingContext.NONE);
    }

    /** Searches for at most so many sweeps, in a context. */
    public TrainingHistory search(Dataset dataset, int maxSweeps, TrainingContext context) {
        return search(rows(dataset, context), maxSweeps, context);
    }

    /** Searches for at most so many sweeps, on rows that may be anywhere; those to watch are theirs, not the context's. */
    public TrainingHistory search(SearchSource rows, int maxSweeps, TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(parameters(), rows, context);
        recorder.search(rows, settings().search(maxSweeps), settings().sample());
        return finish(recorder);
    }
}
