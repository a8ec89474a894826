package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --quiet} and {@code --json-log} on whole command lines. */
class OutputOptionsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--json-log compare --tarjet y", "compare --tarjet y --json-log", "--quiet --json-log tran"})
    void aWrongCommandLineIsToldInTheFormThatItAsksFor(String args) {
        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.code()).isEqualTo(2);
        JsonObject error = only(run);
        assertThat(error.get("event").getAsString()).isEqualTo("error");
        assertThat(error.get("exit_code").getAsInt()).isEqualTo(2);
        assertThat(error.get("message").getAsString()).contains("(see 'sweepnet");
    }

    @Test
    void anOptionInAnArgumentFileCountsToo() throws IOException {
        Path file = Files.writeString(folder.resolve("args"), "--json-log\n");

        CommandRun run =
                CommandRun.of("report", "--results", folder.resolve("none").toString(), "@" + file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(only(run).get("message").getAsString()).contains("none");
    }

    @Test
    void whatBelongsToAnotherOptionIsNone() {
        CommandRun run = CommandRun.of("compare", "-D", "data.path=--json-log");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("sweepnet: ");
    }

    @Test
    void quietKeepsErrors() {
        CommandRun run =
                CommandRun.of("report", "--results", folder.resolve("none").toString(), "--quiet");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().startsWith("sweepnet: there is no results folder");
    }

    /** A column of text, which is left out, makes a note. */
    @Test
    void quietSaysNothingOfASuccess() throws IOException {
        CommandRun loud = train();
        CommandRun quiet = train("--quiet");

        assertThat(loud.code()).as(loud.err()).isZero();
        assertThat(loud.err()).startsWith("note: ");
        assertThat(quiet.code()).isZero();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).startsWith("run ").contains("search", "results: ");
    }

    /** A network of 44 parameters learns from 3 of the 4 rows, which makes a note too. */
    @Test
    void jsonTellsARunFromTheTableToTheResults() throws IOException {
        CommandRun run = train("--json-log");

        assertThat(run.code()).isZero();
        List<JsonObject> events = run.errLines().stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        assertThat(events)
                .extracting(event -> event.get("event").getAsString())
                .containsExactly("stage", "note", "note", "train", "sweep", "sweep", "trained", "stage", "stage");
        assertThat(events)
                .filteredOn(event -> event.has("stage"))
                .extracting(event -> event.get("stage").getAsString())
                .containsExactly("read", "write", "written");
        assertThat(events.get(2).get("message").getAsString()).startsWith("the network has 44 parameters for 3 rows ");
        JsonObject trained = events.get(6);
        assertThat(trained.get("status").getAsString()).isEqualTo("done");
        assertThat(trained.get("loss")).isEqualTo(events.get(5).get("loss"));
        assertThat(trained.get("candidate_evaluations").getAsLong()).isPositive();
        assertThat(run.out()).startsWith("run ");
    }

    private CommandRun train(String... more) throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"), "a,b,name,y\n1,2,x,3.5\n2,3,y,4.5\n3,5,z,5.5\n4,7,x,6.5\n");
        String[] args = {
            "train",
            "search",
            "--data",
            table.toString(),
            "--target",
            "y",
            "--results",
            folder.resolve("results").toString(),
            "--execution",
            "driver",
            "-D",
            "search.sweeps=2",
            "-D",
            "search.patience=9"
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.of(all);
    }

    private static JsonObject only(CommandRun run) {
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines()).hasSize(1);
        return JsonParser.parseString(run.errLines().get(0)).getAsJsonObject();
    }
}
