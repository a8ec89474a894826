package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands whose stdout cannot be written, and failures of memory. */
class StdoutTest {

    /** A stream that fails as one to a full disk, or to a closed pipe, does. */
    private static final class Failing extends OutputStream {

        private final String reason;

        private Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int value) throws IOException {
            throw new IOException(reason);
        }
    }

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String reason, String... arguments) {
        return new Sweepnet(
                        new PrintStream(new UntilClosed(new Failing(reason)), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    @ParameterizedTest
    @CsvSource({"--help", "--version", "help", "'train --help'"})
    void aFullDiskFailsTheCommand(String command) {
        assertThat(run("No space left on device", command.split(" ", -1))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("sweepnet: stdout cannot be written; what the command printed is not complete\n");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        assertThat(run("Broken pipe", "--help")).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void jsonIsToldAsJson() {
        assertThat(run("No space left on device", "--json-log", "--help")).isEqualTo(1);
        JsonObject event =
                JsonParser.parseString(err.toString(StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(event.get("event").getAsString()).isEqualTo("error");
        assertThat(event.get("exit_code").getAsInt()).isEqualTo(1);
    }

    @Test
    void tooLittleMemoryIsToldWithTheRemedyWhereverItIsFound() {
        CommandFailure failure =
                CommandFailure.of(new IllegalStateException("a task", new OutOfMemoryError("Java heap space")));

        assertThat(failure.exitCode()).isEqualTo(2);
        assertThat(failure.isExpected()).isTrue();
        assertThat(failure.message())
                .contains("more memory is needed", "SWEEPNET_JAVA_OPTS=-Xmx16g")
                .doesNotContain("\n");
    }
}
