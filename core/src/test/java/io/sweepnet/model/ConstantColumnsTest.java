package io.sweepnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.FeatureScaling.Kind;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.network.Activation;
import io.sweepnet.search.Values;
import io.sweepnet.training.TrainingHistory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that say nothing: constant, constant but for rounding, a copy of another, and a constant target. */
class ConstantColumnsTest {

    private static final int ROWS = 30;

    private static Dataset table(double constant) {
        double[][] features = new double[4][ROWS];
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            features[0][row] = constant;
            features[1][row] = row % 2 == 0 ? 1e-5 : Math.nextUp(1e-5);
            features[2][row] = row * row % 11;
            features[3][row] = features[2][row];
        }
        Arrays.fill(target, 7.25);
        return Dataset.of(features, target);
    }

    private static ModelSettings settings() {
        return ModelSettings.builder()
                .inputSize(4)
                .hiddenSizes(3)
                .outputSize(1)
                .activations(Activation.TANH)
                .weightCandidates(Values.of(-1, -0.5, 0, 0.5, 1))
                .biasCandidates(Values.of(-1, -0.5, 0, 0.5, 1))
                .seed(3)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void everyModelStaysFinite(Kind kind) {
        FeatureScaling scaling = FeatureScaling.fit(kind, table(5));
        TargetScaling targetScaling = TargetScaling.standard(table(5));
        Dataset scaled = targetScaling.apply(scaling.apply(table(5)));

        TrainingHistory search = new SearchModel(settings()).search(scaled, 3);
        TrainingHistory gradient = new GradientModel(settings()).train(scaled, 50, 0.01);

        for (double[] column : scaled.features()) {
            assertThat(Arrays.stream(column))
                    .allSatisfy(value -> assertThat(value).isFinite());
        }
        assertThat(scaled.features()[3]).as("the copy").isEqualTo(scaled.features()[2]);
        assertThat(search.finalLoss()).isFinite().isLessThanOrEqualTo(search.initialLoss());
        assertThat(search.nonFiniteEvaluations()).isZero();
        assertThat(gradient.finalLoss()).isFinite().isLessThan(gradient.initialLoss());
    }

    /**
     * A linear network: the weights of the column and its copy cancel, and the bias is 0. Rows to predict whose constant
     * column is 6 in place of 5 differ by its weight once, for it was centred and not scaled.
     */
    @Test
    void aSearchFindsTheConstantTarget() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.STANDARD, table(5));
        TargetScaling targetScaling = TargetScaling.standard(table(5));
        Dataset scaled = targetScaling.apply(scaling.apply(table(5)));
        SearchModel model = new SearchModel(
                settings().toBuilder().hiddenSizes().activations().build());

        TrainingHistory history = model.search(scaled, 5);

        assertThat(history.finalLoss()).isCloseTo(0, within(1e-20));
        double ofConstant = history.trained().get(0);
        assertThat(ofConstant).isNotZero();
        double[] known = model.predict(scaled.features())[0];
        double[] changed = model.predict(scaling.apply(table(6)).features())[0];
        for (int row = 0; row < ROWS; row++) {
            assertThat(targetScaling.restore(known[row])).isCloseTo(7.25, within(1e-12));
            assertThat(targetScaling.restore(changed[row])).isCloseTo(7.25 + ofConstant, within(1e-12));
        }
    }
}
