package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the starts of a search share: every executor gets it once, by broadcast.
 *
 * @param settings those of the whole search, with the kernel of a task
 * @param initial parameters of start 0; null where they are random, as those of all others are
 * @param training rows to learn from, in canonical order
 * @param validation rows whose loss is recorded after each sweep; null where there are none
 * @param maxSweeps sweeps of each start at most
 */
record RestartProblem(ModelSettings settings, Parameters initial, Dataset training, Dataset validation, int maxSweeps)
        implements Serializable {

    static RestartProblem of(SearchRequest request, Dataset training, Optional<Dataset> validation) {
        return new RestartProblem(
                request.settings().toBuilder().threads(1).build(),
                request.initial().orElse(null),
                // Put in order once, and not by every task.
                training.canonical(),
                validation.map(Dataset::canonical).orElse(null),
                request.maxSweeps());
    }

    /** Makes one start. */
    TrainingHistory search(int number, BooleanSupplier cancelled) {
        return SearchModel.ofStart(settings, Optional.ofNullable(initial), number)
                .search(
                        settings.rows(training, Optional.ofNullable(validation)),
                        maxSweeps,
                        new TrainingContext(Optional.empty(), TrainingListener.NONE, cancelled));
    }
}
