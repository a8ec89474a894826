package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.PredictionRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns may have any name: it comes back unchanged, and as the input of the parameter that belongs to it. */
class StrangeNamesTest {

    private static final List<String> NAMES = List.of(
            "sepal.length",
            "sepal width (cm)",
            "größe",
            "a-b",
            "y%",
            "x:1",
            "we,ird",
            "`tick`",
            "do \"not\"",
            "${x}",
            "a.b.`c`",
            "ℝ\uD835\uDD38");

    private static final String TARGET = "the.target `y` [%], or so";
    private static final String ID = "row.id";

    @TempDir
    private Path folder;

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A table in which each feature alone is large in one row. */
    private Path csv() throws IOException {
        StringBuilder csv = new StringBuilder();
        StringJoiner header = new StringJoiner(",", "", "\n");
        header.add(quoted(ID));
        NAMES.forEach(name -> header.add(quoted(name)));
        csv.append(header.add(quoted(TARGET)));
        for (int row = 0; row < NAMES.size(); row++) {
            csv.append("r.").append(row);
            for (int feature = 0; feature < NAMES.size(); feature++) {
                csv.append(',').append(feature == row ? 1 : 0);
            }
            csv.append(',').append(row - 5).append(".0\n");
        }
        return Files.writeString(folder.resolve("strange.csv"), csv);
    }

    private Path parquet() throws IOException {
        Path table = folder.resolve("strange.parquet");
        LocalSpark.session()
                .read()
                .option("header", true)
                .option("escape", "\"")
                .csv(csv().toString())
                .select(Stream.concat(Stream.of(ID), Stream.concat(NAMES.stream(), Stream.of(TARGET)))
                        .map(name -> functions
                                .col('`' + name.replace("`", "``") + '`')
                                .cast(name.equals(ID) ? "string" : "double")
                                .as(name))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .coalesce(1)
                .write()
                .parquet(table.toString());
        return table;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comeBackUnchanged(boolean isParquet) throws IOException {
        LocalRun run = LocalRun.of(
                LocalSpark.session(),
                folder,
                "data.path=" + (isParquet ? parquet() : csv()),
                "data.target=" + TARGET,
                "data.id=" + ID,
                "data.test=0",
                "data.scaling=none",
                "models=search",
                "network.hidden=[]",
                "search.weights.values=-5,-4,-3,-2,-1,0,1,2,3,4,5,6",
                "search.biases.values=0");

        SavedModel model = run.model().orElseThrow();
        assertThat(model.inputs().orElseThrow().names()).isEqualTo(NAMES);
        assertThat(model.target().orElseThrow().name()).isEqualTo(TARGET);
        assertThat(run.row().outcome().finalLoss()).as("a weight per row").isZero();
        for (ParameterRow parameter : run.parameters()) {
            assertThat(parameter.finalValue())
                    .as("%s", parameter)
                    .isEqualTo(parameter.kind().equals("bias") ? 0 : parameter.input() - 5);
        }
        assertThat(run.predictions())
                .extracting(PredictionRow::id)
                .containsExactlyElementsOf(Stream.iterate(0, row -> row + 1)
                        .limit(12)
                        .map(row -> "r." + row)
                        .toList());
        assertThat(JsonParser.parseString(run.row().setup().config())
                        .getAsJsonObject()
                        .getAsJsonObject("data")
                        .get("target")
                        .getAsString())
                .isEqualTo(TARGET);
    }

    /** Named one by one on the command line, in another order: a column of such a name must be found. */
    @Test
    void mayBeChosen() throws IOException {
        LocalRun run = LocalRun.of(
                LocalSpark.session(),
                folder,
                "data.path=" + csv(),
                "data.target=" + TARGET,
                "data.features=[\"a.b.`c`\", \"we,ird\", \"y%\", \"do \\\"not\\\"\"]",
                "models=search",
                "network.hidden=[]",
                "search.sweeps=1");

        assertThat(run.model().orElseThrow().inputs().orElseThrow().names())
                .containsExactly("a.b.`c`", "we,ird", "y%", "do \"not\"");
    }
}
