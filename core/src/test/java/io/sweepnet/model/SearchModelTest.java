package io.sweepnet.model;

import static io.sweepnet.model.SmallProblem.TRAINING;
import static io.sweepnet.model.SmallProblem.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.RatioLoss;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import io.sweepnet.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SearchModelTest {

    private static final ModelSettings SETTINGS = SmallProblem.settings().build();
    private static final int PARAMETERS = 2 * 3 + 3 + 3 + 1;

    @Test
    void aSearchLowersTheLossAndTheModelHoldsTheResult() {
        SearchModel model = new SearchModel(SETTINGS);
        assertThat(model.network().parameters()).isEqualTo(SETTINGS.initialParameters());
        double before = model.evaluate(TRAINING);

        TrainingHistory history = model.search(TRAINING, 5);

        assertThat(history.initial()).isEqualTo(SETTINGS.initialParameters());
        assertThat(history.initialLoss()).isEqualTo(before);
        assertThat(history.finalLoss()).isEqualTo(model.evaluate(TRAINING)).isLessThan(before / 2);
        assertThat(history.trained()).isEqualTo(model.network().parameters());
        assertThat(model.settings()).isSameAs(SETTINGS);
    }

    @Test
    void everyKernelFindsTheSame() {
        TrainingHistory fastest = new SearchModel(SETTINGS).search(TRAINING, 5);
        for (Kernel kernel : Kernel.values()) {
            if (!kernel.serves(SETTINGS.architecture(), SETTINGS.loss())) {
                continue;
            }
            ModelSettings settings = SETTINGS.toBuilder().kernel(kernel).build();

            TrainingHistory history = new SearchModel(settings).search(TRAINING, 5);

            assertThat(history.trained()).as("%s", kernel).isEqualTo(fastest.trained());
            assertThat(history.losses(Phase.SEARCH)).as("%s", kernel).isEqualTo(fastest.losses(Phase.SEARCH));
            assertThat(history.directDecisions())
                    .as("%s", kernel)
                    .isEqualTo(kernel == Kernel.DIRECT ? 5L * PARAMETERS : 0);
        }
    }

    @Test
    void everySweepIsWrittenDown() {
        long before = System.nanoTime();

        TrainingHistory history = new SearchModel(SETTINGS).search(TRAINING, 5);

        double seconds = (System.nanoTime() - before) / 1e9;
        long ofSweep = PARAMETERS * 21L;
        assertThat(history.iterations()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            Iteration sweep = history.iterations().get(i);
            assertThat(sweep.phase()).isEqualTo(Phase.SEARCH);
            assertThat(sweep.number()).isEqualTo(i + 1);
            assertThat(sweep.candidateEvaluations()).isEqualTo((i + 1) * ofSweep);
            assertThat(sweep.accepted()).isBetween(0, PARAMETERS);
            assertThat(sweep.learningRate()).isEmpty();
            assertThat(sweep.validationLoss()).isEmpty();
        }
        assertThat(history.candidateEvaluations()).isEqualTo(5 * ofSweep);
        assertThat(history.nonFiniteEvaluations()).isZero();
        assertThat(history.losses(Phase.SEARCH)[4]).isEqualTo(history.finalLoss());
        assertThat(history.status()).isEqualTo(Status.DONE);
        assertThat(history.stopReason()).isEqualTo("sweep-limit");
        double elapsed = history.iterations().get(4).elapsedSeconds();
        assertThat(elapsed).isPositive();
        assertThat(history.wallSeconds())
                .as("of the seconds that really passed")
                .isBetween(elapsed, seconds);
    }

    @Test
    void aSearchThatGainsNothingConverges() {
        ModelSettings frozen = SETTINGS.toBuilder()
                .weightCandidates(Values.of(1))
                .biasCandidates(Values.of(1))
                .build();
        Parameters ones = Parameters.of(frozen.architecture(), ones(PARAMETERS));

        TrainingHistory history = new SearchModel(frozen, ones).search(TRAINING, 30);

        assertThat(history.stopReason()).isEqualTo("converged");
        assertThat(history.status()).isEqualTo(Status.DONE);
        assertThat(history.iterations()).as("the patience").hasSize(3);
        assertThat(history.trained()).isEqualTo(ones);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void withoutSweepsNothingChanges() {
        TrainingHistory history = new SearchModel(SETTINGS).search(TRAINING, 0);

        assertThat(history.iterations()).isEmpty();
        assertThat(history.trained()).isEqualTo(history.initial());
        assertThat(history.finalLoss()).isEqualTo(history.initialLoss());
        assertThat(history.stopReason()).isEqualTo("sweep-limit");
    }

    @Test
    void theValidationLossOfEachSweepIsThatOfItsParameters() {
        List<double[]> afterSteps = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStep(CoordinateSearch search) {
                afterSteps.add(search.parameters().toArray());
            }
        };
        TrainingContext context = SmallProblem.heardBy(listener).withValidation(VALIDATION);

        TrainingHistory history = new SearchModel(SETTINGS).search(TRAINING, 3, context);

        DirectLoss validation = new DirectLoss(SETTINGS.architecture(), VALIDATION.canonical(), SETTINGS.loss());
        assertThat(afterSteps).hasSize(3 * PARAMETERS);
        for (int i = 0; i < 3; i++) {
            double expected = validation.of(afterSteps.get((i + 1) * PARAMETERS - 1));
            assertThat(history.iterations().get(i).validationLoss()).hasValue(expected);
        }
    }

    @Test
    void theListenerHearsEverySweep() {
        List<Iteration> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onIteration(Iteration iteration) {
                heard.add(iteration);
            }
        };

        TrainingHistory history = new SearchModel(SETTINGS).search(TRAINING, 3, SmallProblem.heardBy(listener));

        assertThat(heard).isEqualTo(history.iterations());
    }

    @Test
    void cancellationKeepsWhatWasReached() {
        AtomicInteger asked = new AtomicInteger();
        int steps = PARAMETERS + 4;
        SearchModel model = new SearchModel(SETTINGS);

        TrainingHistory history =
                model.search(TRAINING, 9, SmallProblem.cancelledBy(() -> asked.getAndIncrement() == steps));

        assertThat(history.status()).isEqualTo(Status.CANCELLED);
        assertThat(history.stopReason()).isEqualTo("cancelled");
        assertThat(history.iterations()).hasSize(1);
        assertThat(history.candidateEvaluations()).isEqualTo(steps * 21L);
        assertThat(history.finalLoss()).isEqualTo(model.evaluate(TRAINING)).isLessThan(history.initialLoss());
        assertThat(model.network().parameters()).isEqualTo(history.trained());
    }

    @Test
    void aFurtherSearchGoesOnFromThere() {
        SearchModel model = new SearchModel(SETTINGS);
        TrainingHistory first = model.search(TRAINING, 2);

        TrainingHistory second = model.search(TRAINING, 2);

        assertThat(second.initial()).isEqualTo(first.trained());
        assertThat(second.initialLoss()).isEqualTo(first.finalLoss());
        assertThat(second.finalLoss()).isLessThanOrEqualTo(first.finalLoss());
        assertThat(second.iterations().get(0).number()).isEqualTo(1);
    }

    @Test
    void theOrderOfReadingDoesNotMatter() {
        TrainingContext context = TrainingContext.NONE.withValidation(VALIDATION);
        TrainingContext reversed = TrainingContext.NONE.withValidation(SmallProblem.reversed(VALIDATION));
        SearchModel model = new SearchModel(SETTINGS);

        TrainingHistory history = model.search(TRAINING, 3, context);
        TrainingHistory other = new SearchModel(SETTINGS).search(SmallProblem.reversed(TRAINING), 3, reversed);

        assertThat(SmallProblem.withoutTimes(other)).isEqualTo(SmallProblem.withoutTimes(history));
        assertThat(model.evaluate(SmallProblem.reversed(TRAINING))).isEqualTo(history.finalLoss());
    }

    @Test
    void theEvaluatorOfTheRowsAnswersAndIsClosed() {
        SmallProblem.CountingFactory factory = new SmallProblem.CountingFactory();
        EvaluatedRows rows = EvaluatedRows.of(SETTINGS, TRAINING, factory);

        new SearchModel(SETTINGS).search(rows, 2, TrainingContext.NONE);
        new SearchModel(SETTINGS).search(rows, 9, SmallProblem.cancelledBy(() -> true));

        assertThat(factory.made).isEqualTo(2);
        assertThat(factory.closed).isEqualTo(2);
        assertThat(factory.steps).isEqualTo(2 * PARAMETERS);
    }

    @Test
    void lossesThatCannotBeComputedAreCounted() {
        ModelSettings settings = ModelSettings.builder()
                .inputSize(1)
                .outputSize(1)
                .loss(new RatioLoss())
                .weightCandidates(Values.of(-2, -1, 0, 1, 2))
                .biasCandidates(Values.of(0))
                .build();
        Parameters start = Parameters.of(settings.architecture(), new double[] {-2, 0});
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {1});

        TrainingHistory history = new SearchModel(settings, start).search(table, 1);

        assertThat(history.initialLoss()).isNaN();
        assertThat(history.finalLoss()).isZero();
        assertThat(history.trained().get(0)).isEqualTo(1);
        assertThat(history.nonFiniteEvaluations()).isEqualTo(3);
    }

    @Test
    void predictionsAreThoseOfTheNetwork() {
        SearchModel model = new SearchModel(SETTINGS);
        double[][] rows = {{0.5, -1}, {2, 0}};

        assertThat(model.predict(rows)).isDeepEqualTo(model.network().predict(rows));
        assertThat(model.predict(new double[] {0.5, 2})).containsExactly(model.predict(rows)[0][0]);
    }

    @Test
    void parametersOfAnotherNetworkAreRefusedWithBothNamed() {
        Architecture other = Architecture.of(2, List.of(), 1, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchModel(SETTINGS, Parameters.of(other, new double[3])))
                .withMessageContaining("2-1")
                .withMessageContaining("2-3-1");
    }
}
