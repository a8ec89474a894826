package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassScoresTest {

    @Test
    void argmaxIsTheLargestAndOfEqualOnesTheLowest() {
        double[][] outputs = {{1, 3, 0, -2, -0.0}, {2, 3, 5, -1, 0.0}, {0, 3, 5, -1, -1}};

        assertThat(new int[] {
                    ClassScores.argmax(outputs, 0),
                    ClassScores.argmax(outputs, 1),
                    ClassScores.argmax(outputs, 2),
                    ClassScores.argmax(outputs, 3),
                    ClassScores.argmax(outputs, 4)
                })
                .containsExactly(1, 0, 1, 1, 0);
    }

    @Test
    void softmaxGivesTheProbabilitiesOfLogits() {
        double[][] outputs = {{Math.log(3), 0}, {0, 0}};

        assertThat(ClassScores.softmax(outputs, 0)).containsExactly(new double[] {0.75, 0.25}, within(1e-15));
        assertThat(ClassScores.softmax(outputs, 1)).containsExactly(0.5, 0.5);
    }

    @Test
    void hugeScoresHaveProbabilitiesThatSumToOne() {
        double[][] outputs = {{20_000, 1000.25, -5000}, {-20_000, 1001, -5001}, {0, 999, -5000.5}};

        for (int row = 0; row < 3; row++) {
            double[] probabilities = ClassScores.softmax(outputs, row);
            assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isCloseTo(1, within(1e-15));
        }
        assertThat(ClassScores.softmax(outputs, 0)).containsExactly(1, 0, 0);
    }

    /** An output of exactly 0 beside one of exactly 0 is a probability of exactly one half: the lower class it is. */
    @Test
    void aProbabilityOfExactlyOneHalfIsTheLowerClass() {
        double[][] outputs = {{0, -3, 1e300}, {0, -3, 1e300}};

        for (int row = 0; row < 3; row++) {
            assertThat(ClassScores.softmax(outputs, row)).containsExactly(0.5, 0.5);
            assertThat(ClassScores.argmax(outputs, row)).isZero();
        }
    }
}
