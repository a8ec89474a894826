package io.sweepnet.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sweepnet.RandomProblem;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Training allocates its work space once: an epoch of a full batch needs nothing more. */
class GradientAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final RandomProblem PROBLEM = new RandomProblem(
            Architecture.of(10, List.of(5, 4), 1, List.of(Activation.TANH, Activation.RELU)),
            new SquaredLoss(),
            442,
            false,
            1);

    /**
     * Bytes per epoch. Until it is compiled, StrictMath.pow of JDK 17 makes three arrays of two doubles at each call, and
     * Adam calls it twice: 192 bytes, which is all there is. One unit's values over the rows would be 3,536.
     */
    private static final long FEW = 400;

    @Test
    void anEpochOfAFullBatchAllocatesNextToNothing() {
        allocated(100);

        long hundredEpochs = allocated(100);
        long threeHundredEpochs = allocated(300);

        assertThat((threeHundredEpochs - hundredEpochs) / 200).isLessThan(FEW);
    }

    private static long allocated(int epochs) {
        GradientDescent descent = new GradientDescent(
                new GradientDescent.Settings(epochs, 0.01, OptionalInt.empty(), ReduceOnPlateau.Settings.DEFAULT, 1),
                PROBLEM.parameters(),
                PROBLEM.dataset(),
                PROBLEM.loss());
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        descent.run((epoch, loss, rate, parameters) -> {}, () -> false);
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
