package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of CSV files, whatever lines, blocks and files they stand in. */
class CsvRowsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\0', textBlock = """
                    1,3,"4         # has a quote that is not closed: 1,3,"4
                    1,3,"two       # has a quote that is not closed: 1,3,"two
                    1,"3,4         # has a quote that is not closed: 1,"3,4
                    1,"3"0,4       # has text after a closing quote: 1,"3"0,4
                    1,3,4,"        # has a quote that is not closed: 1,3,4,"
                    1,3,4,""       # has not the 3 cells of the header: 1,3,4,""
                    """)
    void aRowWhoseQuotesAreBrokenIsNamedWithItsFile(String line, String complaint) throws IOException {
        write("part-1.csv", "a,b,y\n1,2,3\n4,5,6\n");
        write("part-2.csv", "y,b,a\n\n1,2,3\n" + line + "\nlines\",2,3\n");

        assertRefused(folder, folder + ": row 2 of part-2.csv " + complaint);
    }

    /** Of columns that serve nothing too: a row is broken or not, whatever it is read for. */
    @Test
    void aRowIsBrokenWhateverColumnsAreAskedFor() throws IOException {
        Path file = write("t.csv", "a,y,unused\n1,2,3\n2,3,\"4\n");

        assertRefused(file, file + ": row 2 of t.csv has a quote that is not closed: 2,3,\"4", "data.features", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\0', textBlock = """
                    x,"y       # t.csv: the header has a quote that is not closed: x,"y
                    "x"x,y     # t.csv: the header has text after a closing quote: "x"x,y
                    """)
    void aHeaderWhoseQuotesAreBrokenIsShown(String header, String message) throws IOException {
        assertRefused(write("t.csv", header + "\n1,2\n2,3\n"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesEndInEveryWay(String end) throws IOException {
        String csv = "\uFEFF \n\n x,\"y\"\n\n1,10.5\n  \t\n2,\"20.5\"\n\n3,30.5";

        Dataset data = read(write("t.csv", csv.replace("\n", end))).dataset();

        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.features()[0]).containsExactly(1, 2, 3);
        assertThat(data.targets()[0]).containsExactly(10.5, 20.5, 30.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv.gz", "t.csv.bz2", "t.csv.deflate"})
    void packedFilesAreRead(String name) throws IOException {
        Configuration hadoop = LocalSpark.session().sparkContext().hadoopConfiguration();
        Path file = folder.resolve(name);
        try (OutputStream packed = new CompressionCodecFactory(hadoop)
                .getCodec(new org.apache.hadoop.fs.Path(file.toUri()))
                .createOutputStream(Files.newOutputStream(file))) {
            packed.write("\uFEFFx,y\r\n1,10.5\r\n2,20.5\r\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(read(file).dataset().features()[0]).containsExactly(1, 2);
    }

    /** Where the machine has what unpacks it, it is no such file; where not, that is told. */
    @Test
    void aPackedFileThatCannotBeUnpackedIsNamed() throws IOException {
        Path file = write("t.csv.zst", "no zst");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("t.csv.zst cannot be read: ");
    }

    /** A separator that is a blank begins cells, also where nothing stands before it. */
    @Test
    void aTabSeparates() throws IOException {
        Path file = write("t.tsv", "x\tname\ty\n1\t\" a \"\t10.5\n\t\t\n3\t b \t30.5\n");

        Table table = read(file, "data.csv.separator", "\"\\t\"", "data.id", "name", "data.missing", "drop");

        assertThat(table.dataset().features()[0]).containsExactly(1, 3);
        assertThat(table.droppedRows()).isEqualTo(1);
        assertThat(table.ids().orElseThrow()).containsExactly("a", null, "b");
    }

    @Test
    void withoutAQuoteNoCharacterQuotes() throws IOException {
        Path file = write("t.csv", "\"x,y\n1,\"a\"\n2,\"b\n");

        Dataset data = read(file, "data.csv.quote", "none").dataset();

        assertThat(data.featureNames()).containsExactly("\"x");
        assertThat(data.classes()).containsExactly("\"a\"", "\"b");
    }

    /** The header alone is longer than a block of these, and every file begins with one. */
    @Test
    void rowsOfManyBlocksAndFilesKeepTheirPlaces() throws IOException {
        String name = "x".repeat(300);
        write("part-1.csv", name + ",id,y\n" + rows(0, 500, row -> row + ",\"a," + row + "\"," + row + ".5"));
        write("part-2.csv", "id,y," + name + "\r\n" + rows(500, 1000, row -> "\"a," + row + "\"," + row + ".5," + row));
        SparkSession session = LocalSpark.session().newSession();
        session.conf().set("spark.sql.files.maxPartitionBytes", "200");
        session.conf().set("spark.sql.files.openCostInBytes", "0");

        Table table = read(session, folder, Map.of("data.id", "id"));

        assertThat(table.dataset().rows()).isEqualTo(1000);
        for (int row = 0; row < 1000; row++) {
            assertThat(table.dataset().features()[0][row]).isEqualTo(row);
            assertThat(table.dataset().targets()[0][row]).isEqualTo(row + 0.5);
            assertThat(table.ids().orElseThrow().get(row)).isEqualTo("a," + row);
        }
        write("part-2.csv", "id,y," + name + "\n" + rows(500, 1000, row -> row == 899 ? "\"b,1,1" : "a,1," + row));
        assertThatThrownBy(() -> read(session, folder, Map.of("data.id", "id")))
                .hasMessage(folder + ": row 400 of part-2.csv has a quote that is not closed: \"b,1,1");
    }

    private static String rows(int from, int to, IntFunction<String> row) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, to).forEach(i -> lines.append(row.apply(i)).append('\n'));
        return lines.toString();
    }

    private void assertRefused(Path path, String message, String... settings) {
        assertThatThrownBy(() -> read(path, settings))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private Path write(String name, String csv) throws IOException {
        return Files.writeString(folder.resolve(name), csv);
    }

    private static Table read(Path path, String... settings) {
        Map<String, String> overrides = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        return read(LocalSpark.session(), path, overrides);
    }

    private static Table read(SparkSession session, Path path, Map<String, String> settings) {
        Map<String, String> overrides = new HashMap<>(settings);
        overrides.put("data.path", path.toString());
        overrides.put("data.target", "y");
        return ReadTables.read(
                session, RunConfig.load(Optional.empty(), overrides).data());
    }
}
