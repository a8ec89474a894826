package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program finds that reads a table by the name of its folder, without options, in its own time zone. */
class TablesForOthersTest {

    private static final List<String> TABLES =
            List.of("runs", "history", "metrics", "parameters", "predictions", "starts");

    private final TimeZone before = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(before);
    }

    /** Labels and ids that look like numbers, dates, columns of folders, or nothing. */
    private Path table() throws IOException {
        StringBuilder csv = new StringBuilder("id,x,y\n");
        List<String> labels = List.of("007", "2024-01-01", "a=b/c", "null");
        for (int row = 0; row < 24; row++) {
            csv.append("00")
                    .append(row)
                    .append(',')
                    .append(row % 4 + 0.5)
                    .append(',')
                    .append(labels.get(row % 4));
            csv.append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), csv);
    }

    private LocalRun run(Path results) throws IOException {
        return LocalRun.of(
                LocalSpark.session(),
                folder,
                "data.path=" + table(),
                "data.target=y",
                "data.id=id",
                "data.task=classification",
                "results=" + results,
                "models=search",
                "network.hidden=[]",
                "search.sweeps=2",
                "search.weights.size=5",
                "search.biases.size=5");
    }

    private static Dataset<Row> read(SparkSession spark, Path results, String table) {
        return spark.read().parquet(results.resolve(table).toString());
    }

    private static List<String> strings(Dataset<Row> table, String column) {
        return table.select(column).distinct().collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    @Test
    void textIsTextAndNoColumnComesFromFolders() throws IOException {
        Path results = folder.resolve("year=2024/007");
        LocalRun first = run(results);
        LocalRun second = run(results);
        List<String> ids =
                Stream.of(first.row().runId(), second.row().runId()).sorted().toList();
        SparkSession spark = LocalSpark.session().newSession();

        for (String name : TABLES) {
            Dataset<Row> table = read(spark, results, name);
            Map<String, String> types = Stream.of(table.schema().fields())
                    .collect(Collectors.toMap(
                            StructField::name, field -> field.dataType().simpleString()));
            assertThat(types).as(name).containsEntry("run_id", "string").doesNotContainKeys("year", "007");
            assertThat(strings(table, "run_id")).as(name).isEqualTo(ids);
        }
        Dataset<Row> predictions = read(spark, results, "predictions");
        assertThat(predictions.count()).isEqualTo(2 * 24);
        assertThat(strings(predictions, "target_label")).containsExactly("007", "2024-01-01", "a=b/c", "null");
        assertThat(strings(predictions, "id")).hasSize(24).contains("000", "007", "0023");
        assertThat(read(spark, results, "runs").select("classes").distinct().collectAsList())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.<String>getList(0)).containsExactly("007", "2024-01-01", "a=b/c", "null"));
    }

    /** Written in one zone, read in another: the same instants, between those before and after. */
    @Test
    void timesAreTheSameInstantsInEveryZone() throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        Path results = folder.resolve("results");
        SparkSession tokyo = LocalSpark.session().newSession();
        tokyo.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");

        Instant earliest = Instant.now();
        RunRow row = run(results).row();
        Instant latest = Instant.now();

        assertThat(row.startedAt()).isBetween(earliest.minus(Duration.ofMillis(1)), latest);
        assertThat(row.finishedAt()).isBetween(row.startedAt(), latest);
        assertThat(Duration.between(row.startedAt(), row.finishedAt()).toNanos() / 1e9)
                .isGreaterThanOrEqualTo(row.outcome().wallSeconds() - 0.01);
        assertThat(row.runId().substring(0, 16)).isBetween(second(earliest), second(latest));
        Dataset<Row> runs = read(tokyo, results, "runs");
        assertThat(runs.schema().apply("started_at").dataType().simpleString()).isEqualTo("timestamp");
        Row found = runs.selectExpr("unix_micros(started_at)", "unix_micros(finished_at)", "finished_at >= started_at")
                .head();
        assertThat(found.getLong(0)).isEqualTo(micros(row.startedAt()));
        assertThat(found.getLong(1)).isEqualTo(micros(row.finishedAt()));
        assertThat(found.getBoolean(2)).isTrue();
    }

    /** As a run's id begins. */
    private static String second(Instant instant) {
        return instant.toString().replaceAll("[-:]|\\.\\d+", "");
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
