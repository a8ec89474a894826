package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract of every evaluator holds for candidates on executors, however many parts they are cut into. */
class CandidatePartitionedEvaluatorTest {

    private static SharedProblem problem(Parameters initial, Dataset dataset, Loss loss) {
        Kernel kernel = Kernel.fastest(initial.architecture(), loss);
        return new SharedProblem(
                LocalSpark.session().sparkContext(),
                new SearchProblem(initial.architecture(), dataset, loss, kernel, false));
    }

    private abstract static class Partitioned extends CandidateEvaluatorContract {

        private final int shares;

        Partitioned(int shares) {
            this.shares = shares;
        }

        @Override
        protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
            SharedProblem problem = problem(initial, dataset, loss);
            return new CandidatePartitionedEvaluator(shares, problem, initial, problem::discard);
        }
    }

    @Nested
    class OnePartition extends Partitioned {
        OnePartition() {
            super(1);
        }
    }

    /** Unequal shares, and an empty one of some ranges. */
    @Nested
    class FourPartitions extends Partitioned {
        FourPartitions() {
            super(4);
        }
    }

    @Test
    void noShareAtAllIsRefused() {
        Architecture architecture = Architecture.of(1, List.of(), 1, List.<Activation>of());
        Parameters initial = Parameters.of(architecture, new double[2]);
        Dataset dataset = Dataset.of(new double[][] {{1, 2}}, new double[] {1, 2});

        assertThatThrownBy(() -> new CandidatePartitionedEvaluator(
                        0, problem(initial, dataset, new SquaredLoss()), initial, () -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("candidates need at least 1 share, got 0");
    }
}
