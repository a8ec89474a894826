package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Far more columns than Spark could plan in the time of a test. */
class WideTableTest {

    private static final int COLUMNS = 20_500;
    private static final int ROWS = 3;

    @TempDir
    private Path folder;

    @Test
    void everyColumnOfAWideTableIsRead() throws IOException {
        StringBuilder csv = new StringBuilder(line(column -> column < COLUMNS ? "x" + column : "y"));
        for (int row = 0; row < ROWS; row++) {
            double value = row;
            csv.append(line(column -> String.valueOf(value + column / 8.0)));
        }
        csv.append("1,2,3\n");
        Path file = Files.writeString(folder.resolve("wide.csv"), csv);
        RunConfig config = RunConfig.load(Optional.empty(), Map.of("data.path", file.toString(), "data.target", "y"));

        SourceTable table = SourceTable.open(LocalSpark.session(), config.data().files(), Set.of());

        assertThat(table.names()).hasSize(COLUMNS).startsWith("x1", "x2").endsWith("x20499", "y");
        List<Row> rows = table.rows().whole().collect();
        assertThat(rows).hasSize(ROWS + 1);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(rows.get(row).getString(column)).isEqualTo(String.valueOf(row + (column + 1) / 8.0));
            }
            assertThat(SourceRows.malformed(rows.get(row))).isNull();
        }
        assertThat(SourceRows.malformed(rows.get(ROWS))).isEqualTo("has not the 20500 cells of the header: 1,2,3");
    }

    private static String line(IntFunction<String> cell) {
        return IntStream.rangeClosed(1, COLUMNS).mapToObj(cell).collect(Collectors.joining(",", "", "\n"));
    }
}
