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
 * The data that all starts of a search share. Every executor receives it once, by broadcast.
 *
 * @param settings the settings of the search, with 1 thread
 * @param initial parameters of start 0; null if they are random, as those of all other starts are
 * @param training the training rows, in canonical order
 * @param validation rows whose loss is recorded after each sweep; null if there are none
 * @param maxSweeps largest number of sweeps of each start
 */
record RestartProblem(ModelSettings settings, Parameters initial, Dataset training, Dataset validation, int maxSweeps)
        implements Serializable {

    static RestartProblem of(SearchRequest request, Dataset training, Optional<Dataset> validation) {
        return new RestartProblem(
                request.settings().toBuilder().threads(1).build(),
                request.initial().orElse(null),
                // Put in canonical order once, and not by every task.
                training.canonical(),
                validation.map(Dataset::canonical).orElse(null),
                request.maxSweeps());
    }

    /** Makes one start in the calling thread and returns its history. */
    TrainingHistory search(int number, BooleanSupplier cancelled) {
        return SearchModel.ofStart(settings, Optional.ofNullable(initial), number)
                .search(
                        settings.rows(training, Optional.ofNullable(validation)),
                        maxSweeps,
                        new TrainingContext(Optional.empty(), TrainingListener.NONE, cancelled));
    }
}
