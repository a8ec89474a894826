package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Sweep;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches over shards in any groups find, bit for bit, what the reference finds on the whole table. */
class RemoteSearchTest {

    private static final Candidates GRID = Grid.of(-3, 3, 13);
    private static final Candidates SCATTERED = Values.of(0.5, -2, 3, 0, -1, 0.25, 1);
    private static final int[] GROUPS = {1, 2, 7, 16};

    /** Weights of rows. */
    private enum Weights {
        NONE,
        WHOLE,
        FRACTIONAL
    }

    /**
     * One shard up to 2,047 rows, then 2 and 4; kept in every other search, which are those of an odd number. Six searches
     * in a row have as many groups: all weights of rows, kept or not.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 2_047, 2_048, 4_100})
    void anyNumberOfRows(int rows) {
        int number = rows;
        for (String loss : RandomProblem.lossNames()) {
            for (Activation activation : Activation.values()) {
                compare(activation, loss, rows, number, GROUPS[number / 6 % GROUPS.length]);
                number++;
            }
        }
    }

    /** As many shards as there can be, of 1,025 rows or one more. */
    @ParameterizedTest
    @CsvSource({"RELU, 1", "STEP, 2", "TANH, 4"})
    void sixtyFourShards(Activation activation, int first) {
        int number = first;
        for (String loss : List.of("squared", "absolute", "zero-one")) {
            compare(activation, loss, 65_650, number, GROUPS[number % GROUPS.length]);
            number++;
        }
    }

    private static void compare(Activation activation, String name, int rows, int number, int groups) {
        Loss loss = Losses.of(name);
        int outputs = loss.isForClasses() ? 3 : 1 + number % 2;
        int units = rows < 10_000 ? 3 : 1;
        Architecture architecture = new Architecture(
                List.of(3, units, 2, outputs),
                List.of(activation, number % 3 == 0 ? Activation.RELU : activation, Activation.IDENTITY));
        boolean areKept = number % 2 == 1;
        Weights weights = Weights.values()[number % Weights.values().length];
        RandomProblem problem = new RandomProblem(architecture, loss, rows, weights == Weights.FRACTIONAL, number);
        Dataset dataset = weights == Weights.WHOLE ? wholeWeights(problem.dataset()) : problem.dataset();
        SearchSettings settings = new SearchSettings(
                new SearchSpace(number % 4 == 0 ? SCATTERED : GRID, GRID),
                number % 2 == 0 ? ParameterOrder.OUTPUT_FIRST : ParameterOrder.RANDOM,
                number % 5 < 3 ? Ties.FIRST : Ties.RANDOM,
                number % 7 < 5,
                new StopRule(rows < 10_000 ? 2 : 1, 0, 2),
                number);
        List<Object> expected = searched(Kernel.DIRECT.create(problem.parameters(), dataset, loss), settings, problem);
        for (Kernel kernel : KernelTrial.fastKernels()) {
            if (kernel.remoteRefusal(architecture, loss, false).isEmpty()) {
                CandidateEvaluator evaluator =
                        RemoteTable.evaluator(kernel, problem.parameters(), dataset, loss, groups, areKept);
                assertThat(searched(evaluator, settings, problem))
                        .as("%s, %d groups, kept %s, weights %s, %s", kernel, groups, areKept, weights, problem)
                        .isEqualTo(expected);
            }
        }
    }

    /** 0 to 3. */
    private static Dataset wholeWeights(Dataset table) {
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < table.features().length; i++) {
            builder.feature("x" + i, table.features()[i]);
        }
        for (int i = 0; i < table.targets().length; i++) {
            builder.target("y" + i, table.targets()[i]);
        }
        double[] weights = new double[table.rows()];
        Arrays.setAll(weights, row -> (row + 1) % 4);
        return builder.weights(weights).build().canonical();
    }

    /** The parameters, and the loss at the start and after every sweep. */
    private static List<Object> searched(CandidateEvaluator made, SearchSettings settings, RandomProblem problem) {
        try (CandidateEvaluator evaluator = made) {
            double initial = evaluator.loss();
            List<Object> found = new ArrayList<>(List.of(initial));
            CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), initial);
            EvaluatorRunner.play(
                    search,
                    evaluator,
                    new SearchListener() {
                        @Override
                        public void onSweep(CoordinateSearch search, Sweep sweep) {
                            found.add(sweep);
                        }
                    },
                    () -> false);
            found.add(search.parameters());
            found.add(search.nonFiniteEvaluations());
            return found;
        }
    }
}
