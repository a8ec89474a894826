package io.sweepnet.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: algorithm 1 of the paper, worked out in decimal arithmetic of forty digits. */
class AdamTest {

    @Test
    void firstStepsFollowThePaper() {
        Adam adam = new Adam(2);
        double[] parameters = {1, -0.5};

        adam.step(parameters, new double[] {2, -3}, 0.1);
        assertClose(parameters, 0.9000000005, -0.4000000003333333);
        adam.step(parameters, new double[] {-1, 0.001}, 0.1);
        assertClose(parameters, 0.8733662967024314, -0.3330189959327766);
        adam.step(parameters, new double[] {0.5, 4}, 0.1);
        assertClose(parameters, 0.8393233821389424, -0.3530964667035913);
    }

    /** A gradient as small as epsilon: half a step, since epsilon stands outside the root and after the correction. */
    @Test
    void epsilonIsAddedToTheCorrectedRoot() {
        double[] parameters = {0};

        new Adam(1).step(parameters, new double[] {1e-8}, 0.1);

        assertClose(parameters, -0.05);
    }

    @Test
    void theRateOfEachStepCounts() {
        Adam adam = new Adam(1);
        double[] parameters = {0};

        adam.step(parameters, new double[] {5}, 0.1);
        adam.step(parameters, new double[] {5}, 0.01);

        assertThat(parameters[0]).isCloseTo(-0.11, within(1e-8));
    }

    @Test
    void withoutAGradientNothingMoves() {
        double[] parameters = {1, 2};

        new Adam(2).step(parameters, new double[] {0, 3}, 0.1);

        assertThat(parameters[0]).isEqualTo(1);
        assertThat(parameters[1]).isLessThan(2);
    }

    private static void assertClose(double[] parameters, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(parameters[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-15));
        }
    }
}
