package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several starts of a search, and which of them is the best. */
class StartsTest {

    /** By the same arithmetic in another language. */
    private static final long SEED_OF_1 = -2333162700212231221L;

    private static final long SEED_OF_2 = 2087994107323068134L;

    private static final ModelSettings SETTINGS =
            SmallProblem.settings().seed(42).build();

    private static final Architecture LINE = Architecture.of(1, List.of(), 1, List.of());

    /** A start that tells itself apart by its parameters. */
    private static TrainingHistory history(int number, double finalLoss) {
        return new TrainingHistory(
                Parameters.of(LINE, new double[2]),
                Parameters.of(LINE, new double[] {number, number}),
                100,
                finalLoss,
                List.of(),
                Double.isFinite(finalLoss) ? Status.DONE : Status.DIVERGED,
                Double.isFinite(finalLoss) ? "converged" : "diverged",
                10,
                2,
                3,
                0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "3 2 4,            1",
        "3 2 2,            1",
        "2 2 2,            0",
        "NaN 7 8,          1",
        "NaN Infinity 8,   2",
        "-Infinity 7 8,    1",
        "NaN NaN NaN,      0",
        "Infinity NaN NaN, 0",
        "5,                0",
    })
    void theLowestLossWinsInWhateverOrderTheyEnd(String losses, int best) {
        double[] finals = List.of(losses.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int shift = 0; shift < finals.length; shift++) {
            Starts starts = new Starts(SETTINGS.seed());
            for (int i = 0; i < finals.length; i++) {
                int number = (i + shift) % finals.length;
                starts.add(number, history(number, finals[number]));
            }
            assertThat(starts.best().number()).isEqualTo(best);
            assertThat(starts.best().seed()).isEqualTo(SETTINGS.ofStart(best).seed());
            assertThat(starts.history(9, false).trained().get(0)).isEqualTo(best);
            assertThat(starts.all())
                    .extracting(Starts.Start::number)
                    .containsExactlyElementsOf(
                            IntStream.range(0, finals.length).boxed().toList());
        }
    }

    @Test
    void theHistoryCountsAllStartsAndIsOtherwiseThatOfTheBest() {
        Starts starts = new Starts(SETTINGS.seed());
        starts.add(0, history(0, 5));
        starts.add(1, history(1, 4));

        TrainingHistory done = starts.history(2.5, false);

        assertThat(done.finalLoss()).isEqualTo(4);
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.stopReason()).isEqualTo("converged");
        assertThat(done.candidateEvaluations()).isEqualTo(20);
        assertThat(done.nonFiniteEvaluations()).isEqualTo(4);
        assertThat(done.directDecisions()).isEqualTo(6);
        assertThat(done.wallSeconds()).isEqualTo(2.5);
        assertThat(starts.candidateEvaluations()).isEqualTo(20);
        assertThat(starts.count()).isEqualTo(2);
        assertThat(starts.history(2.5, true).status()).isEqualTo(Status.CANCELLED);
        assertThat(starts.history(2.5, true).stopReason()).isEqualTo("cancelled");
        assertThat(starts.best().stopReason()).isEqualTo("converged");
    }

    @Test
    void givenParametersAreThoseOfStart0Alone() {
        Parameters given = SETTINGS.ofStart(7).initialParameters();

        assertThat(initial(Optional.of(given), 0)).isEqualTo(given);
        assertThat(initial(Optional.of(given), 1)).isEqualTo(initial(Optional.empty(), 1));
        assertThat(initial(Optional.empty(), 0)).isEqualTo(SETTINGS.initialParameters());
    }

    private static Parameters initial(Optional<Parameters> given, int number) {
        return SearchModel.ofStart(SETTINGS, given, number).network().parameters();
    }

    @Test
    void withoutAStartThereIsNoBest() {
        assertThatThrownBy(new Starts(SETTINGS.seed())::best)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no start has ended");
    }

    /** The seeds are part of the results: they stay what they are. */
    @Test
    void aStartsSeedIsAHashOfTheRunsAndItsNumber() {
        assertThat(SETTINGS.ofStart(0)).isSameAs(SETTINGS);
        assertThat(SETTINGS.ofStart(1).seed()).isEqualTo(SEED_OF_1);
        assertThat(SETTINGS.ofStart(2).seed()).isEqualTo(SEED_OF_2);
        assertThat(IntStream.range(0, 1000)
                        .mapToLong(number -> SETTINGS.ofStart(number).seed())
                        .distinct())
                .hasSize(1000);
        assertThat(SETTINGS.ofStart(1).initialParameters()).isNotEqualTo(SETTINGS.initialParameters());
        assertThat(SETTINGS.ofStart(1).search(3).seed()).isEqualTo(SEED_OF_1);
    }
}
