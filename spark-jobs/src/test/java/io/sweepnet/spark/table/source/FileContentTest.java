package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.TableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first bytes of a file tell its format where its name does not, and contradict a wrong one. */
class FileContentTest {

    private static final String PAIRS = "+1 3:1 1:2\n-1 2:1\n";

    @TempDir
    private Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path parquet(String name) throws IOException {
        Path written = folder.resolve("written");
        LocalSpark.session().range(3).coalesce(1).write().parquet(written.toString());
        try (var files = Files.newDirectoryStream(written, "part-*.parquet")) {
            return Files.copy(files.iterator().next(), folder.resolve(name));
        }
    }

    private static DataFormat format(Path path, DataFormat asked) {
        return SourceTable.open(
                        LocalSpark.session(), new TableFiles(path.toString(), asked, CsvFormat.STANDARD), Set.of())
                .format()
                .orElseThrow();
    }

    private static DataFormat format(Path path) {
        return format(path, DataFormat.AUTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 3:1 1:2\n",
                "\n# a comment\n-1.5e3 1:0.5 2:-1E-2 # another\n",
                "1:2 2:3\n",
                "0 1:1\r\n1 2:1\r\n"
            })
    void pairsAreLibSvm(String text) throws IOException {
        assertThat(format(write("a1a", text))).isEqualTo(DataFormat.LIBSVM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y\n1,2\n", "12:30\n1\n", "x y\n1 2\n", "a 1:2\n", "1 1:2,3\n"})
    void otherTextIsCsv(String text) throws IOException {
        assertThat(format(write("table", text))).isEqualTo(DataFormat.CSV);
    }

    @Test
    void aFirstLineLongerThanWhatIsReadIsLibSvmToo() throws IOException {
        StringBuilder line = new StringBuilder("1");
        for (int i = 1; i < 2000; i++) {
            line.append(' ').append(i).append(":0.25");
        }

        assertThat(format(write("wide", line.toString()))).isEqualTo(DataFormat.LIBSVM);
    }

    @Test
    void parquetWithoutAnEnding() throws IOException {
        assertThat(format(parquet("table"))).isEqualTo(DataFormat.PARQUET);
    }

    @Test
    void packedPairsAreLibSvm() throws IOException {
        assertThat(format(write("a1a.gz", gzipped(PAIRS)))).isEqualTo(DataFormat.LIBSVM);
    }

    @ParameterizedTest
    @CsvSource({"table, AUTO", "table.csv, AUTO", "table, CSV", "table.libsvm, AUTO"})
    void gzipWithoutItsEndingIsRefused(String name, DataFormat asked) throws IOException {
        Path file = write(name, gzipped("x,y\n1,2\n"));

        assertThatThrownBy(() -> format(file, asked))
                .isInstanceOf(InputException.class)
                .hasMessage("data.path = " + file + ": '" + name + "' is compressed by gzip; rename it to end in .gz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table.csv", "table", "table.xlsx"})
    void archivesAreRefused(String name) throws IOException {
        Path file = write(name, new byte[] {'P', 'K', 3, 4, 20, 0});

        assertThatThrownBy(() -> format(file))
                .isInstanceOf(InputException.class)
                .hasMessage("data.path = " + file + ": '" + name + "' is a zip archive or a spreadsheet, which"
                        + " data.format does not know; unpack it, or save it as CSV");
    }

    @Test
    void aNameOrSettingThatDoesNotFitIsRefused() throws IOException {
        Path pairs = write("pairs.csv", PAIRS);
        Path parquet = parquet("table.csv");

        assertThatThrownBy(() -> format(pairs))
                .isInstanceOf(InputException.class)
                .hasMessage("data.path = " + pairs + ": 'pairs.csv' begins as a LibSVM file does, and is read as CSV;"
                        + " set data.format = libsvm");
        for (DataFormat asked : new DataFormat[] {DataFormat.AUTO, DataFormat.CSV}) {
            assertThatThrownBy(() -> format(parquet, asked))
                    .isInstanceOf(InputException.class)
                    .hasMessage("data.path = " + parquet + ": 'table.csv' begins as a Parquet file does, and is read"
                            + " as CSV; set data.format = parquet");
        }
        assertThatThrownBy(() -> format(parquet, DataFormat.LIBSVM))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is read as LibSVM; set data.format = parquet");
        assertThat(format(pairs, DataFormat.LIBSVM)).isEqualTo(DataFormat.LIBSVM);
        assertThat(format(parquet, DataFormat.PARQUET)).isEqualTo(DataFormat.PARQUET);
    }

    @Test
    void aFolderGoesByItsFirstFile() throws IOException {
        write("part-0", PAIRS);
        write("part-1", "");

        assertThat(format(folder)).isEqualTo(DataFormat.LIBSVM);
    }
}
