package io.sweepnet.spark.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** How a search with several starts is followed. */
class StartProgressTest {

    private static final RunConfig CONFIG =
            RunConfig.loadResource("io/sweepnet/conf/compare.conf", Map.of("search.restarts", "64"));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** The starts of which the last to end is not the best. */
    private static Starts ended() {
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Starts starts = new Starts(42);
        for (int number = 0; number < 12; number++) {
            Parameters parameters = Parameters.of(line, new double[2]);
            starts.add(
                    number,
                    new TrainingHistory(
                            parameters,
                            parameters,
                            9,
                            number == 7 ? 1.5 : 2,
                            List.of(),
                            TrainingHistory.Status.DONE,
                            "converged",
                            100,
                            0,
                            0,
                            0.5));
        }
        return starts;
    }

    private static Iteration iteration(Phase phase) {
        return new Iteration(phase, 4, 0.5, OptionalDouble.empty(), 1, 77, 0, OptionalDouble.empty());
    }

    private List<String> lines() {
        return List.of(bytes.toString(StandardCharsets.UTF_8)
                .replace("\r\u001b[K", "\n")
                .strip()
                .split("\n"));
    }

    @Test
    void aLineForPeople() {
        TrainingListener listener = new TextDiagnostics(err, true).training(ModelKind.HYBRID, CONFIG);
        listener.onIteration(iteration(Phase.SEARCH));
        listener.onStart(ended(), 64);
        listener.onIteration(iteration(Phase.SEARCH));
        listener.onStart(ended(), 12);

        List<String> lines = lines();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("hybrid   start 1 of 64, sweep 4 of at most 30, loss 0.50000, ");
        assertThat(lines.get(1))
                .startsWith("hybrid   start 12 of 64, best loss 1.50000, ")
                .contains(" candidates/s, about ");
        assertThat(lines.get(2)).startsWith("hybrid   start 13 of 64, sweep 4 of at most 30, loss 0.50000, ");
        assertThat(lines.get(3)).endsWith(", about 0 s left");
    }

    @Test
    void eventsForPrograms() {
        TrainingListener listener = new JsonDiagnostics(err, () -> 5).training(ModelKind.SEARCH, CONFIG);
        listener.onIteration(iteration(Phase.SEARCH));
        listener.onStart(ended(), 64);
        listener.onIteration(iteration(Phase.SEARCH));
        listener.onIteration(iteration(Phase.GRADIENT));

        List<JsonObject> events = lines().stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(events)
                .extracting(event -> event.get("event").getAsString())
                .containsExactly("train", "sweep", "start", "sweep", "epoch");
        assertThat(events.get(1).get("start").getAsInt()).isZero();
        assertThat(events.get(2).get("iteration").getAsInt()).isEqualTo(12);
        assertThat(events.get(2).get("of").getAsInt()).isEqualTo(64);
        assertThat(events.get(2).get("loss").getAsDouble()).isEqualTo(1.5);
        assertThat(events.get(2).get("candidate_evaluations").getAsLong()).isEqualTo(1200);
        assertThat(events.get(3).get("start").getAsInt()).isEqualTo(12);
        assertThat(events.get(4).has("start")).isFalse();
    }
}
