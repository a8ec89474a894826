package io.sweepnet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {

    private static final Parameters PARAMETERS =
            Parameters.of(Architecture.of(1, List.of(), 1, List.of()), new double[] {1, 2});

    private final List<Iteration> iterations = new ArrayList<>(
            List.of(iteration(Phase.SEARCH, 1, 9), iteration(Phase.SEARCH, 2, 7), iteration(Phase.GRADIENT, 1, 8)));

    private final TrainingHistory history =
            new TrainingHistory(PARAMETERS, PARAMETERS, 10, 6, iterations, Status.DONE, "epoch-limit", 100, 0, 0, 0.5);

    private static Iteration iteration(Phase phase, int number, double loss) {
        return new Iteration(phase, number, loss, OptionalDouble.empty(), 0, 0, 0, OptionalDouble.empty());
    }

    @Test
    void lossesAreThoseOfOnePhaseInOrder() {
        assertThat(history.losses(Phase.SEARCH)).containsExactly(9, 7);
        assertThat(history.losses(Phase.GRADIENT)).containsExactly(8);
    }

    @Test
    void theListGivenIsCopied() {
        iterations.clear();

        assertThat(history.iterations()).hasSize(3);
    }

    /** What Spark sends back from an executor, optional numbers included. */
    @Test
    void itCanBeWrittenAndRead() throws IOException, ClassNotFoundException {
        iterations.add(new Iteration(
                Phase.SEARCH, 3, 6, OptionalDouble.of(Double.NaN), 0.25, 12, 4, OptionalDouble.of(0.125)));
        TrainingHistory written = new TrainingHistory(
                PARAMETERS, PARAMETERS, 10, 6, iterations, Status.CANCELLED, "cancelled", 100, 1, 2, 0.5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(written);
        }
    }

    @Test
    void labelsAreThoseOfTheTables() {
        assertThat(Phase.values()).extracting(Phase::label).containsExactly("search", "gradient");
        assertThat(Status.values()).extracting(Status::label).containsExactly("done", "cancelled", "diverged");
    }
}
