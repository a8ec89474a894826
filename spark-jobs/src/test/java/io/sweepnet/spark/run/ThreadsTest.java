package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The threads of a search do not change a bit, and the table of runs tells how many there were. */
@Timeout(120)
class ThreadsTest {

    /** Of which 4 in 5 are learned from: 3,200, which are three shards. */
    @TempDir
    private Path folder;

    @AfterAll
    static void stopSpark() {
        LocalSpark.session().stop();
    }

    private LocalRun searched(int rows, String... more) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), table(rows));
        String[] settings = {
            "data.path=" + table, "data.target=y", "models=search", "network.hidden=3", "search.sweeps=1"
        };
        String[] all = IntStream.range(0, settings.length + more.length)
                .mapToObj(i -> i < settings.length ? settings[i] : more[i - settings.length])
                .toArray(String[]::new);
        return LocalRun.of(LocalSpark.session(), folder, all);
    }

    private static String table(int rows) {
        Random random = new Random(3);
        return IntStream.range(0, rows)
                .mapToObj(row -> String.format(
                        Locale.ROOT, "%f,%f,%f", random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
                .collect(Collectors.joining("\n", "x1,x2,y\n", "\n"));
    }

    /** The kernel piecewise has larger parts. */
    @ParameterizedTest
    @CsvSource({"4000, incremental", "17000, piecewise"})
    void theModelIsTheSameWithAnyNumberOfThem(int rows, String kernel) throws IOException {
        String ofKernel = "search.kernel=" + kernel;
        LocalRun one = searched(rows, ofKernel);
        for (int threads : new int[] {2, 3}) {
            LocalRun several = searched(rows, ofKernel, "search.threads=" + threads);

            assertThat(several.model().orElseThrow().network())
                    .isEqualTo(one.model().orElseThrow().network());
            assertThat(several.row().outcome().finalLoss())
                    .isEqualTo(one.row().outcome().finalLoss());
            assertThat(several.row().placement().threads()).isEqualTo(threads);
            assertThat(several.row().setup().config()).contains("\"threads\":" + threads);
        }
        assertThat(one.row().placement().threads()).isEqualTo(1);
    }

    /** As many as work: at most one for each shard of the rows, and one in each task on an executor. */
    @ParameterizedTest
    @CsvSource({
        "100, auto, search.threads=4, 1",
        "4000, auto, search.threads=64, 1",
        "4000, incremental, search.threads=64, 3",
        "100, auto, search.execution=candidates, 1",
        "100, direct, search.execution=driver, 1"
    })
    void theTableTellsHowManyWork(int rows, String kernel, String setting, int used) throws IOException {
        assertThat(searched(rows, "search.kernel=" + kernel, setting)
                        .row()
                        .placement()
                        .threads())
                .isEqualTo(used);
    }
}
