package io.sweepnet.spark.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.cli.CommandRun;
import io.sweepnet.spark.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of Spark that are the program's own: a wrong one is told before anything else is done. */
class SparkSettingsTest {

    private static final String TIME = ": allowed is a time, at least 1s, for example ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "channel.joinTimeout, 120s",
        "channel.joinTimeout, 1",
        "channel.stepTimeout, 1000ms",
        "channel.stepTimeout, 2h",
        "rows.memoryFraction, 1",
        "rows.memoryFraction, 1e-9"
    })
    void allowedOnesPass(String key, String value) {
        assertThatCode(() -> SparkSettings.check(conf(key, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "channel.joinTimeout, soon, 120s",
        "channel.joinTimeout, 0s, 120s",
        "channel.joinTimeout, '', 120s",
        "channel.stepTimeout, -5s, 1800s",
        "channel.stepTimeout, 999ms, 1800s",
        "channel.stepTimeout, 1.5h, 1800s",
        "channel.stepTimeout, 99999999999999999999s, 1800s"
    })
    void timesThatAreNoneAreNamed(String key, String value, String example) {
        assertRefused(key, value, TIME + example);
    }

    @ParameterizedTest
    @CsvSource({"0", "-0.3", "1.01", "NaN", "Infinity", "half", "''"})
    void fractionsThatAreNoneAreNamed(String value) {
        assertRefused("rows.memoryFraction", value, ": allowed is a number above 0, up to 1, for example 0.3");
    }

    @ParameterizedTest
    @CsvSource({
        "channel.jointimeout, channel.joinTimeout",
        "rows.stepTimeout, channel.stepTimeout",
        "memoryFraktion, rows.memoryFraction"
    })
    void unknownOnesOfferTheNearest(String key, String nearest) {
        assertRefused(key, "1", ": there is no such setting; did you mean spark.sweepnet." + nearest + "?");
    }

    @Test
    void unknownOnesThatAreNearNothingOfferAll() {
        assertRefused(
                "threads",
                "2",
                ": there is no such setting; known are spark.sweepnet.channel.joinTimeout,"
                        + " spark.sweepnet.channel.stepTimeout, spark.sweepnet.rows.memoryFraction");
    }

    @ParameterizedTest
    @CsvSource({"driver", "rows"})
    void commandsRefuseThemBeforeTheyReadTheTable(String execution) throws IOException {
        String key = "spark.sweepnet.channel.stepTimeout";
        Path table = Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
        System.setProperty(key, "late");
        try {
            CommandRun run = CommandRun.of(
                    "train",
                    "search",
                    "--data",
                    table.toString(),
                    "--target",
                    "no such column",
                    "--execution",
                    execution,
                    "--results",
                    folder.resolve("results").toString());

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("sweepnet: " + key + " = late" + TIME + "1800s\n");
            assertThat(CommandRun.listing(folder)).containsExactly(folder, table);
        } finally {
            System.clearProperty(key);
        }
    }

    private static SparkConf conf(String key, String value) {
        return new SparkConf(false).set("spark.sweepnet." + key, value);
    }

    private static void assertRefused(String key, String value, String reason) {
        assertThatThrownBy(() -> SparkSettings.check(conf(key, value)))
                .isInstanceOf(InputException.class)
                .hasMessage("spark.sweepnet." + key + " = " + value + reason);
    }
}
