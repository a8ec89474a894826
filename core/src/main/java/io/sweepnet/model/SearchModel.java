package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingRecorder;
import java.util.Optional;

/**
 * A network trained by coordinate search: sweeps over all parameters, each set to its best candidate.
 *
 * <pre>{@code
 * SearchModel model = new SearchModel(ModelSettings.builder().inputSize(3).hiddenSizes(5).outputSize(1).build());
 * TrainingHistory history = model.search(table, 20);
 * double[] outputs = model.predict(new double[] {1.0, 0.5, -2.0});
 * }</pre>
 */
public final class SearchModel extends BaseModel {

    /** Creates a model at the random initial parameters of its settings. */
    public SearchModel(ModelSettings settings) {
        super(settings);
    }

    /** Creates a model at the given parameters. */
    public SearchModel(ModelSettings settings, Parameters initial) {
        super(settings, initial);
    }

    /**
     * Creates the model of one start of a search with several starts.
     *
     * @param settings settings of the whole search
     * @param initial initial parameters of start 0; random if empty. Those of all other starts are random
     * @param number number of the start, from 0
     */
    public static SearchModel ofStart(ModelSettings settings, Optional<Parameters> initial, int number) {
        ModelSettings own = settings.ofStart(number);
        return new SearchModel(own, initial.filter(given -> number == 0).orElseGet(own::initialParameters));
    }

    /** Searches for at most the given number of sweeps. */
    public TrainingHistory search(Dataset dataset, int maxSweeps) {
        return search(dataset, maxSweeps, TrainingContext.NONE);
    }

    /** Searches for at most the given number of sweeps, in a context. */
    public TrainingHistory search(Dataset dataset, int maxSweeps, TrainingContext context) {
        return search(rows(dataset, context), maxSweeps, context);
    }

    /**
     * Searches for at most the given number of sweeps, on local or remote rows. The validation rows are theirs, not the
     * context's.
     */
    public TrainingHistory search(SearchSource rows, int maxSweeps, TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(parameters(), rows, context);
        recorder.search(rows, settings().search(maxSweeps), settings().sample());
        return finish(recorder);
    }
}
