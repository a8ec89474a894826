package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectLossTest {

    private static final Architecture LINE = new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    private static final Architecture TWO =
            new Architecture(List.of(2, 3, 2), List.of(Activation.TANH, Activation.IDENTITY));

    static Stream<String> names() {
        return Arrays.stream(LossOf.allNames());
    }

    /** Residuals of 2 x + 1 at (1, 0) (2, 7) (3, 7): 3, -2, 0. */
    @Test
    void isTheMeanOverTheRows() {
        Dataset table = Dataset.of(new double[][] {{1, 2, 3}}, new double[] {0, 7, 7});
        double[] line = {2, 1};

        assertThat(new DirectLoss(LINE, table, new SquaredLoss()).of(line)).isEqualTo(13 / 3.0);
        assertThat(new DirectLoss(LINE, table, new AbsoluteLoss()).of(line)).isEqualTo(5 / 3.0);
        assertThat(new DirectLoss(LINE, table, new HuberLoss(1)).of(line)).isEqualTo(4 / 3.0);
    }

    /** The same with weights 1, 2 and 5: (9 + 2 * 4 + 0) / 8. */
    @Test
    void aRowCountsAsMuchAsItsWeight() {
        Dataset table = Dataset.builder()
                .feature("x", new double[] {1, 2, 3})
                .target("y", new double[] {0, 7, 7})
                .weights(new double[] {1, 2, 5})
                .build();

        assertThat(new DirectLoss(LINE, table, new SquaredLoss()).of(new double[] {2, 1}))
                .isEqualTo(17 / 8.0);
    }

    /** Sums that someone else made of each shard, with tiles that are not full. */
    @ParameterizedTest
    @MethodSource("names")
    void sumsOfShardsMakeTheLossToTheLastBit(String name) {
        int rows = 2_500;
        Random random = new Random(4);
        Loss loss = Losses.of(name);
        double[][] features = {
            random.doubles(rows, -1, 1).toArray(), random.doubles(rows, -1, 1).toArray()
        };
        double[][] classes = {random.ints(rows, 0, 2).asDoubleStream().toArray()};
        double[][] numbers = {
            random.doubles(rows, -1, 1).toArray(), random.doubles(rows, -1, 1).toArray()
        };
        double[] parameters = random.doubles(TWO.parameterCount(), -2, 2).toArray();
        Dataset table = Dataset.of(features, loss.isForClasses() ? classes : numbers);
        Shards shards = Shards.of(rows);
        ForwardPass forward = new ForwardPass(TWO);

        double[] sums = new double[loss.statisticSize()];
        for (int shard = 0; shard < shards.count(); shard++) {
            StatisticSums ofShard = new StatisticSums(table, loss);
            for (int from = shards.from(shard); from < shards.to(shard); from += ForwardPass.TILE_ROWS) {
                int count = Math.min(ForwardPass.TILE_ROWS, shards.to(shard) - from);
                ofShard.add(forward.outputs(parameters, features, from, count), from, count);
            }
            ofShard.addTo(sums);
        }

        assertThat(shards.count()).isEqualTo(2);
        assertThat(loss.finish(sums, table.totalWeight()))
                .isEqualTo(new DirectLoss(TWO, table, loss).of(parameters))
                .isPositive();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDoubledWeightIsARowTwiceAndNoWeightNoRow(String name) {
        Loss loss = Losses.of(name);
        double[][] features = {{1, -0.5, 2, 0.3}, {0, 1, -1, 2}};
        double[][] targets = targets(loss, new double[][] {{0, 1, 0, 1}, {2, -1, 0, 3}});
        double[] parameters = new Random(6).doubles(TWO.parameterCount(), -2, 2).toArray();

        double weighted = new DirectLoss(TWO, weighted(features, targets, 1, 2, 0, 1), loss).of(parameters);
        Dataset plain = Dataset.of(features, targets);
        double repeated = new DirectLoss(TWO, plain.rows(new int[] {0, 1, 1, 3}), loss).of(parameters);

        assertThat(weighted).isCloseTo(repeated, within(repeated * 1e-14));
        assertThat(weighted).isNotEqualTo(new DirectLoss(TWO, plain, loss).of(parameters));
    }

    @ParameterizedTest
    @MethodSource("names")
    void allRowsTwiceIsTheSameLoss(String name) {
        Loss loss = Losses.of(name);
        Dataset table = Dataset.of(new double[][] {{1, -0.5, 2}, {0, 1, -1}}, targets(loss, new double[][] {
            {0, 1, 0}, {2, -1, 0}
        }));
        double[] parameters = new Random(6).doubles(TWO.parameterCount(), -2, 2).toArray();

        double once = new DirectLoss(TWO, table, loss).of(parameters);
        double twice = new DirectLoss(TWO, table.rows(new int[] {0, 1, 2, 0, 1, 2}), loss).of(parameters);

        assertThat(twice).isCloseTo(once, within(once * 1e-14));
    }

    /**
     * 1e16 in the first shard and ones in both: in row order the ones of the first are rounded away, those of the second
     * are summed first and kept.
     */
    @Test
    void sumsInRowOrderInAShardAndThenOverShards() {
        int rows = 2500;
        double[] target = new double[rows];
        Arrays.fill(target, -1);
        target[0] = -1e16;
        Dataset table = Dataset.of(new double[][] {new double[rows]}, target);

        double loss = new DirectLoss(LINE, table, new AbsoluteLoss()).of(new double[] {0, 0});

        assertThat(loss)
                .isEqualTo((1e16 + 1250) / rows)
                .isNotEqualTo((1e16 + 2499) / rows)
                .isNotEqualTo(1e16 / rows);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 511, 512, 513, 1025, 2047, 2048, 3100})
    void everyRowCountsOnceAtEveryTileAndShardBorder(int rows) {
        double[] target = new double[rows];
        Arrays.setAll(target, row -> row);
        Dataset table = Dataset.of(new double[][] {new double[rows]}, target);

        double loss = new DirectLoss(LINE, table, new AbsoluteLoss()).of(new double[] {0, 0});

        assertThat(loss).isEqualTo((rows - 1) / 2.0);
    }

    @Test
    void aFeatureTooManyIsNamedWithBothSizes() {
        Dataset table = Dataset.of(new double[3][4], new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectLoss(LINE, table, new SquaredLoss()))
                .withMessage("a network of 1-1 (identity) takes 1 features, the table has 3");
    }

    @Test
    void aTargetTooFewIsNamedWithBothSizes() {
        Dataset table = Dataset.of(new double[2][4], new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectLoss(TWO, table, new SquaredLoss()))
                .withMessage("loss 'squared' with a network of 2-3-2 (tanh, identity) takes 2 target columns,"
                        + " the table has 1");
    }

    @Test
    void oneTargetOfClassesIsTakenByALossOfClassesAlone() {
        Dataset table = Dataset.of(new double[2][4], new double[2][4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectLoss(TWO, table, new ZeroOneLoss()))
                .withMessageContaining("'zero-one'")
                .withMessageContaining("takes 1 target columns, the table has 2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1, 0.5})
    void aTargetThatIsNoClassIndexIsNamed(double index) {
        Dataset table = Dataset.of(new double[2][3], new double[] {0, 1, index});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectLoss(TWO, table, new CrossEntropyLoss()))
                .withMessage("target 'y0' holds " + index + ", which is no class index of a network of 2 outputs");
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        Dataset table = Dataset.of(new double[1][0], new double[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirectLoss(LINE, table, new SquaredLoss()))
                .withMessage("the table has no rows");
    }

    private static double[][] targets(Loss loss, double[][] columns) {
        return Arrays.copyOf(columns, loss.targetColumns(2));
    }

    private static Dataset weighted(double[][] features, double[][] targets, double... weights) {
        Dataset.Builder builder = Dataset.builder().weights(weights);
        for (int i = 0; i < features.length; i++) {
            builder.feature("x" + i, features[i]);
        }
        for (int i = 0; i < targets.length; i++) {
            builder.target("y" + i, targets[i]);
        }
        return builder.build();
    }
}
