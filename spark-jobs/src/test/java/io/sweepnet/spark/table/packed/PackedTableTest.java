package io.sweepnet.spark.table.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.source.SourceTable;
import io.sweepnet.spark.table.survey.ReadPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTableTest {

    @TempDir
    private Path folder;

    @Test
    void featuresAreAllOtherNumericColumns() {
        Table table = read("a,name,y,b\n1,x,10,3\n2,z,20,4\n");

        Dataset data = table.dataset();
        assertThat(data.featureNames()).containsExactly("a", "b");
        assertThat(data.features()[0]).containsExactly(1, 2);
        assertThat(data.features()[1]).containsExactly(3, 4);
        assertThat(data.targetNames()).containsExactly("y");
        assertThat(data.targets()[0]).containsExactly(10, 20);
        assertThat(data.classes()).isEmpty();
        assertThat(table.droppedRows()).isZero();
        assertThat(table.notes()).contains("not used, since they hold no numbers: name");
    }

    @Test
    void aQuoteCountsAfterABlankInTheHeaderAndInCells() {
        Dataset data = read("x, \"y\"\n1, \"yes, sir\"\n2, \"no\"\n").dataset();

        assertThat(data.classes()).containsExactly("no", "yes, sir");
    }

    @Test
    void aBrokenLineIsShownInPart() {
        assertThatThrownBy(() -> read("x,y\n1,2\n" + "7,".repeat(5000) + "\n"))
                .hasMessageEndingWith(
                        "row 2 of table.csv has not the 2 cells of the header: " + "7,".repeat(100) + " ...");
    }

    @Test
    void columnsThatServeNothingAreNotCollected() throws IOException {
        Files.writeString(folder.resolve("wide.csv"), "x,unused,id,y\n1,2,a,3\n2,oops,b,4\n");
        DataConfig config = RunConfig.load(
                        Optional.empty(),
                        Map.of("data.path", folder.resolve("wide.csv").toString()))
                .data();
        SourceTable source = SourceTable.open(LocalSpark.session(), config.files(), Set.of());

        ReadPlan plan = ReadPlan.of(source, Optional.empty(), Set.of("x", "id", "none"), Set.of("id"), Set.of("id"));

        CollectedRows rows = CollectedRows.collect(plan);

        assertThat(plan.indices()).containsOnlyKeys("id", "x");
        assertThat(rows.numbers(plan.indices().get("x"), List.of(new int[] {0, 1}), 2))
                .containsExactly(1, 2);
        assertThat(rows.texts(plan.indices().get("id"))).containsExactly("a", "b");
        assertThat(read("x,unused,y\n1,2,3\n2,oops,4\n", "data.features", "x")
                        .dataset()
                        .featureNames())
                .containsExactly("x");
    }

    @Test
    void aClassThatNoCompleteRowHasIsNone() {
        Dataset data =
                read("x,y\n1,a\n,b\n2,c\n3,c\n4,a\n", "data.missing", "drop").dataset();

        assertThat(data.classes()).containsExactly("a", "c");
        assertThat(data.targets()[0]).containsExactly(0, 1, 1, 0);
        assertRefused(
                "x,y\n1,a\n,b\n2,a\n",
                "target 'y' has one class alone ('a'), so there is nothing to learn",
                "data.missing",
                "drop");
    }

    @Test
    void namedFeaturesComeInTheOrderOfTheirNames() {
        assertThat(read("a,y,b\n1,10,3\n2,20,4\n", "data.features", "[b, a]")
                        .dataset()
                        .featureNames())
                .containsExactly("b", "a");
    }

    @Test
    void byteOrderMarkAndBlanksAreNoPartOfNamesOrCells() {
        Table table = read("\uFEFFid, x1 ,y \r\n1, 0.5,1.5\r\n2,0.7 , 2.5\r\n");

        assertThat(table.dataset().featureNames()).containsExactly("id", "x1");
        assertThat(table.dataset().features()[1]).containsExactly(0.5, 0.7);
        assertThat(table.dataset().targets()[0]).containsExactly(1.5, 2.5);
    }

    @Test
    void namesMayHoldAnything() {
        Table table = read("sepal.length,größe,a-b,x:1,\"we,ird\",`tick`,y\n1,2,3,4,5,6,7\n2,3,4,5,6,7,8.5\n");

        assertThat(table.dataset().featureNames())
                .containsExactly("sepal.length", "größe", "a-b", "x:1", "we,ird", "`tick`");
    }

    @Test
    void separatorQuoteDecimalCommaAndMissingSpellingsAreSettings() {
        Table table = read(
                "'a;b';c;y\n1,5;2;3,25\n'2,5';-;4\n0,5;7;5\n",
                "data.csv.separator",
                ";",
                "data.csv.quote",
                "'",
                "data.csv.decimal",
                ",",
                "data.csv.missing",
                "[\"-\"]",
                "data.missing",
                "drop");

        assertThat(table.dataset().featureNames()).containsExactly("a;b", "c");
        assertThat(table.dataset().features()[0]).containsExactly(1.5, 0.5);
        assertThat(table.dataset().targets()[0]).containsExactly(3.25, 5);
        assertThat(table.droppedRows()).isEqualTo(1);
        assertThat(table.notes()).contains("1 of 3 rows is left out, since it misses values");
        assertThat(table.dataset().position(1)).as("place in the file").isEqualTo(2);
    }

    @Test
    void rowWeightsAndIdsHaveTheirOwnColumns() {
        Table table = read("id,w,x,y\nr1,2,1,10\nr2,0.5,2,20\n", "data.id", "id", "data.weight", "w");

        assertThat(table.dataset().featureNames()).containsExactly("x");
        assertThat(table.dataset().weight(0)).isEqualTo(2);
        assertThat(table.dataset().weight(1)).isEqualTo(0.5);
        assertThat(table.ids().orElseThrow().get(1)).isEqualTo("r2");
    }

    @Test
    void textTargetsAreClassesInTheOrderOfTheirCodePoints() {
        Dataset data = read("x,y\n1,b\n2,a\n3,é\n4,B\n").dataset();

        assertThat(data.classes()).containsExactly("B", "a", "b", "é");
        assertThat(data.targets()[0]).containsExactly(2, 1, 3, 0);
    }

    @Test
    void numericTargetsAreClassesByValueWhereAskedFor() {
        Dataset data = read("x,y\n1,10\n2,9\n3,10.0\n4,-1\n", "data.task", "classification")
                .dataset();

        assertThat(data.classes()).containsExactly("-1", "9", "10");
        assertThat(data.targets()[0]).containsExactly(2, 1, 2, 0);
    }

    @Test
    void aWholeNumberTargetGetsAHint() {
        assertThat(read("x,y\n1,0\n2,1\n3,1\n4,0\n").notes())
                .containsExactly("target 'y' has 2 distinct whole numbers and is taken as a number;"
                        + " -D data.task=classification makes them classes");
    }

    @Test
    void rowsOfSeveralPartitionsKeepTheirPlaces() {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 1000; row++) {
            csv.append(row).append(',').append(row / 2.0).append('\n');
        }
        String before = LocalSpark.session().conf().get("spark.sql.files.maxPartitionBytes");
        LocalSpark.session().conf().set("spark.sql.files.maxPartitionBytes", "1000");
        try {
            Dataset data = read(csv.toString()).dataset();
            for (int row = 0; row < 1000; row++) {
                assertThat(data.features()[0][row]).isEqualTo(row);
                assertThat(data.position(row)).isEqualTo(row);
            }
            assertThatThrownBy(() -> read(csv.toString().replace("\n899,", "\nabc,")))
                    .hasMessage(
                            "column 'x': 'abc' in row 900 of table.csv is no finite number; mend the cell, name it in data.csv.missing, or"
                                    + " leave the column out of data.features");
        } finally {
            LocalSpark.session().conf().set("spark.sql.files.maxPartitionBytes", before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my out [1]", "äö #2 100%", "{a,b}*?"})
    void pathsAreTakenLiterally(String name) throws IOException {
        Path strange = Files.createDirectories(folder.resolve(name)).resolve(name + ".csv");
        Files.writeString(strange, "x,y\n1,1.5\n2,2.5\n");

        assertThat(read(strange, Map.of()).dataset().rows()).isEqualTo(2);
    }

    @Test
    void aTableOfTheProgramItselfIsRead() {
        RunConfig config = RunConfig.loadResource("io/sweepnet/conf/compare.conf", Map.of());

        Table table = ReadTables.read(LocalSpark.session(), config.data());

        assertThat(table.dataset().rows()).isEqualTo(442);
        assertThat(table.dataset().features()).hasNumberOfRows(10);
    }

    @Test
    void inputThatCannotBeUsedIsNamed() {
        assertRefused("x,y\n1,2\n2,3\n", "data.target = z: FILE has no such column; it has [x, y]", "data.target", "z");
        assertRefused(
                "x,t,y\n1,abc,2\n2,d,3\n",
                "feature 't' holds text ('abc' in row 1 of table.csv), numbers are needed",
                "data.features",
                "[t]");
        assertRefused(
                "x,y\n1,2\n,3\nNaN,4\n",
                "missing values: column 'x' 2 (first in row 2 of table.csv); data.missing = drop leaves such rows out");
        assertRefused("x,y\n1,2\n", "FILE has 1 row; at least 2 are needed");
        assertRefused("x,y\n", "FILE has no rows; at least 2 are needed");
        assertRefused("", "FILE is empty: a header with column names is needed");
        assertRefused(
                "x,x,y\n1,2,3\n1,2,3\n", "table.csv: two columns are named 'x'; the names in the header must differ");
        assertRefused("x,,y\n1,2,3\n1,2,3\n", "table.csv: column 2 of 3 has no name in the header: [x, , y]");
        assertRefused("x,y\n1,2\n1,2,3\n", "FILE: row 2 of table.csv has not the 2 cells of the header: 1,2,3");
        assertRefused("x,y\n1,2\n1\n", "FILE: row 2 of table.csv has not the 2 cells of the header: 1");
        assertRefused(
                "a;b;y\n1,1;2,1;3,1;4\n2;3;4\n",
                "FILE: row 1 of table.csv has not the 1 cell of the header: 1,1;2,1;3,1;4; is the separator ';'? Then set"
                        + " data.csv.separator = \";\"");
        assertRefused(
                "a;b;y\n1;2;3\n2;3;4\n",
                "data.target = y: FILE has no such column; it has [a;b;y]; is the separator ';'? Then set"
                        + " data.csv.separator = \";\"");
        assertRefused("n,y\na,2\nb,3\n", "FILE has no numeric column besides the target to learn from");
        assertRefused("x,y\n1,a\n2,a\n", "target 'y' has one class alone ('a'), so there is nothing to learn");
        assertRefused(
                "x,y\n1,2\n2,b\n",
                "target 'y' holds numbers and text ('b' in row 2 of table.csv); mend the cell, or set data.task = classification");
        assertRefused(
                "x,w,y\n1,-1,2\n2,1,3\n",
                "weight 'w' is -1.0 in row 1 of table.csv; weights must not be negative",
                "data.weight",
                "w");
        assertRefused(
                "x,y\n1,Infinity\n2,3\n",
                "target 'y' holds numbers and text ('Infinity' in row 1 of table.csv); mend the cell, or"
                        + " set data.task = classification");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.csv");

        assertThatThrownBy(() -> read(missing, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessage("data.path = " + missing + ": there is no such file");
    }

    private void assertRefused(String csv, String message, String... settings) {
        assertThatThrownBy(() -> read(csv, settings))
                .isInstanceOf(InputException.class)
                .hasMessage(message.replace("FILE", file().toString()));
    }

    private Path file() {
        return folder.resolve("table.csv");
    }

    private Table read(String csv, String... settings) {
        Map<String, String> overrides = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        try {
            Files.writeString(file(), csv, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return read(file(), overrides);
    }

    private static Table read(Path file, Map<String, String> settings) {
        Map<String, String> overrides = new HashMap<>(settings);
        overrides.put("data.path", file.toString());
        overrides.putIfAbsent("data.target", "y");
        return ReadTables.read(
                LocalSpark.session(),
                RunConfig.load(Optional.empty(), overrides).data());
    }
}
