package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.DirectAnswers;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.remote.ForwardPassQuestion;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.training.EvaluatorRunner;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checked kernel keeps the contract, and a wrong evaluator is found out in one line. */
class CheckedEvaluatorTest extends CandidateEvaluatorContract {

    private static final ParameterIndex WEIGHT = ParameterIndex.weight(0, 0, 0);
    private static final ParameterIndex BIAS = ParameterIndex.bias(0, 0);

    /** The loss of y = w x + b is (w - 1)^2 + b^2. */
    private static final Dataset LINE = Dataset.of(new double[][] {{-1, 1}}, new double[] {-1, 1});

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return CheckedEvaluator.of(Kernel.fastest(initial.architecture(), loss), initial, dataset, loss, 1);
    }

    private static Parameters origin() {
        return Parameters.of(Architecture.of(1, List.of(), 1, List.of()), new double[] {0, 0});
    }

    /** An evaluator of the line that makes something else of every choice of the direct rule, or of the loss. */
    private static CheckedEvaluator wrong(UnaryOperator<Choice> change, double lossMore) {
        DirectEvaluator answers = new DirectEvaluator(origin(), LINE, new SquaredLoss());
        CandidateEvaluator evaluator = new DirectAnswers(answers) {
            @Override
            public Choice best(Step step) {
                boolean isRange = step.candidates() instanceof Interval;
                return change.apply(super.best(
                        isRange
                                ? withCandidates(
                                        step, Values.of(step.candidates().high()))
                                : step));
            }

            @Override
            public double loss() {
                return super.loss() + lossMore;
            }
        };
        return new CheckedEvaluator(
                "evaluator 'wrong'", evaluator, new DirectEvaluator(origin(), LINE, new SquaredLoss()), origin());
    }

    private static Step withCandidates(Step step, Candidates candidates) {
        return new Step(step.number(), step.parameter(), candidates, step.withCurrent(), step.ties(), step.seed());
    }

    private static void assertFails(CheckedEvaluator evaluator, Step step, String message) {
        try (evaluator) {
            assertThatExceptionOfType(CheckFailedException.class)
                    .isThrownBy(() -> evaluator.best(step))
                    .withMessage(message);
        }
    }

    private static Step step(long number, ParameterIndex parameter, Candidates candidates) {
        return new Step(number, parameter, candidates, true, Ties.FIRST, 0);
    }

    @Test
    void aWrongIndexIsNamedWithItsStepAndParameter() {
        assertFails(
                wrong(right -> new Choice(0, -1, 4, 0, 0), 0),
                step(4, WEIGHT, Values.of(-1, 1)),
                "check failed at step 1 of sweep 3, layer 0, weight, unit 0, input 0: evaluator 'wrong' chooses"
                        + " candidate 0, value -1.0, loss 4.0; the direct rule candidate 1, value 1.0, loss 0.0");
    }

    @Test
    void aMoveThatTheDirectRuleDoesNotMakeIsNamed() {
        assertFails(
                wrong(right -> new Choice(1, 2, 0.5, 1e-9, 3), 0),
                step(1, BIAS, Values.of(1, 2)),
                "check failed at step 2 of sweep 1, layer 0, bias, unit 0: evaluator 'wrong' chooses candidate 1, value"
                        + " 2.0, loss 0.5 within 1.0E-9, 3 losses not finite; the direct rule the current value 0.0,"
                        + " loss 1.0");
    }

    /** The right choice is candidate 1 of value 1 and loss 0, and none of the losses is infinite. */
    @ParameterizedTest
    @CsvSource({"1, 2, 0, 0, 0", "1, 1, 1e-300, 0, 0", "1, 1, 1e-8, 1e-9, 0", "1, 1, NaN, 1, 0", "1, 1, 0, 0, 1"})
    void nothingElseMayDifferEither(int index, double value, double loss, double bound, int nonFinite) {
        try (CheckedEvaluator evaluator = wrong(right -> new Choice(index, value, loss, bound, nonFinite), 0)) {
            assertThatExceptionOfType(CheckFailedException.class)
                    .isThrownBy(() -> evaluator.best(step(0, WEIGHT, Values.of(-1, 1))))
                    .withMessageContaining("; the direct rule candidate 1, value 1.0, loss 0.0");
        }
    }

    @Test
    void aLossWithinItsBoundIsRight() {
        Choice within = new Choice(1, 1, 1e-10, 1e-9, 0);
        try (CheckedEvaluator evaluator = wrong(right -> within, 0)) {
            assertThat(evaluator.best(step(0, WEIGHT, Values.of(-1, 1)))).isEqualTo(within);
        }
    }

    @Test
    void aWrongLossOfTheCurrentParametersIsNamed() {
        try (CheckedEvaluator evaluator = wrong(UnaryOperator.identity(), 0.25)) {
            assertThatExceptionOfType(CheckFailedException.class)
                    .isThrownBy(evaluator::loss)
                    .withMessage("check failed before the first step: evaluator 'wrong' has loss 1.25; the direct rule"
                            + " 1.0");

            evaluator.best(step(5, BIAS, Values.of(1)));
            evaluator.accept(WEIGHT, 1);

            assertThatExceptionOfType(CheckFailedException.class)
                    .isThrownBy(evaluator::loss)
                    .withMessage(
                            "check failed after step 2 of sweep 3: evaluator 'wrong' has loss 0.25; the direct rule"
                                    + " 0.0");
        }
    }

    /** Of a range from -4 to 4: a loss that is not that of the value, a value worse than the current one, one outside, one between. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.25, 'candidate 0, value 1.0, loss 0.25', 0.0",
        "0, 3, 4, 'candidate 0, value 3.0, loss 4.0', 4.0",
        "0, 5, 16, 'candidate 0, value 5.0, loss 16.0', 16.0",
        "0, 0.3, 0.48999999999999994, 'candidate 0, value 0.3, loss 0.48999999999999994', 0.48999999999999994",
        "-1, 0.5, 0.25, 'the current value 0.5, loss 0.25', 0.25"
    })
    void aWrongChoiceOfARangeIsNamed(int index, double value, double loss, String choice, String direct) {
        assertFails(
                wrong(right -> new Choice(index, value, loss, 0, 0), 0),
                step(0, WEIGHT, new Interval(-4, 4)),
                "check failed at step 1 of sweep 1, layer 0, weight, unit 0, input 0: evaluator 'wrong' chooses "
                        + choice + " of Interval[low=-4.0, high=4.0]; the direct rule has loss " + direct
                        + " there, and 1.0 at the current value 0.0");
    }

    @Test
    void aRangeWithoutAFiniteLossIsNamedWhereTheCurrentValueHasOne() {
        assertFails(
                wrong(right -> new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 65), 0),
                step(0, WEIGHT, new Interval(-4, 4)),
                "check failed at step 1 of sweep 1, layer 0, weight, unit 0, input 0: evaluator 'wrong' finds no finite"
                        + " loss; the direct rule has 1.0 at the current value 0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "absolute", "zero-one"})
    void aSearchOfRangesPasses(String name) {
        Loss loss = Losses.of(name);
        int outputs = loss.isForClasses() ? 3 : 1;
        for (Activation activation : List.of(Activation.RELU, Activation.STEP)) {
            RandomProblem problem =
                    new RandomProblem(Architecture.of(3, List.of(4), outputs, List.of(activation)), loss, 60, true, 5);
            CandidateEvaluator plain = Kernel.PIECEWISE.create(problem.parameters(), problem.dataset(), loss);
            CandidateEvaluator checked =
                    CheckedEvaluator.of(Kernel.PIECEWISE, problem.parameters(), problem.dataset(), loss, 1);

            assertThat(searched(checked, problem, new Interval(-3, 3)))
                    .isEqualTo(searched(plain, problem, new Interval(-3, 3)));
        }
    }

    /** Moves reach the rows once: told twice, sums that follow them would be off. */
    @ParameterizedTest
    @CsvSource({"PIECEWISE, true", "PIECEWISE, false", "INCREMENTAL, true", "INCREMENTAL, false"})
    void aSearchOverRemoteRowsPasses(Kernel kernel, boolean areKept) {
        RandomProblem problem = remoteProblem();
        RemoteTable table = RemoteTable.of(problem.dataset(), 2);
        GroupedRows rows = new GroupedRows(kernel, problem.parameters(), table.groups(), problem.loss(), areKept, true);
        CandidateEvaluator plain = kernel.create(problem.parameters(), problem.dataset(), problem.loss());
        CandidateEvaluator checked =
                CheckedEvaluator.of(kernel, problem.parameters(), table.facts(), problem.loss(), rows);

        assertThat(searched(checked, problem, Grid.of(-3, 3, 20)))
                .isEqualTo(searched(plain, problem, Grid.of(-3, 3, 20)));
    }

    /** The sums that it is checked by are not those of the kernel, whose own are off here. */
    @ParameterizedTest
    @EnumSource(names = {"INCREMENTAL", "PIECEWISE"})
    void wrongSumsOfRemoteRowsAreFoundOut(Kernel kernel) {
        RandomProblem problem = remoteProblem();
        RemoteTable table = RemoteTable.of(problem.dataset(), 2);
        GroupedRows rows = new GroupedRows(kernel, problem.parameters(), table.groups(), problem.loss(), true, true);
        RemoteRows wrong = new RemoteRows() {
            @Override
            public double[] ask(RowQuestion question) {
                double[] answer = rows.ask(question);
                if (!(question instanceof ForwardPassQuestion)) {
                    Arrays.setAll(answer, i -> 1.5 * answer[i]);
                }
                return answer;
            }

            @Override
            public void moved(ParameterIndex parameter, double value) {
                rows.moved(parameter, value);
            }
        };
        CandidateEvaluator checked =
                CheckedEvaluator.of(kernel, problem.parameters(), table.facts(), problem.loss(), wrong);

        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> EvaluatorRunner.play(
                        new CoordinateSearch(settings(Grid.of(-3, 3, 20), 5), problem.parameters(), 1),
                        checked,
                        SearchListener.NONE,
                        () -> false))
                .withMessageContaining("kernel '" + kernel.label() + "' chooses ");
    }

    private static RandomProblem remoteProblem() {
        return new RandomProblem(
                Architecture.of(3, List.of(4), 1, List.of(Activation.RELU)), new SquaredLoss(), 3_000, true, 5);
    }

    private static SearchSettings settings(Candidates candidates, long seed) {
        return new SearchSettings(
                new SearchSpace(candidates, candidates),
                ParameterOrder.OUTPUT_FIRST,
                Ties.FIRST,
                true,
                new StopRule(2, 0, 2),
                seed);
    }

    private static List<Object> searched(CandidateEvaluator evaluator, RandomProblem problem, Candidates candidates) {
        try (evaluator) {
            CoordinateSearch search =
                    new CoordinateSearch(settings(candidates, problem.seed()), problem.parameters(), evaluator.loss());
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
            return List.of(search.parameters(), search.loss(), search.nonFiniteEvaluations());
        }
    }
}
