package io.sweepnet.spark.data;

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

/** Far more columns than Spark's parser expects by itself. */
class WideTableTest {

    private static final int COLUMNS = 20_500;
    private static final int ROWS = 3;

    @TempDir
    private Path folder;

    /** The header is read as a whole; of the rows three columns are asked for, for a plan of all takes its time. */
    @Test
    void columnsBeyondTheParsersOwnLimitAreRead() throws IOException {
        StringBuilder csv = new StringBuilder(line(column -> column < COLUMNS ? "x" + column : "y"));
        for (int row = 0; row < ROWS; row++) {
            double value = row;
            csv.append(line(column -> String.valueOf(value + column / 8.0)));
        }
        csv.append("1,2,3\n");
        Path file = Files.writeString(folder.resolve("wide.csv"), csv);
        RunConfig config = RunConfig.load(Optional.empty(), Map.of("data.path", file.toString(), "data.target", "y"));

        SourceTable table = TableSource.open(LocalSpark.session(), config.data(), Set.of());

        assertThat(table.names()).hasSize(COLUMNS).startsWith("x1", "x2").endsWith("x20499", "y");
        List<Row> rows = table.rows()
                .select("c0", "c20498", "c20499", SourceTable.MALFORMED)
                .collectAsList();
        assertThat(rows).hasSize(ROWS + 1);
        for (int row = 0; row < ROWS; row++) {
            assertThat(rows.get(row).getString(0)).isEqualTo(String.valueOf(row + 0.125));
            assertThat(rows.get(row).getString(1)).isEqualTo(String.valueOf(row + 20_499 / 8.0));
            assertThat(rows.get(row).getString(2)).isEqualTo(String.valueOf(row + 20_500 / 8.0));
            assertThat(rows.get(row).isNullAt(3)).isTrue();
        }
        assertThat(rows.get(ROWS).getString(3)).isEqualTo("has not the 20500 cells of the header: 1,2,3");
    }

    private static String line(IntFunction<String> cell) {
        return IntStream.rangeClosed(1, COLUMNS).mapToObj(cell).collect(Collectors.joining(",", "", "\n"));
    }
}
