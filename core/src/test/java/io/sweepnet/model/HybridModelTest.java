package io.sweepnet.model;

import static io.sweepnet.model.SmallProblem.TRAINING;
import static io.sweepnet.model.SmallProblem.VALIDATION;
import static io.sweepnet.model.SmallProblem.withoutTimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.network.Activation;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HybridModelTest {

    private static final ModelSettings SETTINGS = SmallProblem.settings().build();
    private static final TrainingContext WATCHED = TrainingContext.NONE.withValidation(VALIDATION);
    private static final int PARAMETERS = 13;

    @Test
    void searchesAndThenTrainsFromThere() {
        HybridModel model = new HybridModel(SETTINGS);

        TrainingHistory history = model.searchAndTrain(TRAINING, 3, 20, 0.01);

        TrainingHistory search = new SearchModel(SETTINGS).search(TRAINING, 3);
        TrainingHistory gradient = new GradientModel(SETTINGS, search.trained()).train(TRAINING, 20, 0.01);
        assertThat(history.losses(Phase.SEARCH)).isEqualTo(search.losses(Phase.SEARCH));
        assertThat(history.losses(Phase.GRADIENT)).isEqualTo(gradient.losses(Phase.GRADIENT));
        assertThat(history.trained()).isEqualTo(gradient.trained());
        assertThat(history.initial()).isEqualTo(search.initial());
        assertThat(history.initialLoss()).isEqualTo(search.initialLoss());
        assertThat(history.finalLoss()).isEqualTo(gradient.finalLoss()).isEqualTo(model.evaluate(TRAINING));
        assertThat(history.finalLoss()).isLessThan(search.finalLoss());
        assertThat(history.status()).isEqualTo(Status.DONE);
        assertThat(history.stopReason()).isEqualTo("epoch-limit");
    }

    @Test
    void phasesFollowEachOtherAndAreNumberedApart() {
        TrainingHistory history = new HybridModel(SETTINGS).searchAndTrain(TRAINING, 2, 3, 0.01, WATCHED);

        assertThat(history.iterations())
                .extracting(iteration -> iteration.phase().label() + " " + iteration.number())
                .containsExactly("search 1", "search 2", "gradient 1", "gradient 2", "gradient 3");
        assertThat(history.iterations())
                .allSatisfy(iteration -> assertThat(iteration.validationLoss()).isPresent());
        long evaluations = 2 * PARAMETERS * 21L;
        assertThat(history.candidateEvaluations()).isEqualTo(evaluations);
        assertThat(history.iterations().get(4).candidateEvaluations()).isEqualTo(evaluations);
        List<Double> times =
                history.iterations().stream().map(Iteration::elapsedSeconds).toList();
        assertThat(times).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void refiningASearchIsSearchingAndTrainingToTheBit(int batch) {
        ModelSettings direct = SETTINGS.toBuilder().kernel(Kernel.DIRECT).build();
        ModelSettings settings =
                batch == 0 ? direct : direct.toBuilder().batchSize(batch).build();
        HybridModel whole = new HybridModel(settings);
        HybridModel refined = new HybridModel(settings);
        TrainingHistory search = new SearchModel(settings).search(TRAINING, 3, WATCHED);

        TrainingHistory atOnce = whole.searchAndTrain(TRAINING, 3, 10, 0.05, WATCHED);
        TrainingHistory inTwo = refined.refine(search, TRAINING, 10, 0.05, WATCHED);

        assertThat(withoutTimes(inTwo)).isEqualTo(withoutTimes(atOnce));
        assertThat(inTwo.directDecisions()).isEqualTo(3L * PARAMETERS);
        assertThat(refined.network()).isEqualTo(whole.network());
        assertThat(inTwo.wallSeconds()).isGreaterThanOrEqualTo(search.wallSeconds());
        assertThat(inTwo.iterations().get(3).elapsedSeconds()).isGreaterThanOrEqualTo(search.wallSeconds());
        assertThat(inTwo.iterations().subList(0, 3)).isEqualTo(search.iterations());
    }

    @Test
    void refiningAConvergedSearchGoesOnToo() {
        ModelSettings settings = SETTINGS.toBuilder().tolerance(1e9).patience(1).build();
        TrainingHistory search = new SearchModel(settings).search(TRAINING, 30);
        assertThat(search.stopReason()).isEqualTo("converged");

        TrainingHistory inTwo = new HybridModel(settings).refine(search, TRAINING, 4, 0.05, TrainingContext.NONE);

        assertThat(inTwo.losses(Phase.GRADIENT)).hasSize(4);
        assertThat(withoutTimes(inTwo))
                .isEqualTo(withoutTimes(new HybridModel(settings).searchAndTrain(TRAINING, 30, 4, 0.05)));
    }

    @Test
    void aCancelledSearchIsNotRefined() {
        AtomicInteger asked = new AtomicInteger();
        TrainingContext cancelled = SmallProblem.cancelledBy(() -> asked.getAndIncrement() == PARAMETERS + 2);
        HybridModel model = new HybridModel(SETTINGS);

        TrainingHistory history = model.searchAndTrain(TRAINING, 5, 10, 0.05, cancelled);

        assertThat(history.status()).isEqualTo(Status.CANCELLED);
        assertThat(history.losses(Phase.SEARCH)).hasSize(1);
        assertThat(history.losses(Phase.GRADIENT)).isEmpty();
        assertThat(model.network().parameters()).isEqualTo(history.trained());
        TrainingHistory refined = new HybridModel(SETTINGS).refine(history, TRAINING, 10, 0.05, TrainingContext.NONE);
        assertThat(withoutTimes(refined)).isEqualTo(withoutTimes(history));
    }

    @Test
    void cancellationOfTheTrainingKeepsTheSearch() {
        AtomicInteger asked = new AtomicInteger();
        int steps = 2 * PARAMETERS;
        TrainingContext cancelled = SmallProblem.cancelledBy(() -> asked.getAndIncrement() == steps + 3);

        TrainingHistory history = new HybridModel(SETTINGS).searchAndTrain(TRAINING, 2, 10, 0.05, cancelled);

        assertThat(history.status()).isEqualTo(Status.CANCELLED);
        assertThat(history.losses(Phase.SEARCH)).hasSize(2);
        assertThat(history.losses(Phase.GRADIENT)).hasSize(3);
    }

    @Test
    void divergenceKeepsWhatTheSearchFound() {
        TrainingHistory history = new HybridModel(SETTINGS).searchAndTrain(TRAINING, 2, 10, 1e200);

        TrainingHistory search = new SearchModel(SETTINGS).search(TRAINING, 2);
        assertThat(history.status()).isEqualTo(Status.DIVERGED);
        assertThat(history.stopReason()).isEqualTo("diverged");
        assertThat(history.trained()).isEqualTo(search.trained());
        assertThat(history.finalLoss()).isEqualTo(search.finalLoss());
    }

    @Test
    void withoutSweepsAndEpochsNothingChanges() {
        TrainingHistory history = new HybridModel(SETTINGS).searchAndTrain(TRAINING, 0, 0, 0.05);

        assertThat(history.iterations()).isEmpty();
        assertThat(history.trained()).isEqualTo(SETTINGS.initialParameters());
    }

    @Test
    void theSearchesOfSeveralModelsBeginAtTheSameParameters() {
        assertThat(new HybridModel(SETTINGS).network())
                .isEqualTo(new SearchModel(SETTINGS).network())
                .isEqualTo(new GradientModel(SETTINGS).network());
        assertThat(IntStream.range(0, PARAMETERS).mapToObj(SETTINGS.initialParameters()::get))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatHasNoGradientIsRefusedByName() {
        ModelSettings step = SETTINGS.toBuilder().activations(Activation.STEP).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HybridModel(step))
                .withMessageContaining("activation 'step'");
    }
}
