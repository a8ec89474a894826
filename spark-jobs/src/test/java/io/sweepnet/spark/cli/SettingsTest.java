package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings on their way from the shell's words to the row of a run. */
class SettingsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    private Path table() throws IOException {
        Path table = Files.createDirectories(folder.resolve("my data [1]")).resolve("a b #1.csv");
        return Files.writeString(table, "sepal.length,x,big y\n1,2,3.5\n2,1,4.5\n3,5,5.5\n4,0,6.5\n5,5,7.5\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("run.conf"), text);
    }

    private static JsonObject section(JsonObject config, String... names) {
        JsonObject section = config;
        for (String name : names) {
            section = section.getAsJsonObject(name);
        }
        return section;
    }

    /** The command line over the file over the defaults; negative numbers and blanks need no quotes of our own. */
    @Test
    void whatCountedIsKeptWithTheRun() throws IOException {
        Path results = folder.resolve("my out [1]/äö #2");
        Path model = folder.resolve("my out model #1 [x].json");
        Path config = file("""
                seed = 7
                gradient.epochs = 11
                search { sweeps = 2, weights { low = -2, high = 2, size = 5 } }
                data { target = none, features = ["sepal.length", x] }
                network.hidden = []
                """);

        CommandRun run = CommandRun.of(
                "train",
                "search",
                "--config",
                config.toString(),
                "--data",
                table().toString(),
                "--target",
                "big y",
                "--seed",
                "-8",
                "-D",
                "search.weights.low=-.5",
                "--results=" + results,
                "--save",
                model.toString(),
                "-D",
                "search.biases.values=-1,0,1");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(model).isRegularFile();
        try (ResultsFolder tables = new ResultsFolder(results.toString(), new Configuration())) {
            RunRow row = tables.read(ResultTable.RUNS).get(0);
            assertThat(row.setup().seed()).isEqualTo(-8);
            assertThat(row.data().dataset()).isEqualTo(table().toString());
            JsonObject effective = JsonParser.parseString(row.setup().config()).getAsJsonObject();
            assertThat(effective.get("seed").getAsLong()).as("command line").isEqualTo(-8);
            assertThat(section(effective, "data").get("target").getAsString()).isEqualTo("big y");
            assertThat(section(effective, "data").get("features"))
                    .isEqualTo(JsonParser.parseString("[\"sepal.length\", \"x\"]"));
            assertThat(section(effective, "search", "weights").get("low").getAsDouble())
                    .isEqualTo(-0.5);
            assertThat(section(effective, "search", "weights").get("high").getAsDouble())
                    .as("file")
                    .isEqualTo(2);
            assertThat(section(effective, "search", "biases").get("values"))
                    .isEqualTo(JsonParser.parseString("[-1, 0, 1]"));
            assertThat(section(effective, "gradient").get("epochs").getAsInt()).isEqualTo(11);
            assertThat(section(effective, "gradient").get("learning-rate").getAsDouble())
                    .as("default")
                    .isEqualTo(0.1);
        }
        CommandRun report = CommandRun.of("report", "--results", results.toString());
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(report.out()).contains(table().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    train search --data --target y             | Expected parameter for option '--data' but found '--target'
                    compare --results --seed 3                 | Expected parameter for option '--results' but found '--seed'
                    compare --seed --quiet                     | '--seed'
                    compare --save m.json                      | Unknown option
                    compare --tolerance -0.5                   | Unknown option
                    compare -D epohcs=3                        | unknown key epohcs (command line): did you mean gradient.epochs?
                    compare -D search.weights.low              | '-D'
                    compare -D data.path=${HOME}/x             | the command line does not replace ${...}
                    compare --seed x                           | seed = x: allowed is a whole number of 64 bits (command line)
                    compare --seed -1.5                        | seed = -1.5: allowed is a whole number of 64 bits (command line)
                    """)
    void wordsThatDoNotFitAreNamed(String words, String message) {
        CommandRun run = CommandRun.of(words.split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .startsWith("sweepnet: ")
                .contains(message);
    }

    @Test
    void aReferenceInsideQuotesIsNoPath() throws IOException {
        Path config = file("results = \"${HOME}/x\"\n");

        CommandRun run = CommandRun.of("train", "search", "--config", config.toString(), "--data", table().toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("inside quotes ${...} is not replaced");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()).toList())
                    .containsExactlyInAnyOrderElementsOf(List.of("run.conf", "my data [1]"));
        }
    }
}
