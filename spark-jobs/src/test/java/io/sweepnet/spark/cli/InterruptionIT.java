package io.sweepnet.spark.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a real process. Runs that would go on for hours must end at one. */
@Timeout(240)
class InterruptionIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, candidates, 130", "TERM, candidates, 143", "INT, driver, 130", "TERM, driver, 143"})
    void aRunInTrainingSavesWhatItReached(String signal, String execution, int code) throws Exception {
        Process process = start(List.of(), "--execution", execution, "--json-log");
        endBySignal(signal, process, () -> holds(folder.resolve("err"), "\"event\":\"sweep\""));

        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(Files.readAllLines(folder.resolve("err")))
                .as("events alone, no stack trace")
                .allMatch(line -> line.startsWith("{\"time\":"))
                .anyMatch(line -> line.contains("stopping after the current step"))
                .noneMatch(line -> line.contains("\"event\":\"error\"") || line.contains("\"event\":\"log\""));
        assertThat(folder.resolve("out")).content().contains("search", "cancelled", "results: ");
        CommandRun report = CommandRun.of("report", "--results", results(), "--run", "latest", "--json");
        JsonObject run = report.runs().get(0).getAsJsonObject();
        assertThat(run.get("status").getAsString()).isEqualTo("cancelled");
        assertThat(run.get("final_loss").getAsDouble())
                .isLessThan(run.get("initial_loss").getAsDouble());
        assertThat(folder.resolve("results/.staging")).doesNotExist();
    }

    /** While rows are written: neither output nor stage is left, and nothing but a line is told. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aScoringLeavesNothing(boolean json) throws Exception {
        Process process = startScoring(json);
        endBySignal("INT", process, this::isWriting);

        assertThat(process.exitValue()).isEqualTo(130);
        assertNothingScored();
    }

    /** Before the first job of Spark, which would not hear of it. */
    @Test
    void aScoringThatHasJustBegunEndsToo() throws Exception {
        Process process = startScoring(true);
        endBySignal("TERM", process, () -> holds(folder.resolve("err"), "\"stage\":\"score\""));

        assertThat(process.exitValue()).isEqualTo(143);
        assertNothingScored();
    }

    private Process startScoring(boolean json) throws IOException {
        SavedModel model = new SavedModel(
                new Network(Parameters.of(Architecture.of(1, List.of(), 1, List.of()), new double[] {2, 1})),
                Optional.of(new SavedModel.Inputs(
                        List.of("x"), new FeatureScaling(FeatureScaling.Kind.NONE, List.of(0.0), List.of(1.0)))),
                Optional.of(new SavedModel.Target("y", TargetScaling.NONE, List.of(), ClassKind.TEXT)),
                Optional.empty(),
                Optional.empty());
        ModelFile.write(folder.resolve("model.json"), model);
        Files.writeString(folder.resolve("table.csv"), "x\n" + "1\n".repeat(8_000_000));
        List<String> command = new ArrayList<>(
                List.of("predict", "--model", folder.resolve("model.json").toString()));
        command.addAll(List.of("--data", folder.resolve("table.csv").toString()));
        command.addAll(List.of("--output", folder.resolve("scored").toString(), "--master", "local[2]"));
        if (json) {
            command.add("--json-log");
        }
        return start(List.of(), command);
    }

    private void assertNothingScored() throws IOException {
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("err")))
                .filteredOn(line -> !line.contains("\"event\":\"stage\""))
                .singleElement()
                .asString()
                .contains("cancelled; nothing was written");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("err", "model.json", "out", "table.csv");
    }

    /** Whether a task of a scoring has begun to write below the stage. */
    private boolean isWriting() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().contains(".scored-")
                    && file.getFileName().toString().startsWith("part-"));
        } catch (UncheckedIOException e) {
            // A folder was removed meanwhile.
            return false;
        }
    }

    /** The signal comes in the middle of Spark's start, which fails of it. */
    @Test
    void aRunThatHasNotBegunToTrainWritesNothing() throws Exception {
        Path log = folder.resolve("log");
        Path logging = Files.writeString(
                folder.resolve("log4j2.properties"),
                Files.readString(Path.of("../conf/log4j2.properties")) + """

                        appender.file.type = File
                        appender.file.name = file
                        appender.file.fileName = %s
                        appender.file.layout.type = PatternLayout
                        appender.file.layout.pattern = %%m%%n
                        logger.context.level = info
                        logger.context.appenderRef.file.ref = file
                        """.formatted(log));
        Process process = start(List.of("-Dlog4j2.configurationFile=" + logging.toUri()));
        endBySignal("INT", process, () -> holds(log, "Running Spark version"));

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(folder.resolve("out")).isEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("err"))).isSubsetOf("sweepnet: cancelled; nothing was written");
        assertThat(folder.resolve("results")).doesNotExist();
    }

    /** A comparison without end, in a JVM of its own. */
    private Process start(List<String> jvmOptions, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("compare", "--config", "../conf/compare.conf"));
        arguments.addAll(List.of("--results", results(), "--master", "local[2]"));
        arguments.addAll(List.of("-D", "search.sweeps=1000000", "-D", "search.tolerance=0"));
        arguments.addAll(List.of("-D", "search.patience=1000000"));
        arguments.addAll(List.of(more));
        return start(jvmOptions, arguments);
    }

    /** A command in a JVM of its own. */
    private Process start(List<String> jvmOptions, List<String> arguments) throws IOException {
        // In the background of a script INT is ignored, and a JVM started from here would ignore it too.
        List<String> starter = isInterruptIgnored() ? List.of("env", "--default-signal=INT") : List.of();
        return new ProcessBuilder(JvmCommand.of(starter, jvmOptions, arguments))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(signals -> (signals & 2) != 0);
        }
    }

    /** Sends a signal as soon as something is so, and waits for the end. */
    private static void endBySignal(String signal, Process process, Callable<Boolean> isTime) throws Exception {
        try {
            while (!isTime.call()) {
                assertThat(process.isAlive()).as("goes on until it is time").isTrue();
                Thread.sleep(20);
            }
            send(signal, process);
            assertThat(process.waitFor(120, SECONDS)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean holds(Path file, String text) throws IOException {
        return Files.exists(file) && Files.readString(file).contains(text);
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private String results() {
        return folder.resolve("results").toString();
    }
}
