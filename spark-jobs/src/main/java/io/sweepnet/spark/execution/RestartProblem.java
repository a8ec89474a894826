package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the starts of a search share: every executor gets it once, by broadcast.
 *
 * @param problem network, rows to learn from, loss and kernel
 * @param searchSettings how each start searches; the seed is that of start 0
 * @param validation rows whose loss is recorded after each sweep; null where there are none
 * @param initial parameters of start 0; null where they are random, as those of all others are
 * @param sample share of the rows that the first sweeps look at
 */
record RestartProblem(
        SearchProblem problem, SearchSettings searchSettings, Dataset validation, Parameters initial, double sample)
        implements Serializable {

    static RestartProblem of(
            ModelSettings settings,
            Optional<Parameters> initial,
            Dataset training,
            Optional<Dataset> validation,
            int maxSweeps,
            Kernel kernel) {
        return new RestartProblem(
                // Put in order once, and not by every task.
                new SearchProblem(settings.architecture(), training.canonical(), settings.loss(), kernel),
                settings.search(maxSweeps),
                validation.map(Dataset::canonical).orElse(null),
                initial.orElse(null),
                settings.sample());
    }

    /** Makes one start. */
    TrainingHistory search(int number, BooleanSupplier cancelled) {
        TrainingContext context = new TrainingContext(Optional.empty(), TrainingListener.NONE, cancelled);
        return Starts.search(
                settings(),
                Optional.ofNullable(initial),
                number,
                own -> new InMemoryTrainingRows(own, problem.dataset(), Optional.ofNullable(validation)),
                searchSettings.stop().maxSweeps(),
                context);
    }

    /** The settings of the whole search, as far as a search needs them. */
    ModelSettings settings() {
        Architecture architecture = problem.architecture();
        Loss loss = problem.loss();
        return ModelSettings.builder()
                .architecture(architecture)
                .loss(loss)
                .seed(searchSettings.seed())
                .weightCandidates(searchSettings.weights())
                .biasCandidates(searchSettings.biases())
                .order(searchSettings.order())
                .ties(searchSettings.ties())
                .keepCurrent(searchSettings.keepCurrent())
                .sample(sample)
                .tolerance(searchSettings.stop().tolerance())
                .patience(searchSettings.stop().patience())
                .evaluator(problem.kernel()::create)
                .build();
    }
}
