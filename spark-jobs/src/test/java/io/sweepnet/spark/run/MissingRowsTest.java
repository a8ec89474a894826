package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.PredictionRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that miss a value are refused, or left out and counted; never do they vanish unsaid. */
class MissingRowsTest {

    /** Ten rows: x1 is missing in 2 and 5, x2 in 7, the target in 9. */
    private static final String TABLE = """
            id,x1,x2,y
            a,1,5,1.5
            b,,4,2.5
            c,3,3,3.5
            d,4,2,4.5
            e,,1,5.5
            f,6,2,6.5
            g,7,NaN,7.5
            h,8,4,8.5
            i,9,5,
            j,10,6,10.5
            """;

    @TempDir
    private Path folder;

    private LocalRun trained(String... more) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), TABLE);
        String[] settings = {
            "data.path=" + table,
            "data.target=y",
            "data.id=id",
            "models=search",
            "network.hidden=[]",
            "search.sweeps=1",
            more.length == 0 ? "seed=42" : more[0]
        };
        return LocalRun.of(LocalSpark.session(), folder, settings);
    }

    @Test
    void theyAreRefusedWithACountPerColumn() {
        assertThatThrownBy(this::trained)
                .isInstanceOf(InputException.class)
                .hasMessage("missing values: column 'x1' 2 (first in row 2 of table.csv), column 'x2' 1 (first in row 7"
                        + " of table.csv), column 'y' 1 (first in row 9 of table.csv); data.missing = drop leaves such"
                        + " rows out");
    }

    @Test
    void theyAreLeftOutAndCounted() throws IOException {
        LocalRun run = trained("data.missing=drop");

        assertThat(run.row().data().rows()).isEqualTo(6);
        assertThat(run.row().data().droppedRows()).isEqualTo(4);
        assertThat(run.notes()).contains("4 of 10 rows are left out, since they miss values");
        assertThat(run.predictions()).extracting(PredictionRow::id).containsExactly("a", "c", "d", "f", "h", "j");
        assertThat(run.predictions()).extracting(PredictionRow::row).containsExactly(0L, 2L, 3L, 5L, 7L, 9L);
        assertThat(run.predictions()).extracting(PredictionRow::target).containsExactly(1.5, 3.5, 4.5, 6.5, 8.5, 10.5);
    }
}
