package io.sweepnet.model;

import static io.sweepnet.model.SmallProblem.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.DirectAnswers;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Status;
import io.sweepnet.training.TrainingListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A cancelled training ends with the best it had, which need not be what it reached last. */
class CancelledTrainingTest {

    private static final int PARAMETERS =
            SmallProblem.settings().build().architecture().parameterCount();

    @Test
    void adamEndsWithTheLowestLossOfAllEpochs() {
        ModelSettings settings = SmallProblem.settings().build();
        int worse = 0;
        for (int epochs = 0; epochs < 20; epochs++) {
            TrainingHistory whole = new GradientModel(settings).train(TRAINING, epochs, 1.5);
            AtomicInteger asked = new AtomicInteger();
            int last = epochs;

            TrainingHistory cancelled = new GradientModel(settings)
                    .train(TRAINING, 50, 1.5, SmallProblem.cancelledBy(() -> asked.getAndIncrement() == last));

            double lowest = Math.min(lowest(whole), whole.finalLoss());
            assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
            assertThat(cancelled.finalLoss()).isEqualTo(lowest);
            assertThat(cancelled.iterations()).hasSize(epochs);
            worse += whole.finalLoss() > lowest ? 1 : 0;
        }
        assertThat(worse).as("epochs that ended above an earlier one").isPositive();
    }

    /** Where the current value is no candidate, a sweep of a coarse grid may lead away from a better one. */
    @Test
    void aSearchThatMayGetWorseEndsWithTheLowestLossOfItsSweeps() {
        int worse = 0;
        for (int steps = 0; steps < 3 * PARAMETERS; steps++) {
            AtomicInteger asked = new AtomicInteger();
            AtomicInteger made = new AtomicInteger();
            Parameters[] reached = {null};
            int last = steps;
            TrainingListener listener = new TrainingListener() {
                @Override
                public void onStep(CoordinateSearch search) {
                    made.incrementAndGet();
                    reached[0] = search.parameters();
                }
            };
            ModelSettings settings = SmallProblem.settings()
                    .keepCurrent(false)
                    .rangeSizes(3, 3)
                    .patience(9)
                    .build();
            SearchModel model = new SearchModel(settings);

            TrainingHistory history = model.search(
                    TRAINING,
                    9,
                    new TrainingContext(Optional.empty(), listener, () -> asked.getAndIncrement() == last));

            assertThat(history.status()).isEqualTo(Status.CANCELLED);
            assertThat(made).hasValue(steps);
            double lowest = Math.min(history.initialLoss(), lowest(history));
            assertThat(history.finalLoss()).isEqualTo(model.evaluate(TRAINING)).isLessThanOrEqualTo(lowest);
            if (steps > 0 && !history.trained().equals(reached[0])) {
                assertThat(history.finalLoss()).isEqualTo(lowest);
                worse++;
            }
        }
        assertThat(worse).as("ends above an earlier sweep").isBetween(1, 3 * PARAMETERS - 2);
    }

    @Test
    void aStepThatFailsOnceTheSearchIsCancelledCountsAsNotMade() {
        AtomicBoolean cancelled = new AtomicBoolean();
        int steps = PARAMETERS + 3;
        EvaluatedRows.Evaluators ending =
                (initial, rows, loss) -> new Failing(initial, rows, loss, steps, cancelled, true);

        ModelSettings settings = SmallProblem.settings().build();
        TrainingHistory history = new SearchModel(settings)
                .search(EvaluatedRows.of(settings, TRAINING, ending), 9, SmallProblem.cancelledBy(cancelled::get));

        AtomicInteger asked = new AtomicInteger();
        TrainingHistory expected = new SearchModel(
                        SmallProblem.settings().kernel(Kernel.DIRECT).build())
                .search(TRAINING, 9, SmallProblem.cancelledBy(() -> asked.getAndIncrement() == steps));
        assertThat(SmallProblem.withoutTimes(history)).isEqualTo(SmallProblem.withoutTimes(expected));
        assertThat(history.directDecisions()).isEqualTo(steps);
    }

    @Test
    void aStepThatFailsOtherwiseIsAFailure() {
        AtomicBoolean cancelled = new AtomicBoolean();
        EvaluatedRows.Evaluators failing =
                (initial, rows, loss) -> new Failing(initial, rows, loss, 3, cancelled, false);
        ModelSettings settings = SmallProblem.settings().build();
        SearchModel model = new SearchModel(settings);
        EvaluatedRows rows = EvaluatedRows.of(settings, TRAINING, failing);

        assertThatThrownBy(() -> model.search(rows, 9, SmallProblem.cancelledBy(cancelled::get)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("executor lost");
    }

    private static double lowest(TrainingHistory history) {
        return history.iterations().stream().mapToDouble(Iteration::loss).min().orElse(history.initialLoss());
    }

    /** Answers so many steps, then fails, as executors do that end together with the program. */
    private static final class Failing extends DirectAnswers {

        private final int steps;
        private final AtomicBoolean cancelled;
        private final boolean cancels;

        Failing(Parameters initial, Dataset rows, Loss loss, int steps, AtomicBoolean cancelled, boolean cancels) {
            super(new DirectEvaluator(initial, rows, loss));
            this.steps = steps;
            this.cancelled = cancelled;
            this.cancels = cancels;
        }

        @Override
        public Choice best(Step step) {
            if (step.number() == steps) {
                cancelled.set(cancels);
                throw new IllegalStateException("executor lost");
            }
            return super.best(step);
        }
    }
}
