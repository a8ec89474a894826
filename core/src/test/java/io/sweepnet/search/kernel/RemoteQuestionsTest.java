package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.piecewise.PiecewiseQuestion;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.ShardGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of remote rows, how much of it, and what is refused. */
class RemoteQuestionsTest {

    private static final Grid GRID = Grid.of(-3, 3, 50);

    private static RandomProblem problem(Activation activation, Loss loss, int rows) {
        int outputs = loss.isForClasses() ? 3 : 1;
        return new RandomProblem(Architecture.of(3, List.of(4), outputs, List.of(activation)), loss, rows, false, 11);
    }

    private static GroupedRows rows(Kernel kernel, RandomProblem problem) {
        RemoteTable table = RemoteTable.of(problem.dataset(), 2);
        return new GroupedRows(kernel, problem.parameters(), table.groups(), problem.loss(), true);
    }

    private static CandidateEvaluator evaluator(Kernel kernel, RandomProblem problem, RemoteRows rows) {
        return kernel.create(problem.parameters(), TableFacts.of(problem.dataset()), problem.loss(), rows);
    }

    private static Step step(int number, ParameterIndex parameter) {
        return new Step(number, parameter, GRID, true, Ties.FIRST, 1);
    }

    @Test
    void theOutputLayerOfASquaredErrorIsAskedAboutOnce() {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 4_000);
        GroupedRows rows = rows(Kernel.PIECEWISE, problem);
        try (CandidateEvaluator evaluator = evaluator(Kernel.PIECEWISE, problem, rows)) {
            int moves = 0;
            for (int input = 0; input < 4; input++) {
                ParameterIndex parameter = ParameterIndex.weight(1, 0, input);
                Choice choice = evaluator.best(step(input, parameter));
                if (choice.moves()) {
                    evaluator.accept(parameter, choice.value());
                    moves++;
                }
            }

            assertThat(moves).isPositive();
            assertThat(evaluator.directDecisions()).isZero();
            assertThat(rows.asked())
                    .containsExactly(new GroupedRows.Asked(new PiecewiseQuestion.Gram(), 5 * 5 + 5 + 1));
        }
    }

    /** One number that says whether a shard gave up, two times three at the current value, three for each candidate. */
    @Test
    void jumpsAreToldOnlyWhereThereCanBeAny() {
        ParameterIndex parameter = ParameterIndex.weight(0, 1, 2);
        int pieces = 1 + 6 + 3 * GRID.count();

        assertThat(firstAnswer(Activation.RELU, "squared", parameter)).isEqualTo(pieces);
        assertThat(firstAnswer(Activation.RELU, "absolute", parameter)).isEqualTo(pieces);
        assertThat(firstAnswer(Activation.STEP, "squared", parameter)).isEqualTo(pieces + 2 * GRID.count());
        assertThat(firstAnswer(Activation.RELU, "zero-one", parameter)).isEqualTo(pieces + 2 * GRID.count());
        assertThat(firstAnswer(Activation.STEP, "absolute", ParameterIndex.bias(1, 0)))
                .isEqualTo(pieces);
    }

    private static int firstAnswer(Activation activation, String loss, ParameterIndex parameter) {
        RandomProblem problem = problem(activation, Losses.of(loss), 4_000);
        GroupedRows rows = rows(Kernel.PIECEWISE, problem);
        try (CandidateEvaluator evaluator = evaluator(Kernel.PIECEWISE, problem, rows)) {
            evaluator.best(step(0, parameter));
        }
        GroupedRows.Asked first = rows.asked().get(0);
        assertThat(first.question()).isEqualTo(new PiecewiseQuestion.Pieces(parameter, GRID));
        return first.length();
    }

    /** A unit that is off whatever its bias: flat, so one forward pass for all candidates and the current value. */
    @Test
    void aDeadUnitTakesAQuestionAboutFlatnessAndOneValue() {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 4_000);
        ParameterIndex bias = ParameterIndex.bias(0, 0);
        var initial = problem.parameters().with(bias, -50);
        RemoteTable table = RemoteTable.of(problem.dataset(), 2);
        GroupedRows rows = new GroupedRows(Kernel.PIECEWISE, initial, table.groups(), problem.loss(), true);
        try (CandidateEvaluator evaluator = Kernel.PIECEWISE.create(initial, table.facts(), problem.loss(), rows)) {
            Step step = new Step(0, bias, Grid.of(-60, -40, 50), true, Ties.FIRST, 1);

            assertThat(evaluator.best(step).index()).isEqualTo(Choice.STAY);
            assertThat(rows.asked())
                    .extracting(asked -> asked.question().getClass().getSimpleName())
                    .containsExactly("Pieces", "Flatness");
        }
    }

    /** Values in blocks, each of which has a number for each of the three shards. */
    @Test
    void theIncrementalKernelAsksForStatisticsInBlocks() {
        RandomProblem problem = problem(Activation.TANH, new SquaredLoss(), 3_100);
        GroupedRows rows = rows(Kernel.INCREMENTAL, problem);
        try (CandidateEvaluator evaluator = evaluator(Kernel.INCREMENTAL, problem, rows)) {
            Step step = new Step(0, ParameterIndex.bias(0, 0), Grid.of(-3, 3, 300), true, Ties.FIRST, 1);
            evaluator.best(step);

            assertThat(rows.asked()).extracting(GroupedRows.Asked::length).containsExactly(3 * 256, 3 * 45);
        }
    }

    @Test
    void shardsAnswerWhatTheirKernelAsksAlone() {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 10);
        GroupedRows rows = rows(Kernel.INCREMENTAL, problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.ask(new PiecewiseQuestion.Gram()))
                .withMessage("kernel 'incremental' asks for statistics alone, got Gram[]");
    }

    /** A question of a kernel that neither of the two knows. */
    private record Foreign(int number) implements RowQuestion {}

    @ParameterizedTest
    @EnumSource(names = {"INCREMENTAL", "PIECEWISE"})
    void aQuestionOfAnotherKernelIsRefused(Kernel kernel) {
        GroupedRows rows = rows(kernel, problem(Activation.RELU, new SquaredLoss(), 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.ask(new Foreign(7)))
                .withMessageStartingWith("kernel '" + kernel.label() + "' asks for ")
                .withMessageEndingWith(", got Foreign[number=7]");
    }

    @ParameterizedTest
    @EnumSource
    void continuousRangesAreRefused(Kernel kernel) {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 10);
        String refusal = kernel.remoteRefusal(problem.architecture(), problem.loss(), true)
                .orElseThrow();

        assertThat(refusal).endsWith(kernel == Kernel.DIRECT ? "incremental or piecewise" : "use candidates = grid");
        assertThat(kernel.remoteRefusal(problem.architecture(), problem.loss(), false)
                        .isPresent())
                .isEqualTo(kernel == Kernel.DIRECT);
    }

    @Test
    void aContinuousRangeIsRefusedByTheEvaluatorToo() {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 10);
        try (CandidateEvaluator evaluator = evaluator(Kernel.PIECEWISE, problem, rows(Kernel.PIECEWISE, problem))) {
            Step step = new Step(0, ParameterIndex.bias(0, 0), new Interval(-5, 5), true, Ties.FIRST, 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> evaluator.best(step))
                    .withMessage(
                            "a continuous range is not searched over rows in several processes, since its best value"
                                    + " would depend on the order of their sums; use candidates = grid");
        }
    }

    @Test
    void theDirectKernelHasOneTable() {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 10);
        String refusal = "kernel 'direct' is the reference on one table, and does not serve rows in several processes;"
                + " use kernel = auto, incremental or piecewise";
        ShardGroup group = RemoteTable.of(problem.dataset(), 1).groups().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kernel.DIRECT.shards(problem.parameters(), group, problem.loss()))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluator(Kernel.DIRECT, problem, rows(Kernel.INCREMENTAL, problem)))
                .withMessage(refusal);
    }

    @ParameterizedTest
    @EnumSource(names = {"INCREMENTAL", "PIECEWISE"})
    void aTableOfOtherFeaturesIsRefused(Kernel kernel) {
        RandomProblem problem = problem(Activation.RELU, new SquaredLoss(), 10);
        Dataset narrow = Dataset.of(new double[][] {{1, 2}}, new double[] {3, 4});
        String refusal = "a network of " + problem.architecture() + " takes 3 features, the table has 1";
        ShardGroup group = RemoteTable.of(narrow, 1).groups().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.shards(problem.parameters(), group, problem.loss()))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.create(
                        problem.parameters(), TableFacts.of(narrow), problem.loss(), rows(kernel, problem)))
                .withMessage(refusal);
    }

    @Test
    void aGroupHoldsShardsOfItsTable() {
        Dataset table = problem(Activation.RELU, new SquaredLoss(), 3_000).dataset();
        TableFacts facts = TableFacts.of(table);
        List<Dataset> second = RemoteTable.of(table, 2).groups().get(1).shards();

        assertThat(new ShardGroup(facts, 2, List.of()).shards()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShardGroup(facts, 2, second))
                .withMessage("a table of 3000 rows has 2 shards, got 1 from number 2 on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShardGroup(facts, 0, List.of(table)))
                .withMessage("shard 0 of a table of 3000 rows has 1500 rows, got 3000");
    }
}
