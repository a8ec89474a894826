package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.golden.GoldenRun;
import io.sweepnet.model.ModelSettings;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Fast kernels choose what the reference chooses, at every step of whole searches. A new constant of {@link Kernel}
 * is compared without a change here. Each trial prints how many steps the kernels handed to the direct rule.
 *
 * <p>Where the current value takes part and ties go to the first, a sweep that lowers nothing has moved nothing, and the
 * next would ask the same again: there the searches end.
 */
class KernelTrialsTest {

    /** The table of the golden runs, features of unit norm; the search's settings by default but for the tolerance. */
    @Test
    void diabetes() {
        Dataset table = GoldenRun.data().canonical();
        ModelSettings settings = ModelSettings.builder()
                .inputSize(10)
                .hiddenSizes(5, 4)
                .outputSize(1)
                .tolerance(0)
                .build();

        KernelTrial.Tally tally = KernelTrial.playAll("diabetes", 12, seed -> trial(settings, table, 30, seed));

        assertThat(tally.directShare(Kernel.PIECEWISE)).as("close calls").isBetween(1e-5, 0.01);
    }

    /** Three outputs: a candidate for a hidden unit changes them all, one for an output only its own. */
    @Test
    void threeOutputs() {
        Dataset table = threeTargets();
        ModelSettings settings = ModelSettings.builder()
                .inputSize(8)
                .hiddenSizes(6, 5)
                .outputSize(3)
                .tolerance(0)
                .build();

        KernelTrial.Tally tally = KernelTrial.playAll("three outputs", 6, seed -> trial(settings, table, 30, seed));

        assertThat(tally.directShare(Kernel.PIECEWISE)).as("close calls").isBetween(1e-5, 0.01);
    }

    private static KernelTrial trial(ModelSettings settings, Dataset table, int sweeps, int seed) {
        ModelSettings seeded = settings.toBuilder().seed(seed).build();
        return new KernelTrial(
                "seed " + seed + ": " + seeded.architecture(),
                seeded.initialParameters(),
                table,
                seeded.loss(),
                seeded.search(sweeps));
    }

    /** Three smooth functions of eight normal features, with noise. */
    private static Dataset threeTargets() {
        Random random = new Random(8_653);
        double[][] features = new double[8][300];
        double[][] targets = new double[3][300];
        for (int row = 0; row < 300; row++) {
            for (double[] feature : features) {
                feature[row] = random.nextGaussian();
            }
            double product = features[0][row] * features[1][row];
            double wave = StrictMath.sin(2 * features[2][row]) + features[3][row];
            targets[0][row] = 3 * product + features[4][row] + 0.3 * random.nextGaussian();
            targets[1][row] = 5 * wave - product + 0.3 * random.nextGaussian();
            targets[2][row] = Math.abs(features[5][row] - features[6][row]) + wave + 0.3 * random.nextGaussian();
        }
        return Dataset.of(features, targets).canonical();
    }

    /** Networks, tables and ranges of all kinds. */
    @Test
    void randomProblems() {
        KernelTrial.Tally tally = KernelTrial.playAll("random problems", 200, TrialGenerator::of);

        assertThat(tally.compared()).as("kernels that were compared").containsOnlyKeys(KernelTrial.fastKernels());
    }
}
