package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Interval;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatorRunner;
import io.sweepnet.training.TrainingHistory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches that can fit no more than a constant end after their first sweep; all others go on as ever. */
class DeadStartTest {

    private static final Dataset TABLE = SmallProblem.TRAINING;
    private static final int SWEEPS = 10;

    private static ModelSettings.Builder relu() {
        return SmallProblem.settings().activations(Activation.RELU).hiddenSizes(3, 2);
    }

    /** Biases of the second hidden layer far below what any candidate makes up for. */
    private static Parameters dead(ModelSettings settings) {
        double[] flat = settings.initialParameters().toArray();
        for (int unit = 0; unit < 2; unit++) {
            int weights = settings.architecture().weightOffset(1) + 3 * unit;
            Arrays.fill(flat, weights, weights + 3, -1);
            flat[settings.architecture().biasOffset(0) + unit] = 20;
            flat[settings.architecture().biasOffset(1) + unit] = -1000;
        }
        return Parameters.of(settings.architecture(), flat);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void itEndsAfterItsFirstSweepWhateverTheKernel(Kernel kernel) {
        ModelSettings settings = relu().kernel(kernel).build();
        SearchModel model = new SearchModel(settings, dead(settings));

        TrainingHistory history = model.search(TABLE, SWEEPS);

        assertThat(history.stopReason()).isEqualTo("dead");
        assertThat(history.status()).isEqualTo(TrainingHistory.Status.DONE);
        assertThat(history.iterations()).hasSize(1);
        assertThat(history.finalLoss()).as("the best constant").isLessThan(history.initialLoss());
        assertThat(Arrays.stream(model.predict(TABLE.features())[0]).distinct()).hasSize(1);
    }

    @Test
    void aWholeRangeEndsLikeAGrid() {
        ModelSettings settings = relu().weightCandidates(new Interval(-5, 5))
                .biasCandidates(new Interval(-5, 5))
                .build();

        TrainingHistory history = new SearchModel(settings, dead(settings)).search(TABLE, SWEEPS);

        assertThat(history.stopReason()).isEqualTo("dead");
        assertThat(history.iterations()).hasSize(1);
    }

    /** The sweep limit and convergence come at the same time. */
    @Test
    void deadIsToldFirst() {
        ModelSettings settings = relu().build();
        TrainingHistory once = new SearchModel(settings, dead(settings)).search(TABLE, 1);
        assertThat(once.stopReason()).isEqualTo("dead");

        TrainingHistory again = new SearchModel(settings, once.trained()).search(TABLE, SWEEPS);
        assertThat(again.stopReason()).isEqualTo("dead");
        assertThat(again.iterations()).hasSize(1);
    }

    /** Patience keeps it going: it does not come alive, and its loss falls no further. */
    @Test
    void goingOnWouldBeOfNoUse() {
        ModelSettings settings = relu().patience(SWEEPS).build();
        Parameters start = dead(settings);
        TrainingHistory ended = new SearchModel(settings, start).search(TABLE, SWEEPS);
        Dataset rows = TABLE.canonical();
        CoordinateSearch search = new CoordinateSearch(
                settings.search(SWEEPS),
                start,
                new DirectLoss(settings.architecture(), rows, settings.loss()).of(start.toArray()));
        try (CandidateEvaluator evaluator = Kernel.DIRECT.create(start, rows, settings.loss())) {
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
        }

        assertThat(search.sweep()).isEqualTo(SWEEPS);
        assertThat(search.parameters()).isEqualTo(ended.trained());
        assertThat(search.loss()).isEqualTo(ended.finalLoss());
    }

    @Test
    void onePositiveWeightIsALivingStart() {
        ModelSettings settings = relu().build();
        double[] flat = dead(settings).toArray();
        flat[settings.architecture().biasOffset(1)] = 0;

        TrainingHistory history =
                new SearchModel(settings, Parameters.of(settings.architecture(), flat)).search(TABLE, SWEEPS);

        assertThat(history.stopReason()).isNotEqualTo("dead");
        assertThat(history.iterations()).hasSizeGreaterThan(1);
    }

    @Test
    void tiesAtRandomWanderOn() {
        ModelSettings settings = relu().ties(Ties.RANDOM).patience(SWEEPS).build();

        TrainingHistory history = new SearchModel(settings, dead(settings)).search(TABLE, SWEEPS);

        assertThat(history.stopReason()).isNotEqualTo("dead");
    }

    /** Units that only the corners of the table can reach: some starts are dead, and dead after their first sweep. */
    @Test
    void aDeadStartIsAConstantAndALivingOneIsNot() {
        ModelSettings few = relu().hiddenSizes(1)
                .weightRange(-3, 3)
                .biasRange(-9, -7)
                .patience(1)
                .build();
        int dead = 0;
        for (int start = 0; start < 60; start++) {
            SearchModel model = new SearchModel(few.ofStart(start));
            TrainingHistory history = model.search(TABLE, SWEEPS);
            long outputs =
                    Arrays.stream(model.predict(TABLE.features())[0]).distinct().count();
            if (history.stopReason().equals("dead")) {
                dead++;
                assertThat(outputs).as("start %d", start).isEqualTo(1);
                assertThat(history.iterations()).as("start %d", start).hasSize(1);
            }
        }
        assertThat(dead).isBetween(1, 59);
    }

    @Test
    void aSearchCannotBeDeadInTheMiddleOfASweep() {
        ModelSettings settings = relu().build();
        CoordinateSearch search = new CoordinateSearch(settings.search(SWEEPS), settings.initialParameters(), 1);
        assertThatThrownBy(() -> search.end(StopReason.DEAD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a search is found dead after a whole sweep, not in sweep 0");
        assertThat(search.ask()).isPresent();
        assertThatThrownBy(() -> search.end(StopReason.DEAD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a search is found dead after a whole sweep, not in sweep 1");
    }
}
