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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are spelled in a file, and that what Spark makes of spellings by its own settings has no say. */
class NumberSpellingsTest {

    private static final String ANSI = "spark.sql.ansi.enabled";

    private static final String LONG = "12345678901234567890.123456789012345678";

    @TempDir
    private Path folder;

    /** One such cell among numbers, under either rule of Spark; which texts are numbers is tested without Spark. */
    @ParameterizedTest
    @CsvSource({"true, 1 234", "false, '\"1,234.5\"'", "true, -inf", "false, 0x10", "true, --", "false, null"})
    void aCellThatIsNoNumberIsNamedWithFileRowColumnAndText(String ansi, String cell) throws IOException {
        assertThatThrownBy(() -> read(ansi, "x,z,y\n1,1.5,0.5\n 3, 1e3 ,1.5\n2," + cell + ",2.5\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("column 'z': '" + cell.replace("\"", "")
                        + "' in row 3 of table.csv is no finite number; mend the cell, name it in"
                        + " data.csv.missing, or leave the column out of data.features");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void spellingsOfAMissingValueAreCounted(String ansi) throws IOException {
        StringBuilder csv = new StringBuilder("x,z,y\n1,1.5,0.5\n 3, 1e3 ,1.5\n");
        List<String> spellings = List.of("", " ", "NaN", "nan", "\"\"", "--", "NA", " NA ");
        spellings.forEach(cell -> csv.append("2,").append(cell).append(",2.5\n"));

        assertThatThrownBy(() -> read(ansi, csv.toString(), "data.csv.missing", "NA,--"))
                .hasMessage("missing values: column 'z' 8 (first in row 3 of table.csv); data.missing = drop leaves"
                        + " such rows out");
        Table kept = read(ansi, csv.toString(), "data.csv.missing", "NA,--", "data.missing", "drop");
        assertThat(kept.droppedRows()).isEqualTo(8);
        assertThat(kept.dataset().features()[1]).containsExactly(1.5, 1000);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aColumnThatIsTextAsAWholeIsLeftOutAndTold(String ansi) throws IOException {
        Table table = read(
                ansi,
                "x;thousands;grouped;hex;comma;y\n1,5;1 234;1.234,5;0x10;0,5;0,25\n-2,5;5 678;2.345,5;0x11;-,5;1e1\n",
                "data.csv.separator",
                ";",
                "data.csv.decimal",
                ",");

        assertThat(table.notes())
                .containsExactly(
                        "not used, since they hold no numbers: thousands, grouped, hex",
                        "of these, numbers in another form: thousands ('1 234' in row 1 of table.csv; write numbers"
                                + " without marks of currencies, percent or thousands), grouped ('1.234,5' in row 1 of"
                                + " table.csv; write numbers without marks of currencies, percent or thousands)");
        assertThat(table.dataset().featureNames()).containsExactly("x", "comma");
        assertThat(table.dataset().features()[0]).containsExactly(1.5, -2.5);
        assertThat(table.dataset().features()[1]).containsExactly(0.5, -0.5);
        assertThat(table.dataset().targets()[0]).containsExactly(0.25, 10);
    }

    /** Far down, in a part of the file that another task reads than the first. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aBadCellFarDownIsNamed(String ansi) throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 1; row <= 1000; row++) {
            csv.append(row == 900 ? "12,5O" : row + "," + row / 4.0).append('\n');
        }

        assertThatThrownBy(() -> read(ansi, csv.toString(), "data.task", "regression"))
                .isInstanceOf(InputException.class)
                .hasMessage("target 'y': '5O' in row 900 of table.csv is no finite number; mend the cell, name it in"
                        + " data.csv.missing, or leave the column out of data.features");
    }

    /** Numbers of every type, in which a cast under ANSI rules could fail. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void numbersOfParquetOfAnyTypeAreRead(String ansi) {
        StructType schema = new StructType()
                .add("byte", DataTypes.ByteType)
                .add("long", DataTypes.LongType)
                .add("float", DataTypes.FloatType)
                .add("decimal", DataTypes.createDecimalType(38, 18))
                .add("text", DataTypes.StringType)
                .add("day", DataTypes.DateType)
                .add("y", DataTypes.ShortType);
        Path table = folder.resolve("typed");
        LocalSpark.session()
                .createDataFrame(
                        List.of(
                                RowFactory.create(
                                        (byte) -128, Long.MAX_VALUE, 0.1f, new BigDecimal("0.1"), "x", null, (short) 1),
                                RowFactory.create(
                                        (byte) 127,
                                        Long.MIN_VALUE,
                                        Float.MIN_VALUE,
                                        new BigDecimal(LONG),
                                        "1.5",
                                        java.sql.Date.valueOf("2024-01-01"),
                                        (short) 2)),
                        schema)
                .coalesce(1)
                .write()
                .parquet(table.toString());

        Table read = read(session(ansi), table, Map.of());

        Dataset data = read.dataset();
        assertThat(data.featureNames()).containsExactly("byte", "long", "float", "decimal");
        assertThat(data.features()[1]).containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
        assertThat(data.features()[2]).containsExactly(0.1f, Float.MIN_VALUE);
        assertThat(data.features()[3]).containsExactly(0.1, Double.parseDouble(LONG));
        assertThat(read.notes()).contains("not used, since they hold no numbers: text, day");
    }

    private static SparkSession session(String ansi) {
        SparkSession session = LocalSpark.session().newSession();
        session.conf().set(ANSI, ansi);
        session.conf().set("spark.sql.files.maxPartitionBytes", "1000");
        return session;
    }

    private Table read(String ansi, String csv, String... settings) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        return read(session(ansi), Files.writeString(folder.resolve("table.csv"), csv), overrides);
    }

    private static Table read(SparkSession session, Path path, Map<String, String> settings) {
        Map<String, String> overrides = new LinkedHashMap<>(settings);
        overrides.put("data.path", path.toString());
        overrides.put("data.target", "y");
        return ReadTables.read(
                session, RunConfig.load(Optional.empty(), overrides).data());
    }
}
