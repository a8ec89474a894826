package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogCoshLossTest {

    private final Loss loss = new LogCoshLoss();

    /** cosh(log 2) is 5/4, and cosh(log 3) is 5/3. */
    @Test
    void isTheLogarithmOfTheHyperbolicCosine() {
        assertThat(LossOf.one(loss, 2, 2)).isZero();
        assertThat(LossOf.one(loss, Math.log(2), 0)).isCloseTo(Math.log(1.25), within(1e-15));
        assertThat(LossOf.one(loss, 0, Math.log(3))).isCloseTo(Math.log(5 / 3.0), within(1e-15));
    }

    /** Expected values of decimal arithmetic with 60 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-8, 5e-17",
        "0.001, 4.999999166666889e-07",
        "0.5, 0.12011450695827752",
        "0.9999999999999999, 0.4337808304830271",
        "1, 0.4337808304830272",
        "2, 1.3250027473578645",
        "20, 19.306852819440056"
    })
    void hasFullPrecisionForSmallAndLargeResidualsOfBothSigns(double residual, double expected) {
        assertThat(LossOf.one(loss, residual, 0)).isCloseTo(expected, within(1e-15 * expected));
        assertThat(LossOf.one(loss, -residual, 0)).isEqualTo(LossOf.one(loss, residual, 0));
    }

    @Test
    void isFiniteWhereTheHyperbolicCosineOverflows() {
        assertThat(LossOf.one(loss, 0, 1000)).isCloseTo(1000 - Math.log(2), within(1e-12));
        assertThat(LossOf.one(loss, Double.MAX_VALUE, 0)).isEqualTo(Double.MAX_VALUE);
        assertThat(LossOf.one(loss, Double.NEGATIVE_INFINITY, 0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Also around 1, where the other form of the formula begins. */
    @Test
    void isLargerForALargerResidual() {
        double before = 0;
        for (int i = 1; i <= 4096; i++) {
            double value = LossOf.one(loss, i / 1024.0, 0);

            assertThat(value).as("residual %d / 1024", i).isGreaterThan(before);
            before = value;
        }
        assertThat(LossOf.one(loss, Math.nextDown(1.0), 0)).isLessThanOrEqualTo(LossOf.one(loss, 1, 0));
    }

    /** log(5/4) and 0 of one row, 0 and log(5/3) of the other. */
    @Test
    void isTheMeanOverRowsAndOutputs() {
        double[][] outputs = {{Math.log(2), 2}, {2, 0}};
        double[][] targets = {{0, 2}, {2, Math.log(3)}};

        assertThat(LossOf.table(loss, outputs, targets))
                .isCloseTo((Math.log(1.25) / 2 + Math.log(5 / 3.0) / 2) / 2, within(1e-15));
    }

    /** tanh(log 2) is 3/5. */
    @Test
    void derivativeIsTheHyperbolicTangent() {
        assertThat(LossOf.gradient(loss, new double[] {Math.log(2)}, 0)[0]).isCloseTo(0.6, within(1e-15));
        assertThat(LossOf.gradient(loss, new double[] {0, 0}, 0, Math.log(2))[1])
                .isCloseTo(-0.3, within(1e-15));
        assertThat(LossOf.gradient(loss, new double[] {1e-9}, 0)).containsExactly(1e-9);
        assertThat(LossOf.gradient(loss, new double[] {1000}, 0)).containsExactly(1);
        assertThat(LossOf.gradient(loss, new double[] {-1000}, 0)).containsExactly(-1);
        assertThat(LossOf.gradient(loss, new double[] {Double.NaN}, 0)).containsExactly(Double.NaN);
    }

    /** Residuals were divided by the scale; the loss is that of the residuals before. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 0.25})
    void scaledTargetsAreMeasuredInTheirOwnUnits(double scale) {
        Loss scaled = loss.forTargetScale(scale);

        assertThat(LossOf.one(scaled, 2 / scale, 0)).isEqualTo(LossOf.one(loss, 2, 0));
        assertThat(LossOf.gradient(scaled, new double[] {2 / scale}, 0))
                .containsExactly(scale * LossOf.gradient(loss, new double[] {2}, 0)[0]);
        assertThat(scaled.name()).isEqualTo("log-cosh");
    }

    @Test
    void isSmoothAndHasNoPieces() {
        assertThat(loss.isDifferentiable()).isTrue();
        assertThat(loss.residualPieces()).isEmpty();
        assertThat(loss.forTargetScale(4).residualPieces()).isEmpty();
    }
}
