package io.sweepnet.spark.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.run.Stage;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The forms of what the program says besides its results. */
class DiagnosticsTest {

    private static final RunConfig CONFIG = RunConfig.loadResource("io/sweepnet/conf/compare.conf", Map.of());

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void textForPeople() {
        sayAll(new TextDiagnostics(err, false));

        assertThat(lines())
                .startsWith(
                        "note: 3 rows left out",
                        "sweepnet: look at this",
                        "sweepnet: stopping",
                        "sweepnet: no \"file\"",
                        "sweepnet: broken - this should not have happened; where it did:",
                        "java.lang.IllegalStateException: broken");
    }

    @Test
    void quietSaysErrorsAlone() {
        sayAll(new QuietDiagnostics(new TextDiagnostics(err, true)));

        assertThat(lines())
                .startsWith("sweepnet: no \"file\"", "sweepnet: broken - this should not have happened; where it did:");
    }

    @Test
    void jsonHasAnObjectPerLine() {
        sayAll(new JsonDiagnostics(err));

        List<JsonObject> events = events();
        assertThat(names(events))
                .containsExactly("stage", "note", "train", "sweep", "epoch", "warning", "cancel", "error", "error");
        assertThat(events)
                .allSatisfy(event -> assertThat(Instant.parse(event.get("time").getAsString()))
                        .isBeforeOrEqualTo(Instant.now()));
        assertThat(events.get(0).get("stage").getAsString()).isEqualTo("read");
        assertThat(events.get(0).get("path").getAsString()).isEqualTo("table.csv");
        assertThat(events.get(0).get("since_start_seconds").getAsDouble()).isPositive();
        assertThat(events.get(1).get("message").getAsString()).isEqualTo("3 rows left out");
        JsonObject sweep = events.get(3);
        assertThat(sweep.get("model").getAsString()).isEqualTo("hybrid");
        assertThat(sweep.get("iteration").getAsInt()).isEqualTo(4);
        assertThat(sweep.get("of").getAsInt()).isEqualTo(CONFIG.search().sweeps());
        assertThat(sweep.get("loss").getAsDouble()).isEqualTo(0.5);
        assertThat(sweep.get("candidate_evaluations").getAsLong()).isEqualTo(77);
        JsonObject epoch = events.get(4);
        assertThat(epoch.get("of").getAsInt()).isEqualTo(CONFIG.gradient().epochs());
        assertThat(epoch.get("loss").isJsonNull()).as("JSON has no NaN").isTrue();
        assertThat(events.get(7).get("message").getAsString()).isEqualTo("no \"file\"");
        assertThat(events.get(7).get("exit_code").getAsInt()).isEqualTo(2);
        assertThat(events.get(8).get("exit_code").getAsInt()).isEqualTo(1);
        assertThat(events.get(8).get("stack_trace").getAsString())
                .startsWith("java.lang.IllegalStateException: broken")
                .contains("\tat ");
    }

    @Test
    void quietJsonSaysErrorsAlone() {
        sayAll(new QuietDiagnostics(new JsonDiagnostics(err)));

        assertThat(names(events())).containsExactly("error", "error");
    }

    /** A clock that moves on by a second per step: of 25 steps, two are told. */
    @Test
    void withinASweepStepsAreToldEveryTenSeconds() {
        Architecture architecture = Architecture.of(24, List.of(), 1, List.of());
        SearchSettings settings = new SearchSettings(
                new SearchSpace(Values.of(0), Values.of(0)),
                ParameterOrder.LAYER,
                Ties.FIRST,
                true,
                new StopRule(1, 0, 1),
                1);
        CoordinateSearch search = new CoordinateSearch(settings, Parameters.of(architecture, new double[25]), 10);
        TrainingListener listener = new JsonDiagnostics(err, nanos::get).training(ModelKind.SEARCH, CONFIG);

        for (int step = 0; step < 25; step++) {
            search.tell(new Choice(Choice.STAY, 0, 10, 0, 0));
            nanos.addAndGet(1_000_000_000);
            listener.onStep(search);
        }

        List<JsonObject> events = events();
        assertThat(names(events)).containsExactly("train", "step", "step");
        assertThat(events.get(1).get("step").getAsInt()).isEqualTo(10);
        assertThat(events.get(1).get("steps").getAsInt()).isEqualTo(25);
        assertThat(events.get(2).get("step").getAsInt()).isEqualTo(20);
        assertThat(events.get(2).get("elapsed_seconds").getAsDouble()).isEqualTo(20);
    }

    @Test
    void onATerminalAMessageDoesNotRunIntoTheProgress() {
        Diagnostics diagnostics = new TextDiagnostics(err, true);
        diagnostics.training(ModelKind.SEARCH, CONFIG).onIteration(iteration(Phase.SEARCH, 0.5));
        diagnostics.cancelled("stopping");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\r\u001b[Ksearch   sweep 4 of at most ")
                .matches("[^\n]*\nsweepnet: stopping\n");
    }

    @Test
    void onATerminalAStageIsGoneAfterwards() {
        Diagnostics diagnostics = new TextDiagnostics(err, true);
        diagnostics.stage(Stage.READ, "table.csv");
        diagnostics.note("3 rows left out");
        diagnostics.stage(Stage.WRITE, "results");
        diagnostics.stage(Stage.WRITTEN, "results");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r\u001b[Kreading table.csv ...\r\u001b[Knote: 3 rows left out\n"
                        + "\r\u001b[Kwriting results ...\r\u001b[K");
    }

    private static void sayAll(Diagnostics diagnostics) {
        diagnostics.stage(Stage.READ, "table.csv");
        diagnostics.note("3 rows left out");
        TrainingListener listener = diagnostics.training(ModelKind.HYBRID, CONFIG);
        listener.onIteration(iteration(Phase.SEARCH, 0.5));
        listener.onIteration(iteration(Phase.GRADIENT, Double.NaN));
        diagnostics.warning("look at this");
        diagnostics.cancelled("stopping");
        diagnostics.error("no \"file\"", 2);
        diagnostics.failure("broken", new IllegalStateException("broken"), 1);
    }

    private static Iteration iteration(Phase phase, double loss) {
        return new Iteration(phase, 4, loss, OptionalDouble.empty(), 1, 77, 0, OptionalDouble.empty());
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<JsonObject> events() {
        return lines().stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static List<String> names(List<JsonObject> events) {
        return events.stream().map(event -> event.get("event").getAsString()).toList();
    }
}
