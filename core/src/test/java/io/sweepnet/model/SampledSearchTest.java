package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.RowSample;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first sweeps of a search on a sample of the rows, the last on all of them. */
class SampledSearchTest {

    private static final RandomProblem PROBLEM = new RandomProblem(
            Architecture.of(3, List.of(4), 1, List.of(Activation.RELU)), new SquaredLoss(), 400, true, 5);

    private static ModelSettings.Builder settings() {
        return ModelSettings.builder()
                .architecture(PROBLEM.architecture())
                .tolerance(0)
                .patience(100);
    }

    @Test
    void halfOfTheSweepsSeeTheSampleAndTheOthersAllRows() {
        List<Integer> rowsSeen = new ArrayList<>();
        ModelSettings settings = settings().sample(0.25).build();
        EvaluatedRows rows = EvaluatedRows.of(settings, PROBLEM.dataset(), (initial, dataset, loss) -> {
            rowsSeen.add(dataset.rows());
            return Kernel.fastest(initial.architecture(), loss).create(initial, dataset, loss);
        });

        TrainingHistory history = new SearchModel(settings, PROBLEM.parameters()).search(rows, 7, TrainingContext.NONE);

        assertThat(rowsSeen).hasSize(2);
        assertThat(rowsSeen.get(0)).isBetween(60, 140);
        assertThat(rowsSeen.get(1)).isEqualTo(400);
        assertThat(history.iterations()).extracting(Iteration::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(history.iterations())
                .extracting(Iteration::candidateEvaluations)
                .isSorted();
        assertThat(history.candidateEvaluations())
                .isEqualTo(7L * PROBLEM.parameters().count() * 101);
    }

    /** Losses are those of all rows, whatever a sweep looked at, and from the first sweep that sees them all they never rise. */
    @Test
    void theLossOfEverySweepIsThatOfAllRows() {
        ModelSettings settings = settings().sample(0.25).build();
        TrainingHistory history = new SearchModel(settings, PROBLEM.parameters()).search(PROBLEM.dataset(), 6);
        TrainingHistory onSampleAlone =
                new SearchModel(settings().build(), PROBLEM.parameters()).search(sample(0.25), 3);
        DirectLoss all = new DirectLoss(PROBLEM.architecture(), PROBLEM.dataset(), PROBLEM.loss());

        assertThat(history.iterations().get(2).loss())
                .isEqualTo(all.of(onSampleAlone.trained().toArray()));
        assertThat(history.iterations().get(3).loss())
                .isLessThanOrEqualTo(history.iterations().get(2).loss());
        assertThat(history.finalLoss()).isEqualTo(all.of(history.trained().toArray()));
    }

    private static Dataset sample(double share) {
        return PROBLEM.dataset().rows(RowSample.of(PROBLEM.dataset(), 0, share, 42));
    }

    @Test
    void rowsAreInTheSampleOrNotWhereverTheyAreRead() {
        Dataset dataset = PROBLEM.dataset();
        int[] whole = RowSample.of(dataset, 0, 0.3, 9);
        Dataset last = dataset.rows(IntStream.range(250, 400).toArray());

        int[] ofLast = Arrays.stream(RowSample.of(last, 250, 0.3, 9))
                .map(row -> row + 250)
                .toArray();

        assertThat(ofLast)
                .containsExactly(Arrays.stream(whole).filter(row -> row >= 250).toArray());
        assertThat(whole.length).isBetween(80, 160);
    }

    @Test
    void aSampleWithoutRowsIsAllOfThem() {
        InMemoryTrainingRows rows =
                new InMemoryTrainingRows(PROBLEM.architecture(), PROBLEM.loss(), PROBLEM.dataset(), Optional.empty());

        assertThat(rows.sample(1e-12, 1)).isSameAs(rows);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aShareOutsideIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().sample(share).build())
                .withMessage("a sample must be above 0 and at most 1, got " + share);
    }
}
