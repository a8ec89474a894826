package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.DirectAnswers;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** A problem that every model solves in no time: two features, three hidden units, y = |a| + b / 2 with noise. */
final class SmallProblem {

    static final Dataset TRAINING = table(40, 1);
    static final Dataset VALIDATION = table(15, 2);

    private SmallProblem() {}

    static ModelSettings.Builder settings() {
        return ModelSettings.builder()
                .inputSize(2)
                .hiddenSizes(3)
                .outputSize(1)
                .activations(Activation.TANH)
                .rangeSizes(20, 20)
                .patience(3)
                .seed(7);
    }

    static Dataset table(int rows, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[3][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = 4 * random.nextDouble() - 2;
            columns[1][row] = 4 * random.nextDouble() - 2;
            columns[2][row] = Math.abs(columns[0][row]) + columns[1][row] / 2 + random.nextDouble() / 10;
        }
        return Dataset.of(new double[][] {columns[0], columns[1]}, columns[2]);
    }

    /** The same rows, read in the opposite order. */
    static Dataset reversed(Dataset table) {
        int rows = table.rows();
        double[][] columns = new double[3][rows];
        for (int row = 0; row < rows; row++) {
            columns[0][row] = table.features()[0][rows - 1 - row];
            columns[1][row] = table.features()[1][rows - 1 - row];
            columns[2][row] = table.targets()[0][rows - 1 - row];
        }
        return Dataset.of(new double[][] {columns[0], columns[1]}, columns[2]);
    }

    static TrainingContext cancelledBy(BooleanSupplier cancelled) {
        return new TrainingContext(Optional.empty(), TrainingListener.NONE, cancelled);
    }

    static TrainingContext heardBy(TrainingListener listener) {
        return new TrainingContext(Optional.empty(), listener, () -> false);
    }

    /** Everything of a history but its times. */
    static List<Object> withoutTimes(TrainingHistory history) {
        List<String> iterations = history.iterations().stream()
                .map(i -> i.phase() + " " + i.number() + " " + i.loss() + " " + i.validationLoss() + " "
                        + i.candidateEvaluations() + " " + i.accepted() + " " + i.learningRate())
                .toList();
        return List.of(
                history.initial(),
                history.trained(),
                history.initialLoss(),
                history.finalLoss(),
                iterations,
                history.status(),
                history.stopReason(),
                history.candidateEvaluations(),
                history.nonFiniteEvaluations(),
                history.directDecisions());
    }

    /** Makes direct evaluators and counts how many were made and closed, and the steps they answered. */
    static final class CountingFactory implements EvaluatedRows.Evaluators {
        int made;
        int closed;
        int steps;

        @Override
        public CandidateEvaluator create(Parameters initial, Dataset dataset, Loss loss) {
            made++;
            return new DirectAnswers(new DirectEvaluator(initial, dataset, loss)) {
                @Override
                public Choice best(Step step) {
                    steps++;
                    return super.best(step);
                }

                @Override
                public void close() {
                    closed++;
                    super.close();
                }
            };
        }
    }
}
