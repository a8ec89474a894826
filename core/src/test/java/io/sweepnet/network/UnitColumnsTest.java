package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitColumnsTest {

    /** Columns have loops of their own for some functions; zeros keep their signs, and the smallest numbers their bits. */
    @ParameterizedTest
    @EnumSource
    void aColumnHasTheBitsOfTheFunction(Activation activation) {
        double[] special = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            50 * Double.MIN_VALUE,
            -50 * Double.MIN_VALUE,
            Double.MIN_NORMAL,
            -Double.MIN_NORMAL,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        Random random = new Random(1);
        double[] z = Arrays.copyOf(special, 1_000);
        for (int i = special.length; i < z.length; i++) {
            z[i] = random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
        }
        double[] expected = Arrays.stream(z).map(activation::apply).toArray();

        UnitColumns.apply(activation, z, z.length);

        assertThat(Arrays.stream(z).mapToLong(Double::doubleToLongBits).toArray())
                .isEqualTo(Arrays.stream(expected)
                        .mapToLong(Double::doubleToLongBits)
                        .toArray());
    }
}
