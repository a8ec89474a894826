package io.sweepnet.spark.table.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of all formats, in one file and in many. */
class TableFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void filesOfAFolderAreReadInTheOrderOfTheirNamesAndColumnsByName() throws IOException {
        write("part-2.csv", "y,a,b\n30,3,0.3\n40,4,0.4\n");
        write("part-1.csv", "a,b,y\n1,0.1,10\n2,0.2,20\n");
        write("_SUCCESS", "");
        write(".part-1.csv.crc", "x");
        write("part-3.csv", "");

        Dataset data = read(folder).dataset();

        assertThat(data.features()[0]).containsExactly(1, 2, 3, 4);
        assertThat(data.features()[1]).containsExactly(0.1, 0.2, 0.3, 0.4);
        assertThat(data.targets()[0]).containsExactly(10, 20, 30, 40);
    }

    /** Spark reads the largest file first. */
    @Test
    void theOrderIsNotThatOfTheFilesSizes() throws IOException {
        write("part-1.csv", "x,y\n0,0.5\n");
        StringBuilder larger = new StringBuilder("x,y\n");
        for (int row = 1; row < 1000; row++) {
            larger.append(row).append(",1.5\n");
        }
        write("part-2.csv", larger.toString());

        assertThat(read(folder).dataset().features()[0]).isSorted().hasSize(1000);
    }

    @Test
    void aPatternNamesFiles() throws IOException {
        write("a1.csv", "x,y\n1,10\n");
        write("a2.csv", "x,y\n2,20\n");
        write("b.csv", "x,z\n3,30\n");

        assertThat(read(folder.resolve("a?.csv")).dataset().features()[0]).containsExactly(1, 2);
        assertRefused("data.path = PATH: there is no such file", folder.resolve("c*.csv"));
    }

    @Test
    void aBadCellOfManyFilesIsNamedByItsFile() throws IOException {
        write("part-1.csv", "a,y\n1,10\n2,20\n");
        write("part-2.csv", "a,y\n3,30\nabc,40\n");

        assertRefused(
                "column 'a': 'abc' in row 2 of part-2.csv is no finite number; mend the cell, name it in"
                        + " data.csv.missing, or leave the column out of data.features",
                folder);
    }

    @Test
    void aColumnThatAFileLacksIsMissingThere() throws IOException {
        write("part-1.csv", "a,b,y\n1,1,10\n2,2,20\n");
        write("part-2.csv", "a,y\n3,30\n");

        assertRefused(
                "missing values: column 'b' 1 (first in row 1 of part-2.csv); data.missing = drop leaves such rows out",
                folder);
    }

    @Test
    void filesOfSeveralFormatsAreNotGuessedAt() throws IOException {
        write("a.csv", "x,y\n1,10\n");
        write("notes.md", "hello");

        assertRefused(
                "data.path = PATH: 'a.csv' and 'notes.md' are not of one format by their names; name one kind of files,"
                        + " as in 'folder/*.csv', or set data.format",
                folder);
    }

    @Test
    void columnsInFolderNamesAreToldOnce() throws IOException {
        write("year=2023/a.csv", "x,y\n1,10.5\n");
        write("year=2024/a.csv", "x,y\n2,20.5\n");

        assertThat(read(folder).notes()).containsExactly("not used, since they stand in the names of folders: year");
    }

    @Test
    void whatIsOddAboutColumnsIsTold() throws IOException {
        write("t.csv", "a,b,c,name,empty,y\n5,1,1,u,,7\n5,2,2,v,,7\n5,3,3,w,,7\n");

        assertThat(read(folder.resolve("t.csv")).notes())
                .containsExactlyInAnyOrder(
                        "not used, since they hold no numbers: name",
                        "not used, since they hold no value: empty",
                        "features that are the same in every row: a",
                        "features that are copies: c of b",
                        "target 'y' is 7.0 in every row");
    }

    @Test
    void quotesAreDoubledInsideQuotes() throws IOException {
        write("t.csv", "\uFEFF\"a \"\"b\"\"\",\"c,d\",y\n1,2,\"say \"\"no\"\"\"\n3,4,yes\n");

        Dataset data = read(folder.resolve("t.csv")).dataset();

        assertThat(data.featureNames()).containsExactly("a \"b\"", "c,d");
        assertThat(data.classes()).containsExactly("say \"no\"", "yes");
    }

    @Test
    void parquetKeepsTypesAndAnyNames() {
        StructType schema = new StructType()
                .add("sepal.length", DataTypes.FloatType)
                .add("größe `x`", DataTypes.LongType)
                .add("Temp", DataTypes.IntegerType)
                .add("temp", DataTypes.createDecimalType(10, 2))
                .add("digits", DataTypes.StringType)
                .add("id", DataTypes.LongType)
                .add("y", DataTypes.BooleanType);
        parquet(
                schema,
                List.of(
                        RowFactory.create(0.5f, 1L, 4, new java.math.BigDecimal("1.25"), "7", Long.MAX_VALUE, true),
                        RowFactory.create(1.5f, 2L, 2, new java.math.BigDecimal("2.25"), "8", 1L, false)),
                folder.resolve("t"));

        Table table = read(folder.resolve("t"), "data.id", "id");

        assertThat(table.dataset().featureNames()).containsExactly("sepal.length", "größe `x`", "Temp", "temp");
        assertThat(table.dataset().features()[3]).containsExactly(1.25, 2.25);
        assertThat(table.notes()).containsExactly("not used, since they hold no numbers: digits");
        assertThat(table.dataset().classes()).containsExactly("false", "true");
        assertThat(table.dataset().targets()[0]).containsExactly(1, 0);
        assertThat(table.classKind()).isEqualTo(ClassKind.BOOLEAN);
        assertThat(table.ids().orElseThrow().get(0)).isEqualTo("9223372036854775807");
    }

    @Test
    void aNumberOfParquetMayNameRowsAndBeLearnedFrom() {
        StructType schema = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
        parquet(schema, List.of(RowFactory.create(1.0, 0.5), RowFactory.create(2.5, 1.5)), folder.resolve("t"));

        Table table = read(folder.resolve("t"), "data.id", "x", "data.features", "[x]");

        assertThat(table.dataset().features()[0]).containsExactly(1, 2.5);
        assertThat(table.ids()).contains(List.of("1", "2.5"));
    }

    @Test
    void numericClassesOfParquetAreNamedWithoutAFraction() {
        StructType schema = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
        parquet(
                schema,
                List.of(RowFactory.create(1.0, 10.0), RowFactory.create(2.0, -1.0), RowFactory.create(3.0, 0.5)),
                folder.resolve("t"));

        Table table = read(folder.resolve("t"), "data.task", "classification");

        assertThat(table.dataset().classes()).containsExactly("-1", "0.5", "10");
        assertThat(table.classKind()).isEqualTo(ClassKind.NUMBER);
    }

    @Test
    void parquetFilesThatDoNotFitTogetherAreNamed() throws IOException {
        one("a", DataTypes.DoubleType, 1.5);
        one("b", DataTypes.StringType, "u");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(".*: column 'x' is string in 'b/part-.*' and double in 'a/part-.*'; write it with"
                        + " one type in every file");
        write("c.parquet", "not parquet");
        assertThatThrownBy(() -> read(folder.resolve("c.parquet")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'c.parquet' is no Parquet file that can be read")
                .message()
                .doesNotContain("\n");
    }

    /** Within what is read for the header, and beyond. */
    @ParameterizedTest
    @ValueSource(ints = {5_000, 300_000})
    void aFileThatBreaksOffIsNamedInOneLine(int rows) throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        Random random = new Random(1);
        for (int row = 0; row < rows; row++) {
            csv.append(random.nextLong()).append(",1.5\n");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("t.csv.gz");
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() / 2));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(".*t.csv.gz cannot be read: .*\\S.*")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void nanIsMissingAndInfinityIsNot() {
        StructType schema = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
        parquet(
                schema,
                List.of(RowFactory.create(1.0, 1.0), RowFactory.create(Double.NaN, 2.0), RowFactory.create(null, 3.0)),
                folder.resolve("nan"));
        assertThatThrownBy(() -> read(folder.resolve("nan"))).hasMessageContaining("column 'x' 2 (first in row 2 of");
        parquet(
                schema,
                List.of(RowFactory.create(1.0, 1.0), RowFactory.create(Double.NEGATIVE_INFINITY, 2.0)),
                folder.resolve("inf"));
        assertThatThrownBy(() -> read(folder.resolve("inf")))
                .hasMessageContaining("column 'x': '-Infinity' in row 2 of");
    }

    @Test
    void aColumnOfInfiniteNumbersIsNoText() throws IOException {
        write("t.csv", "x,big,y\n1,Infinity,1\n2,1e999,2\n");

        assertThatThrownBy(() -> read(folder.resolve("t.csv")))
                .hasMessageContaining("column 'big': 'Infinity' in row 1 of t.csv is no finite number");
    }

    @Test
    void libSvmCountsIndicesFromOneAndFillsWithZeros() throws IOException {
        write("t.libsvm", "1 1:1 3:1 # a comment\n\n0 2:1\n+1 3:0.5 1:2\n");

        Dataset data = read(folder.resolve("t.libsvm"), "data.target", "null").dataset();

        assertThat(data.targetNames()).containsExactly("label");
        assertThat(data.featureNames()).containsExactly("x1", "x2", "x3");
        assertThat(data.features()[0]).containsExactly(1, 0, 2);
        assertThat(data.features()[1]).containsExactly(0, 1, 0);
        assertThat(data.features()[2]).containsExactly(1, 0, 0.5);
        assertThat(data.targets()[0]).containsExactly(1, 0, 1);
    }

    @Test
    void theTargetOfLibSvmIsNeitherFeatureNorWeight() throws IOException {
        write("t.libsvm", "1 1:1\n0 1:2\n");
        Path file = folder.resolve("t.libsvm");

        assertThatThrownBy(() -> read(file, "data.target", "null", "data.features", "label,x1"))
                .isInstanceOf(InputException.class)
                .hasMessage("data.features = [label, x1]: 'label' is the target, which nothing can learn from");
        assertThatThrownBy(() -> read(file, "data.target", "null", "data.weight", "label"))
                .isInstanceOf(InputException.class)
                .hasMessage("data.weight = label: this is the target");
    }

    @Test
    void libSvmLinesThatAreWrongAreNamed() throws IOException {
        assertLibSvmRefused("1 1:1\n0 0:1\n", "row 2 of t.libsvm '0:1' is no index:value; indices are whole numbers");
        assertLibSvmRefused("1 1:1\n0 2:1 2:3\n", "row 2 of t.libsvm index 2 stands there twice");
        assertLibSvmRefused("1 1:1\n0 2:abc\n", "row 2 of t.libsvm 'abc' of index 2 is no number");
        assertLibSvmRefused("1 1:1\n0 qid:3 2:1\n", "row 2 of t.libsvm 'qid:3' is no index:value");
        assertLibSvmRefused("1\n0\n", "has no feature");
    }

    private void assertLibSvmRefused(String text, String message) throws IOException {
        write("t.libsvm", text);
        assertThatThrownBy(() -> read(folder.resolve("t.libsvm"), "data.target", "null"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    private void one(String name, DataType type, Object value) {
        StructType schema = new StructType().add("x", type).add("y", DataTypes.DoubleType);
        parquet(schema, List.of(RowFactory.create(value, 1.0)), folder.resolve(name));
    }

    private static void parquet(StructType schema, List<Row> rows, Path to) {
        var session = LocalSpark.session().newSession();
        session.conf().set("spark.sql.caseSensitive", "true");
        session.createDataFrame(new ArrayList<>(rows), schema)
                .coalesce(1)
                .write()
                .parquet(to.toString());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void assertRefused(String message, Path path) {
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(InputException.class)
                .hasMessage(message.replace("PATH", path.toString()));
    }

    private static Table read(Path path, String... settings) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("data.path", path.toString());
        overrides.put("data.target", "y");
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        if ("null".equals(overrides.get("data.target"))) {
            overrides.remove("data.target");
        }
        return ReadTables.read(
                LocalSpark.session(),
                RunConfig.load(Optional.empty(), overrides).data());
    }
}
