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

        ClassScores.softmax(outputs);

        assertThat(outputs[0][0]).isCloseTo(0.75, within(1e-15));
        assertThat(outputs[1][0]).isCloseTo(0.25, within(1e-15));
        assertThat(outputs[0][1]).isEqualTo(0.5);
        assertThat(outputs[1][1]).isEqualTo(0.5);
    }

    @Test
    void hugeScoresHaveProbabilitiesThatSumToOne() {
        double[][] outputs = {{20_000, 1000.25, -5000}, {-20_000, 1001, -5001}, {0, 999, -5000.5}};

        ClassScores.softmax(outputs);

        for (int row = 0; row < 3; row++) {
            assertThat(outputs[0][row] + outputs[1][row] + outputs[2][row]).isCloseTo(1, within(1e-15));
        }
        assertThat(outputs[0][0]).isEqualTo(1);
        assertThat(outputs[1][0]).isZero();
    }
}
