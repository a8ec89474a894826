package io.sweepnet.model;

import static io.sweepnet.model.SmallProblem.TRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Values;
import io.sweepnet.training.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search leaves every weight and every bias at one of its candidates, to the last bit. */
class CandidateValuesTest {

    @TempDir
    private Path folder;

    /** A grid of tenths with both ends and 0, the signs with 0, and values without 0. */
    static Stream<Candidates> candidates() {
        return Stream.of(Grid.of(-1, 1, 21), Values.of(-1, 0, 1), Values.of(0.6, 0.7, 0.8));
    }

    private static ModelSettings settings(Candidates candidates, long seed) {
        return SmallProblem.settings()
                .weightCandidates(candidates)
                .biasCandidates(candidates)
                .keepCurrent(false)
                .seed(seed)
                .build();
    }

    private static List<Double> distinct(Parameters parameters) {
        return Arrays.stream(parameters.toArray()).distinct().boxed().toList();
    }

    private static List<Double> valuesOf(Candidates candidates) {
        return IntStream.range(0, candidates.count())
                .mapToObj(candidates::value)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("candidates")
    void everyTrainedParameterIsACandidate(Candidates candidates) {
        for (long seed = 1; seed <= 5; seed++) {
            TrainingHistory history = new SearchModel(settings(candidates, seed)).search(TRAINING, 3);

            assertThat(valuesOf(candidates)).as("seed %d", seed).containsAll(distinct(history.trained()));
        }
    }

    /** Lists give the initial parameters too, so that with the current value kept nothing else can appear. */
    @Test
    void ofAListSoIsEveryInitialParameter() {
        for (Candidates list : List.of(Values.of(-1, 0, 1), Values.of(0.6, 0.7, 0.8))) {
            ModelSettings settings =
                    settings(list, 3).toBuilder().keepCurrent(true).build();
            TrainingHistory history = new SearchModel(settings).search(TRAINING, 3);

            assertThat(valuesOf(list)).containsAll(distinct(history.initial()));
            assertThat(valuesOf(list)).containsAll(distinct(history.trained()));
        }
    }

    @Test
    void tenthsHoldZeroAndBothEndsExactly() {
        assertThat(valuesOf(Grid.of(-1, 1, 21)))
                .hasSize(21)
                .contains(0.0, 1.0, -1.0)
                .doesNotContain(-0.0)
                .isSorted();
    }

    @Test
    void aTernaryNetworkStaysTernaryInAFile() throws IOException {
        Candidates ternary = Values.of(-1, 0, 1);
        SearchModel model = new SearchModel(
                settings(ternary, 5).toBuilder().activations(Activation.STEP).build());
        model.search(TRAINING, 2);
        Path file = folder.resolve("model.json");

        ModelFile.write(file, SavedModel.of(model.network()));
        Network read = ModelFile.read(file, layers -> List.of()).network();

        assertThat(read).isEqualTo(model.network());
        assertThat(valuesOf(ternary)).containsAll(distinct(read.parameters()));
    }

    /** Adam knows no candidates: what it makes of a search lies between them. */
    @Test
    void aHybridLeavesTheCandidates() {
        Candidates ternary = Values.of(-1, 0, 1);

        TrainingHistory history = new HybridModel(settings(ternary, 5)).searchAndTrain(TRAINING, 2, 10, 0.01);

        assertThat(distinct(history.trained())).hasSizeGreaterThan(3);
    }
}
