package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Grid;
import io.sweepnet.search.kernel.piecewise.PiecewiseQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shards that have followed a search and forget its moves answer as those made where it is, to the bit. */
class ForgottenMovesTest {

    private static final Grid GRID = Grid.of(-3, 3, 40);

    private static RandomProblem problem(Activation activation) {
        Architecture architecture = Architecture.of(3, List.of(4, 3), 2, List.of(activation, activation));
        return new RandomProblem(architecture, Losses.of("squared"), 3_000, true, 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "LEAKY_RELU", "STEP"})
    void theyAnswerAsNewOnes(Activation activation) {
        RandomProblem problem = problem(activation);
        for (Kernel kernel : List.of(Kernel.INCREMENTAL, Kernel.PIECEWISE)) {
            Random random = new Random(3);
            ShardGroup group = RemoteTable.of(problem.dataset(), 1).groups().get(0);
            RowShards followed = kernel.shards(problem.parameters(), group, problem.loss());
            Parameters parameters = problem.parameters();
            answers(kernel, followed, parameters);
            for (int round = 0; round < 3; round++) {
                for (int move = 0; move < 20; move++) {
                    ParameterIndex parameter = problem.architecture()
                            .parameterIndex(
                                    random.nextInt(problem.architecture().parameterCount()));
                    double value = random.nextDouble();
                    if (move == 7) {
                        // There and back: squares of what it leads to overflow.
                        followed.moved(parameter, 1e160);
                    }
                    parameters = parameters.with(parameter, value);
                    followed.moved(parameter, value);
                }
                followed.forgetMoves();

                assertThat(answers(kernel, followed, parameters))
                        .isEqualTo(answers(kernel, kernel.shards(parameters, group, problem.loss()), parameters));
            }
        }
    }

    /** So that there is something to forget. */
    @Test
    void movesLeaveRoundingsBehind() {
        RandomProblem problem = problem(Activation.RELU);
        ShardGroup group = RemoteTable.of(problem.dataset(), 1).groups().get(0);
        RowShards followed = Kernel.PIECEWISE.shards(problem.parameters(), group, problem.loss());
        ParameterIndex weight = ParameterIndex.weight(0, 0, 0);
        answers(Kernel.PIECEWISE, followed, problem.parameters());

        followed.moved(weight, 0.1);

        Parameters parameters = problem.parameters().with(weight, 0.1);
        assertThat(answers(Kernel.PIECEWISE, followed, parameters))
                .isNotEqualTo(answers(
                        Kernel.PIECEWISE, Kernel.PIECEWISE.shards(parameters, group, problem.loss()), parameters));
    }

    private static List<List<Double>> answers(Kernel kernel, RowShards shards, Parameters parameters) {
        List<List<Double>> answers = new ArrayList<>();
        for (int i = 0; i < parameters.architecture().parameterCount(); i++) {
            ParameterIndex parameter = parameters.architecture().parameterIndex(i);
            answers.add(boxed(shards.answer(new StatisticsQuestion(parameter, new double[] {-1, 0.3}, 2))));
            if (kernel == Kernel.PIECEWISE) {
                answers.add(boxed(shards.answer(new PiecewiseQuestion.Pieces(parameter, GRID))));
                answers.add(boxed(shards.answer(new PiecewiseQuestion.Flatness(parameter, 3, -0.1, 0.1))));
                answers.add(boxed(shards.answer(new PiecewiseQuestion.Gram())));
            }
        }
        return answers;
    }

    private static List<Double> boxed(double[] answer) {
        return Arrays.stream(answer).boxed().toList();
    }
}
