package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sweepnet.RandomProblem;
import io.sweepnet.WrongPiecesLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.training.TrainingHistory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model whose settings ask for a check of every step finds the same bits, or ends where its kernel is wrong. */
class CheckedSearchTest {

    private static final int ROWS = 120;

    private static RandomProblem problem(Loss loss, long seed) {
        Architecture architecture = Architecture.of(3, List.of(4), 2, List.of(Activation.RELU));
        return new RandomProblem(architecture, loss, ROWS, true, seed);
    }

    private static ModelSettings.Builder settings(RandomProblem problem, Candidates candidates) {
        return ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(candidates)
                .biasCandidates(candidates)
                .seed(problem.seed());
    }

    private static TrainingHistory searched(ModelSettings settings, RandomProblem problem) {
        return new SearchModel(settings, problem.parameters()).search(problem.dataset(), 3);
    }

    private static void assertSame(TrainingHistory checked, TrainingHistory plain) {
        assertThat(plain.trained()).isNotEqualTo(plain.initial());
        assertThat(checked.trained()).isEqualTo(plain.trained());
        assertThat(checked.finalLoss()).isEqualTo(plain.finalLoss());
        assertThat(checked.directDecisions()).isEqualTo(plain.directDecisions());
    }

    @ParameterizedTest
    @CsvSource({"squared, direct", "cross-entropy, incremental", "absolute, piecewise", "zero-one, piecewise"})
    void aSearchThatPassesEndsWithTheSameBits(String loss, String kernel) {
        RandomProblem problem = problem(Losses.of(loss), 3);
        ModelSettings.Builder settings = settings(problem, Grid.of(-2, 2, 15))
                .kernel(Kernel.valueOf(kernel.toUpperCase(Locale.ROOT)))
                .threads(2)
                .sample(0.5);

        assertSame(
                searched(settings.check(true).build(), problem),
                searched(settings.check(false).build(), problem));
    }

    @Test
    void aSearchOfContinuousRangesAndAHybridPassToo() {
        RandomProblem problem = problem(new SquaredLoss(), 4);
        ModelSettings.Builder settings = settings(problem, new Interval(-2, 2));

        assertSame(
                searched(settings.check(true).build(), problem),
                searched(settings.check(false).build(), problem));
        assertSame(
                hybrid(settings.check(true).build(), problem),
                hybrid(settings.check(false).build(), problem));
    }

    private static TrainingHistory hybrid(ModelSettings settings, RandomProblem problem) {
        return new HybridModel(settings, problem.parameters()).searchAndTrain(problem.dataset(), 2, 3, 0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void aKernelThatChoosesWronglyEndsTheSearchInOneLine(double sample) {
        RandomProblem problem = problem(new WrongPiecesLoss(), 5);
        ModelSettings.Builder settings =
                settings(problem, Grid.of(-2, 2, 15)).sample(sample).threads(2);
        assertThat(searched(settings.build(), problem).finalLoss()).isFinite();

        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> searched(settings.check(true).build(), problem))
                .withMessageMatching("check failed at step \\d+ of sweep 1, layer \\d, (weight|bias), unit \\d+"
                        + "(, input \\d+)?: kernel 'piecewise' chooses .+; the direct rule .+");
        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> hybrid(settings.check(true).build(), problem));
    }

    @Test
    void aWrongChoiceOfAContinuousRangeEndsTheSearchToo() {
        RandomProblem problem = problem(new WrongPiecesLoss(), 6);
        ModelSettings settings =
                settings(problem, new Interval(-2, 2)).check(true).build();

        assertThatExceptionOfType(CheckFailedException.class).isThrownBy(() -> searched(settings, problem));
    }

    @Test
    void aCopyOfTheSettingsKeepsTheCheck() {
        ModelSettings settings = settings(problem(new SquaredLoss(), 1), Grid.of(-1, 1, 3))
                .check(true)
                .build();

        assertThat(settings.toBuilder().seed(7).build().check()).isTrue();
        assertThat(settings.ofStart(2).check()).isTrue();
        assertThat(ModelSettings.builder().inputSize(1).outputSize(1).build().check())
                .isFalse();
    }
}
