package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scoring from the command line, with a model that the command line trained. */
class PredictCommandTest {

    private static final String TABLE =
            "id;a;b;kind\n1;1,5;2;yes \n2;2;1,5;no\n3;3;1;no\n4;0;2,5;yes\n5;1;2,5;yes\n6;2,5;1;no\n7;?;1;yes\n";

    @TempDir
    private Path folder;

    private CommandRun train() throws IOException {
        Files.writeString(folder.resolve("table.csv"), TABLE);
        return CommandRun.of(
                "train",
                "search",
                "--data",
                path("table.csv"),
                "--target",
                "kind",
                "--results",
                path("results"),
                "--save",
                path("model.json"),
                "-D",
                "data.csv.separator=;",
                "-D",
                "data.csv.decimal=,",
                "-D",
                "data.csv.missing=?",
                "-D",
                "data.missing=drop",
                "-D",
                "data.id=id",
                "-D",
                "search.sweeps=2");
    }

    @Test
    void theTableIsReadAsTheOneThatTheModelLearnedFromAndScoredAlike() throws IOException {
        assertThat(train().code()).isZero();

        CommandRun run = predict("--output", path("scored"));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo("note: kept, and not used by the model: [id]\n");
        assertThat(run.out())
                .startsWith("scored:      6 of 7 rows of " + path("table.csv") + "\n"
                        + "not scored:  1 row, for example because feature 'a' is missing\n"
                        + "accuracy:    ")
                .endsWith(" on 6 rows that show 'kind'\npredictions: " + path("scored") + "\n");
        List<Row> scored = read("scored", "id, prediction, probability_no, probability_yes")
                .subList(0, 6);
        List<Row> trained = read("results/predictions", "id, predicted_label, scores[0], scores[1]");
        assertThat(scored).hasSize(6).isEqualTo(trained);
    }

    @Test
    void aSettingGoesOverWhatTheModelLearnedFrom() throws IOException {
        train();
        Files.writeString(folder.resolve("table.csv"), "b,a\n1.5,?\n1.5,2\n");

        CommandRun run = predict(
                "--output",
                path("scored"),
                "--format",
                "CSV",
                "-D",
                "data.csv.separator=,",
                "-D",
                "data.csv.decimal=.");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("scored:      1 of 2 rows");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aConfigurationGoesOverWhatTheModelLearnedFromWhereItSaysSo() throws IOException {
        train();
        Files.writeString(folder.resolve("table.csv"), "b;a\n1,5;?\n1,5;2\n1,5;-\n");
        Files.writeString(folder.resolve("predict.conf"), "data.csv.missing = [\"-\"]\n");

        CommandRun run = predict("--output", path("scored"), "--config", path("predict.conf"));

        assertThat(run.code()).isZero();
        assertThat(read("scored", "a, reason").toString())
                .isEqualTo("[[null,feature 'a' is no finite number: '?'], [2.0,null], [null,feature 'a' is missing]]");
    }

    @Test
    void whatIsWrongIsToldInOneLine() throws IOException {
        train();
        assertRefused("Missing required option: '--output=DIR' (see 'sweepnet predict --help')");
        assertRefused(
                "-D search.sweeps: predict uses data.format and the keys of data.csv alone",
                "--output",
                path("scored"),
                "-D",
                "search.sweeps=3");
        assertRefused(
                "Invalid value for option '--format': expected one of [PARQUET, CSV] (case-insensitive) but was 'xml'"
                        + " (see 'sweepnet predict --help')",
                "--output",
                path("scored"),
                "--format",
                "xml");
        assertRefused(
                "--output: " + path("results") + " is there already; name a folder that is to be made",
                "--output",
                path("results"));
        Files.writeString(folder.resolve("file"), "");
        assertRefusedStartingWith(
                "--output: " + path("file/scored") + " cannot be written: ", "--output", path("file/scored"));
        Files.delete(folder.resolve("table.csv"));
        assertRefused("data.path = " + path("table.csv") + ": there is no such file", "--output", path("scored"));
        Files.delete(folder.resolve("model.json"));
        assertRefused(
                "--model: cannot read the model file '" + path("model.json") + "': there is no such file",
                "--output",
                path("scored"));
    }

    private CommandRun predict(String... more) {
        String[] fixed = {"predict", "--model", path("model.json"), "--data", path("table.csv")};
        return CommandRun.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    private void assertRefused(String message, String... options) throws IOException {
        assertRefusedStartingWith(message, options);
        assertThat(predict(options).err()).isEqualTo("sweepnet: " + message + "\n");
    }

    private void assertRefusedStartingWith(String message, String... options) throws IOException {
        List<Path> before = CommandRun.listing(folder);

        CommandRun run = predict(options);

        assertThat(run.errLines()).hasSize(1);
        assertThat(run.err()).startsWith("sweepnet: " + message);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(CommandRun.listing(folder)).isEqualTo(before);
    }

    private List<Row> read(String table, String columns) {
        return LocalSpark.session()
                .read()
                .parquet(path(table))
                .selectExpr(columns.split(", ", -1))
                .collectAsList();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
