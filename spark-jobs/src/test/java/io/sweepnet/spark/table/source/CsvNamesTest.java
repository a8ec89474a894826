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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in the header of a CSV file: what is no part of them, and which cannot be told apart. */
class CsvNamesTest {

    @TempDir
    private Path folder;

    /** A byte order mark, blanks, and lines that end as on Windows: of names, cells and labels alike. */
    @ParameterizedTest
    @ValueSource(strings = {"id, x1 ,y ", "\"id\",\"x1\",\"y\"", " \"id\" ,\"x1\", \"y\""})
    void byteOrderMarkBlanksAndCarriageReturnsAreNoPartOfNamesOrLabels(String header) throws IOException {
        Table table = read(
                "\uFEFF" + header + "\r\n1, 0.5,yes\r\n2,0.7,no \r\n3,0.9, yes\r\n", "data.id", "id", "data.test", "0");

        Dataset data = table.dataset();
        assertThat(data.featureNames()).containsExactly("x1");
        assertThat(data.features()[0]).containsExactly(0.5, 0.7, 0.9);
        assertThat(data.classes()).containsExactly("no", "yes");
        assertThat(data.targets()[0]).containsExactly(1, 0, 1);
        assertThat(table.ids().orElseThrow()).containsExactly("1", "2", "3");
    }

    /** The mark of the second file must not make its first column another one. */
    @Test
    void everyFileMayBeginWithAByteOrderMark() throws IOException {
        write("part-1.csv", "\uFEFFx,y\n1,10.5\n");
        write("part-2.csv", "x,y\n2,20.5\n");
        write("part-3.csv", "\uFEFFy,x\r\n30.5,3\r\n");

        Dataset data = read(folder, Map.of()).dataset();

        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.features()[0]).containsExactly(1, 2, 3);
        assertThat(data.targets()[0]).containsExactly(10.5, 20.5, 30.5);
    }

    /** Names as Spark itself would give to columns without any. */
    @Test
    void namesThatDifferByCaseAloneOrLookLikeSparksOwnAreNames() throws IOException {
        Dataset data = read("Temp,temp,_c1,c0,c1,file,y\n1,2,3,4,5,6,7.5\n2,3,4,5,6,7,8.5\n")
                .dataset();

        assertThat(data.featureNames()).containsExactly("Temp", "temp", "_c1", "c0", "c1", "file");
        for (int column = 0; column < 6; column++) {
            assertThat(data.features()[column]).containsExactly(column + 1, column + 2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    a,a,a1,y    | two columns are named 'a'; the names in the header must differ
                    a, a ,a1,y  | two columns are named 'a'; the names in the header must differ
                    "a",a,a1,y  | two columns are named 'a'; the names in the header must differ
                    a,,_c1,y    | column 2 of 4 has no name in the header: [a, , _c1, y]
                    a,"",_c1,y  | column 2 of 4 has no name in the header: [a, , _c1, y]
                    a,b,y,      | column 4 of 4 has no name in the header: [a, b, y, ]
                    ,a,b,y      | column 1 of 4 has no name in the header: [, a, b, y]
                    """)
    void namesThatCannotBeToldApartAreRefused(String header, String message) {
        assertThatThrownBy(() -> read(header + "\n1,2,3,4\n2,3,4,5\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("table.csv: " + message);
    }

    /** Bytes that are no UTF-8 all become one character: names and labels could no longer be told apart. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    UTF-16     | id,x,y   | u | table.csv: the name of column 1 is not in UTF-8; convert the file
                    ISO-8859-1 | id,xä,y  | u | table.csv: the name of column 2 is not in UTF-8; convert the file
                    ISO-8859-1 | id,x,y   | ü | target 'y' is not in UTF-8 ('?' in row 2 of table.csv); convert the file
                    ISO-8859-1 | id,x,y   | u | id 'id' is not in UTF-8 ('?' in row 1 of table.csv); convert the file
                    """)
    void textInAnotherEncodingIsRefused(String encoding, String header, String label, String message)
            throws IOException {
        String csv = header + "\nä,1,o\nö,2," + label + "\nü,3,o\n";
        Path file = folder.resolve("table.csv");
        Files.write(file, csv.getBytes(Charset.forName(encoding)));

        assertThatThrownBy(() -> read(file, Map.of("data.id", "id")))
                .isInstanceOf(InputException.class)
                .hasMessage(message.replace('?', '\uFFFD'));
    }

    private Table read(String csv, String... settings) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        return read(write("table.csv", csv), overrides);
    }

    private Path write(String name, String csv) throws IOException {
        return Files.writeString(folder.resolve(name), csv);
    }

    private static Table read(Path path, Map<String, String> settings) {
        Map<String, String> overrides = new LinkedHashMap<>(settings);
        overrides.put("data.path", path.toString());
        overrides.put("data.target", "y");
        return ReadTables.read(
                LocalSpark.session(),
                RunConfig.load(Optional.empty(), overrides).data());
    }
}
