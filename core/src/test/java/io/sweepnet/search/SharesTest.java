package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work cut into parts that have nothing to do, or rows of one kind alone. */
class SharesTest {

    /** Answers a step share by share, most of them empty. */
    private static final class InShares extends DirectAnswers {

        private final int shares;

        InShares(DirectEvaluator direct, int shares) {
            super(direct);
            this.shares = shares;
        }

        @Override
        public Choice best(Step step) {
            BestChoice best = new BestChoice(step);
            IntStream.range(0, shares).forEach(share -> best.offer(super.best(step.share(share, shares, 0.4))));
            return best.choice();
        }
    }

    /** Five rows and far fewer candidates than shares. */
    @ParameterizedTest
    @ValueSource(strings = {"squared", "zero-one", "cross-entropy"})
    void aSearchInTwoHundredSharesIsTheSearchInOne(String lossName) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));
        RandomProblem problem = new RandomProblem(architecture, Losses.of(lossName), 5, false, 11);
        ModelSettings.Builder settings = ModelSettings.builder()
                .architecture(architecture)
                .loss(problem.loss())
                .weightCandidates(Values.of(-1, -0.25, 0.5, 2))
                .biasCandidates(Grid.of(-1, 1, 5));

        Parameters whole = trained(settings, problem, 1);

        assertThat(trained(settings, problem, 200)).isEqualTo(whole).isNotEqualTo(problem.parameters());
    }

    private static Parameters trained(ModelSettings.Builder settings, RandomProblem problem, int shares) {
        ModelSettings whole = settings.build();
        EvaluatedRows inShares = EvaluatedRows.of(
                whole,
                problem.dataset(),
                (initial, dataset, loss) -> new InShares(new DirectEvaluator(initial, dataset, loss), shares));
        return new SearchModel(whole, problem.parameters())
                .search(inShares, 3, TrainingContext.NONE)
                .trained();
    }

    /** Rows sorted by class, a class to each shard: the sum of the shards is that of the rows. */
    @ParameterizedTest
    @ValueSource(strings = {"zero-one", "cross-entropy"})
    void shardsOfOneClassEachAddUpToTheLoss(String lossName) {
        int rows = 3 * Shards.ROWS;
        Architecture architecture = Architecture.of(1, List.of(), 3, List.of());
        Loss loss = Losses.of(lossName);
        Random random = new Random(2);
        double[] x = random.doubles(rows, -2, 2).toArray();
        double[] parameters = {1, -0.5, 0.25, 0, 0.5, 0.125};
        double[] sorted = IntStream.range(0, rows)
                .map(row -> row / Shards.ROWS)
                .asDoubleStream()
                .toArray();
        assertThat(Shards.of(rows).count()).isEqualTo(3);

        double sum = 0;
        for (int row = 0; row < rows; row++) {
            Dataset one = Dataset.of(new double[][] {{x[row]}}, new double[] {sorted[row]});
            sum += new DirectLoss(architecture, one, loss).of(parameters);
        }

        assertThat(new DirectLoss(architecture, Dataset.of(new double[][] {x}, sorted), loss).of(parameters))
                .isCloseTo(sum / rows, within(1e-12));
    }
}
