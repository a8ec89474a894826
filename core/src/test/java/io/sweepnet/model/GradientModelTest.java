package io.sweepnet.model;

import static io.sweepnet.model.SmallProblem.TRAINING;
import static io.sweepnet.model.SmallProblem.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.ReduceOnPlateau;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientModelTest {

    private static final ModelSettings SETTINGS = SmallProblem.settings().build();

    private static final Dataset MILLIONS = Dataset.of(
            TRAINING.features(),
            Arrays.stream(TRAINING.targets()[0]).map(y -> y * 1e6).toArray());

    @Test
    void trainingLowersTheLossAndTheModelHoldsTheResult() {
        GradientModel model = new GradientModel(SETTINGS);
        double before = model.evaluate(TRAINING);

        TrainingHistory history = model.train(TRAINING, 60, 0.1);

        assertThat(history.initial()).isEqualTo(SETTINGS.initialParameters());
        assertThat(history.initialLoss()).isEqualTo(before);
        assertThat(history.finalLoss()).isEqualTo(model.evaluate(TRAINING)).isLessThan(before / 2);
        assertThat(history.trained()).isEqualTo(model.network().parameters());
        assertThat(history.status()).isEqualTo(Status.DONE);
        assertThat(history.stopReason()).isEqualTo("epoch-limit");
    }

    @Test
    void everyEpochIsWrittenDown() {
        TrainingHistory history = new GradientModel(SETTINGS).train(TRAINING, 4, 0.1);

        assertThat(history.iterations()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            Iteration epoch = history.iterations().get(i);
            assertThat(epoch.phase()).isEqualTo(Phase.GRADIENT);
            assertThat(epoch.number()).isEqualTo(i + 1);
            assertThat(epoch.accepted()).isZero();
            assertThat(epoch.candidateEvaluations()).isZero();
            assertThat(epoch.learningRate()).hasValue(0.1);
            assertThat(epoch.validationLoss()).isEmpty();
        }
        assertThat(history.candidateEvaluations()).isZero();
        assertThat(history.losses(Phase.GRADIENT)[0])
                .isCloseTo(history.initialLoss(), within(history.initialLoss() * 1e-13));
    }

    /** A loss that cannot change, patience 2: the rate written down is the one an epoch leaves for the next. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void theRateOfEachEpochFollowsThePlateauRule(int cooldown) {
        ModelSettings settings = SETTINGS.toBuilder()
                .plateau(new ReduceOnPlateau.Settings(0.1, 2, cooldown, 1e-4))
                .build();
        Parameters zeros = Parameters.of(settings.architecture(), new double[13]);
        Dataset flat = Dataset.of(new double[2][4], new double[] {1, -1, 1, -1});

        TrainingHistory history = new GradientModel(settings, zeros).train(flat, 10, 0.1);

        double[] rates = history.iterations().stream()
                .mapToDouble(epoch -> epoch.learningRate().orElseThrow())
                .toArray();
        double[][] known = {
            {0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001, 0.0001},
            {0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001}
        };
        for (int i = 0; i < 10; i++) {
            assertThat(rates[i]).as("epoch %d", i + 1).isCloseTo(known[cooldown][i], within(1e-15));
        }
        assertThat(history.trained()).isEqualTo(zeros);
    }

    @Test
    void withoutEpochsNothingChanges() {
        TrainingHistory history = new GradientModel(SETTINGS).train(TRAINING, 0, 0.1);

        assertThat(history.iterations()).isEmpty();
        assertThat(history.trained()).isEqualTo(history.initial());
        assertThat(history.stopReason()).isEqualTo("epoch-limit");
    }

    @Test
    void theValidationLossOfTheLastEpochIsThatOfTheTrainedParameters() {
        TrainingHistory history =
                new GradientModel(SETTINGS).train(TRAINING, 5, 0.1, TrainingContext.NONE.withValidation(VALIDATION));

        DirectLoss validation = new DirectLoss(SETTINGS.architecture(), VALIDATION.canonical(), SETTINGS.loss());
        assertThat(history.iterations().get(4).validationLoss())
                .hasValue(validation.of(history.trained().toArray()));
        assertThat(history.iterations())
                .allSatisfy(epoch -> assertThat(epoch.validationLoss()).isPresent());
    }

    @Test
    void cancellationKeepsWhatWasReached() {
        AtomicInteger asked = new AtomicInteger();

        TrainingHistory history = new GradientModel(SETTINGS)
                .train(TRAINING, 9, 0.1, SmallProblem.cancelledBy(() -> asked.getAndIncrement() == 3));

        assertThat(history.status()).isEqualTo(Status.CANCELLED);
        assertThat(history.stopReason()).isEqualTo("cancelled");
        assertThat(history.trained())
                .isEqualTo(new GradientModel(SETTINGS).train(TRAINING, 3, 0.1).trained());
    }

    /** Targets near a million and a rate beyond all measure: no exception, the best finite parameters, and its name. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void aRunThatOverflowsEndsAsDiverged(int batch) {
        ModelSettings.Builder builder = SETTINGS.toBuilder().activations(Activation.RELU);
        ModelSettings settings =
                batch == 0 ? builder.build() : builder.batchSize(batch).build();
        GradientModel model = new GradientModel(settings);

        TrainingHistory history = model.train(MILLIONS, 50, 1e100, TrainingContext.NONE.withValidation(VALIDATION));

        assertThat(history.status()).isEqualTo(Status.DIVERGED);
        assertThat(history.stopReason()).isEqualTo("diverged");
        assertThat(history.finalLoss()).isFinite().isLessThanOrEqualTo(history.initialLoss());
        assertThat(model.evaluate(MILLIONS)).isEqualTo(history.finalLoss());
    }

    /** A rate of a million is not enough to overflow: the run ends as planned, with a finite loss. */
    @Test
    void aHighRateThatStaysFiniteIsNoDivergence() {
        TrainingHistory history = new GradientModel(SETTINGS).train(MILLIONS, 50, 1e6);

        assertThat(history.status()).isEqualTo(Status.DONE);
        assertThat(history.finalLoss()).isFinite();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void theOrderOfReadingDoesNotMatter(int batch) {
        ModelSettings settings =
                batch == 0 ? SETTINGS : SETTINGS.toBuilder().batchSize(batch).build();

        TrainingHistory history = new GradientModel(settings).train(TRAINING, 5, 0.1);
        TrainingHistory other = new GradientModel(settings).train(SmallProblem.reversed(TRAINING), 5, 0.1);

        assertThat(SmallProblem.withoutTimes(other)).isEqualTo(SmallProblem.withoutTimes(history));
    }

    @Test
    void whatHasNoGradientIsRefusedByName() {
        ModelSettings step = SETTINGS.toBuilder().activations(Activation.STEP).build();
        ModelSettings zeroOne =
                SETTINGS.toBuilder().outputSize(2).loss(new ZeroOneLoss()).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientModel(step))
                .withMessageContaining("activation 'step'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientModel(zeroOne))
                .withMessageContaining("loss 'zero-one'");
    }
}
