package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract, and for the reference itself a comparison with losses written out row by row, to the bit. */
class DirectEvaluatorTest extends CandidateEvaluatorContract {

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return new DirectEvaluator(initial, dataset, loss);
    }

    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void lossesAreThoseWrittenOut(Activation activation, String name) {
        Loss loss = Losses.of(name);
        Architecture architecture = Architecture.of(3, List.of(4, 2), 2, List.of(activation, activation));
        for (boolean weighted : new boolean[] {false, true}) {
            RandomProblem problem = new RandomProblem(architecture, loss, 14, weighted, name.hashCode());
            compare(problem, Grid.of(-2, 2, 9), 3);
            compare(problem, Values.of(1, -1, 0), 3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_047, 2_048, 2_501, 4_000})
    void lossesAreThoseWrittenOutForAnyNumberOfRows(int rows) {
        Architecture architecture = Architecture.of(2, List.of(2), 2, List.of(Activation.LEAKY_RELU));
        for (String loss : List.of("squared", "zero-one")) {
            compare(new RandomProblem(architecture, Losses.of(loss), rows, true, rows), Values.of(-1, 0, 1), 4);
        }
    }

    private void compare(RandomProblem problem, Candidates candidates, int every) {
        Parameters parameters = problem.parameters();
        Dataset dataset = problem.dataset();
        Architecture architecture = problem.architecture();
        try (CandidateEvaluator evaluator = evaluator(parameters, dataset, problem.loss())) {
            assertThat(evaluator.loss())
                    .as("%s", problem)
                    .isEqualTo(WrittenOutLoss.of(problem.loss().name(), parameters, dataset));
            for (int flat = 0; flat < architecture.parameterCount(); flat += every) {
                ParameterIndex parameter = architecture.parameterIndex(flat);
                boolean withCurrent = flat % 2 == 0;
                Step step = new Step(flat, parameter, candidates, withCurrent, Ties.FIRST, 0);

                Choice choice = evaluator.best(step);

                assertThat(choice).as("%s, %s", problem, step).isEqualTo(firstBest(problem, parameters, dataset, step));
            }
        }
    }

    /** The first of the lowest losses, found without the help of any class under test. */
    private static Choice firstBest(RandomProblem problem, Parameters parameters, Dataset dataset, Step step) {
        String loss = problem.loss().name();
        int index = Choice.STAY;
        double value = parameters.get(step.parameter());
        double lowest = step.withCurrent() ? WrittenOutLoss.of(loss, parameters, dataset) : Double.MAX_VALUE;
        for (int i = step.candidates().from(); i < step.candidates().to(); i++) {
            double candidate = step.candidates().value(i);
            double of = WrittenOutLoss.of(loss, parameters.with(step.parameter(), candidate), dataset);
            if (of < lowest) {
                index = i;
                value = candidate;
                lowest = of;
            }
        }
        return new Choice(index, value, lowest, 0, 0);
    }

    @Test
    void theParametersGivenAreNotChanged() {
        Parameters initial = Parameters.of(Architecture.of(1, List.of(), 1, List.of()), new double[] {3, 4});
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {0});
        try (CandidateEvaluator evaluator = evaluator(initial, table, new SquaredLoss())) {
            evaluator.accept(ParameterIndex.bias(0, 0), -3);

            assertThat(evaluator.loss()).isZero();
            assertThat(initial.toArray()).containsExactly(3, 4);
            assertThat(new Network(initial).predict(new double[] {1})).containsExactly(7);
        }
    }
}
