package io.sweepnet.golden;

import static io.sweepnet.golden.GoldenRun.RELATIVE;
import static io.sweepnet.golden.GoldenRun.assertLosses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.model.HybridModel;
import io.sweepnet.model.SearchModel;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever evaluates candidates reproduces the golden searches, whole trajectories. */
public abstract class GoldenSearchContract {

    /** What is under test. */
    protected abstract EvaluatedRows.Evaluators evaluators();

    private EvaluatedRows rows() {
        return EvaluatedRows.of(GoldenRun.SETTINGS, GoldenRun.data(), evaluators());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void searchFollowsTheGoldenRun(int run) {
        GoldenRun golden = GoldenRun.of(run);
        SearchModel model = new SearchModel(GoldenRun.SETTINGS, golden.parameters("search", "initial"));

        TrainingHistory history = model.search(rows(), 30, TrainingContext.NONE);

        double initialLoss = golden.loss("search", "initial_loss");
        assertThat(history.initialLoss()).isCloseTo(initialLoss, within(initialLoss * RELATIVE));
        assertLosses(history.losses(Phase.SEARCH), golden.losses("search", "sweep_losses"), RELATIVE);
        assertThat(history.trained().toArray())
                .as("every parameter is the same grid value, to the bit")
                .containsExactly(golden.parameters("search", "final").toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void hybridFollowsTheGoldenRunInBothPhases(int run) {
        GoldenRun golden = GoldenRun.of(run);
        HybridModel model = new HybridModel(GoldenRun.SETTINGS, golden.parameters("hybrid", "initial"));

        EvaluatedRows rows = rows();
        TrainingHistory history = model.searchAndTrain(rows, rows, 30, 30, 0.1, TrainingContext.NONE);

        assertLosses(history.losses(Phase.SEARCH), golden.losses("hybrid", "sweep_losses"), RELATIVE);
        assertLosses(history.losses(Phase.GRADIENT), golden.losses("hybrid", "epoch_losses"), RELATIVE);
        assertLosses(
                history.trained().toArray(),
                golden.parameters("hybrid", "final").toArray(),
                RELATIVE);
        double finalLoss = golden.loss("hybrid", "final_loss");
        assertThat(history.finalLoss()).isCloseTo(finalLoss, within(finalLoss * RELATIVE));
    }
}
