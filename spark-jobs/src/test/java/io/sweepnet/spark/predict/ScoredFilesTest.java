package io.sweepnet.spark.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that predictions come from and go to, and what is refused. */
class ScoredFilesTest {

    private static final SavedModel SUM = Scoring.sum(List.of("a", "b"), 1, 10);
    private static final String TABLE = "a,b\n1,2\n";

    @TempDir
    private Path folder;

    private Scoring scoring;

    @BeforeEach
    void newScoring() {
        scoring = new Scoring(folder);
    }

    @Test
    void csvIsWrittenAsItIsRead() throws Exception {
        scoring.format(OutputFormat.CSV)
                .score(
                        SUM,
                        "table.csv",
                        "id;b;größe;a\n01; 2,5 ; \"x;\"\"y\"\"\";1\n02;2;;\n",
                        "data.csv.separator=;",
                        "data.csv.decimal=,");

        assertThat(scoring.lines())
                .containsExactly(
                        "id;b;größe;a;prediction;reason",
                        "01;2,5;\"x;\"\"y\"\"\";1;26,0;",
                        "02;2;;;;feature 'a' is missing");
    }

    @Test
    void inCsvNumericClassesAreSpelledAsTheTargetWas() throws Exception {
        SavedModel model = Scoring.classes(
                List.of("x"), List.of("1", "02"), ClassKind.NUMBER, new double[] {-1}, new double[] {1});

        scoring.format(OutputFormat.CSV).score(model, "table.csv", "x\n-1000\n1000\n");

        assertThat(scoring.lines()).contains("-1000,1,1.0,0.0,", "1000,02,0.0,1.0,");
    }

    @Test
    void namesMayHoldAnything() throws Exception {
        List<String> names = List.of("sepal.length", "sepal width (cm)", "größe", "a-b", "y%", "x:1", "we,ird", "t`ck");
        SavedModel model = Scoring.sum(names, 1, 2, 3, 4, 5, 6, 7, 8);

        scoring.score(
                model,
                "table.csv",
                "Größe,sepal.length,sepal width (cm),größe,a-b,y%,x:1,\"we,ird\",t`ck\n0,1,1,1,1,1,1,1,1\n");

        List<String> expected = Stream.of(List.of("Größe"), names, List.of("prediction", "reason"))
                .flatMap(List::stream)
                .toList();
        assertThat(List.of(scoring.written().columns())).containsExactlyElementsOf(expected);
        Row row = scoring.written().head();
        assertThat(row.getDouble(row.fieldIndex("prediction"))).isEqualTo(36);
    }

    @ParameterizedTest
    @CsvSource({"'0 1:1 2:1\n1\n', 11, 0", "'+1 2:1 1:3\n-1 1:2\n', 13, 2"})
    void featuresThatALineOfLibSvmDoesNotNameAreZero(String lines, double first, double second) throws Exception {
        SavedModel model = Scoring.sum(List.of("x1", "x2", "x3"), 1, 10, 100);

        scoring.score(model, "table.libsvm", lines);

        assertThat(scoring.column("prediction")).containsExactly(first, second);
        assertThat(scoring.column("x3")).containsExactly(0.0, 0.0);
    }

    /** Some or all lines; the first pair is no label. */
    @ParameterizedTest
    @CsvSource({"'1:0.5 2:1\n1:-0.5 2:0.3\n1:0.9\n'", "'7 1:0.5 2:1\n1:-0.5 2:0.3\n-1 1:0.9\n'"})
    void linesOfLibSvmWithoutALabelAreScored(String lines) throws Exception {
        scoring.score(Scoring.sum(List.of("x1", "x2"), 1, 10), "table.libsvm", lines);

        assertThat(scoring.column("x1")).containsExactly(0.5, -0.5, 0.9);
        assertThat(scoring.column("prediction")).containsExactly(10.5, 2.5, 0.9);
        assertThat(scoring.column("reason")).containsOnlyNulls();
    }

    @Test
    void aLineOfLibSvmThatIsBrokenComesOutWithoutAPrediction() throws Exception {
        SavedModel model = Scoring.sum(List.of("x1", "x2"), 1, 10);

        ScoringSummary rows = scoring.score(model, "table.libsvm", "1 1:1 1:2\n1 0:1\n1 2:1\n");

        assertThat(scoring.column("prediction")).containsExactly(null, null, 10.0);
        assertThat(scoring.column("reason").get(0)).isEqualTo("the row index 1 stands there twice");
        assertThat(rows.scored()).isEqualTo(1);
    }

    @Test
    void anIndexBeyondTheModelIsRefused() {
        assertRefused(
                Scoring.sum(List.of("x1", "x2", "x3"), 1, 10, 100),
                "table.libsvm",
                "1 1:1 5:2\n",
                "--data: PATH has an index of 5, and the model learned from 3 features");
    }

    @Test
    void ofFeaturesThatWereChosenOthersMayStandBetweenAndBeyond() throws Exception {
        SavedModel model = Scoring.sum(List.of("x1", "x4"), 1, 1000);

        scoring.score(model, "table.libsvm", "0 1:1 2:5\n1 6:1\n1 4:2\n");

        assertThat(scoring.column("prediction")).containsExactly(1.0, 0.0, 2000.0);
    }

    @Test
    void timesInCsvKeepTheirMicroseconds() throws Exception {
        Path table = folder.resolve("table.parquet");
        LocalSpark.session()
                .sql("select 1d as a, 2d as b, timestamp'2024-03-10 01:30:00.123456Z' as at,"
                        + " timestamp_ntz'2024-03-10 01:30:00.000007' as wall")
                .write()
                .parquet(table.toString());

        scoring.format(OutputFormat.CSV).score(SUM, table);

        assertThat(Instant.parse(scoring.lines().get(1).split(",", -1)[2]))
                .isEqualTo(Instant.parse("2024-03-10T01:30:00.123456Z"));
        assertThat(scoring.lines().get(1)).contains("2024-03-10T01:30:00.000007");
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        assertRefused(
                Scoring.sum(List.of("a", "b", "c", "d"), 1, 1, 1, 1),
                "table.csv",
                "a,c\n1,2\n",
                "--data: PATH lacks [b, d], which the model learned from; it has [a, c]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prediction", "Reason"})
    void aColumnThatStandsInTheWayIsNamed(String name) throws Exception {
        String table = "a,b," + name + "\n1,2,x\n";
        assertRefused(
                SUM,
                "table.csv",
                table,
                "--data: PATH has a column '" + name
                        + "', and predict adds one of that name; --prefix gives the new columns other names");

        scoring.prefix("my ").score(SUM, "table.csv", table);

        assertThat(scoring.column("my prediction")).containsExactly(21.0);
        assertThat(scoring.column(name)).containsExactly("x");
    }

    @Test
    void aFeatureOfTextInParquetIsNamed() {
        Path table = folder.resolve("table.parquet");
        LocalSpark.session()
                .createDataFrame(
                        List.of(RowFactory.create(1.0, "2")),
                        new StructType().add("a", DataTypes.DoubleType).add("b", DataTypes.StringType))
                .write()
                .parquet(table.toString());

        assertThatThrownBy(() -> scoring.score(SUM, table))
                .isInstanceOf(InputException.class)
                .hasMessage("--data: feature 'b' holds no numbers in " + table);
        assertNothingLeft();
    }

    @Test
    void whatCsvCannotHoldIsNamed() {
        Path table = folder.resolve("table.parquet");
        LocalSpark.session()
                .createDataFrame(
                        List.of(RowFactory.create(1.0, 2.0, new Integer[] {1})),
                        new StructType()
                                .add("a", DataTypes.DoubleType)
                                .add("b", DataTypes.DoubleType)
                                .add("many", DataTypes.createArrayType(DataTypes.IntegerType)))
                .write()
                .parquet(table.toString());

        assertThatThrownBy(() -> scoring.format(OutputFormat.CSV).score(SUM, table))
                .isInstanceOf(InputException.class)
                .hasMessage("--format: column 'many' is array<int>, which CSV cannot hold; parquet can");
        assertNothingLeft();
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
        Path old = Files.writeString(Files.createDirectory(scoring.output()).resolve("old"), "kept");

        assertThatThrownBy(() -> scoring.score(SUM, "table.csv", TABLE))
                .isInstanceOf(InputException.class)
                .hasMessage("--output: " + scoring.output() + " is there already; name a folder that is to be made");
        assertThat(old).hasContent("kept");
    }

    @Test
    void theFolderOfTheTableIsLeftAlone() throws Exception {
        Path tables = Files.createDirectory(folder.resolve("scored-in"));
        Files.writeString(tables.resolve("a.csv"), TABLE);
        Scoring inside = new Scoring(tables);

        assertThatThrownBy(() -> inside.score(SUM, tables))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(" is in the folder of the table, " + tables);
        assertThat(tables.toFile().list()).containsExactly("a.csv");
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Files.createDirectory(scoring.output());

        scoring.score(SUM, "table.csv", TABLE);

        assertThat(scoring.column("prediction")).containsExactly(21.0);
    }

    @Test
    void aFileThatCannotBeReadLeavesNothing() {
        assertRefused(SUM, "table.csv.gz", "no gzip", "table.csv.gz cannot be read: Unexpected end of input stream");
    }

    @Test
    void aModelThatNamesNothingIsRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("model.json"), "{\"layers\":[{\"weight\":[[1]],\"bias\":[0],\"activation\":\"relu\"}]}");

        assertThatThrownBy(() -> ScoringModel.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "--model: the model file '" + file + "' does not name its features and its target");
    }

    @Test
    void aModelWithoutActivationsIsRefused() throws Exception {
        Path file = folder.resolve("model.json");
        ModelFile.write(file, SUM);
        Files.writeString(file, Files.readString(file).replaceAll(",\\s*\"activation\": \"identity\"", ""));

        assertThatThrownBy(() -> ScoringModel.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage("--model: the model file '" + file + "' names no activations");
    }

    @Test
    void probabilitiesOfClassesWhoseNamesDifferByCaseHaveColumnsOfTheirOwn() throws Exception {
        SavedModel model =
                Scoring.classes(List.of("x"), List.of("A", "a"), ClassKind.TEXT, new double[] {0}, new double[] {0});

        scoring.format(OutputFormat.CSV).score(model, "table.csv", "x\n1\n");

        assertThat(scoring.lines()).containsExactly("x,prediction,probability_A,probability_a,reason", "1,A,0.5,0.5,");
    }

    private void assertRefused(SavedModel model, String name, String content, String message) {
        assertThatThrownBy(() -> scoring.score(model, name, content))
                .isInstanceOf(InputException.class)
                .hasMessage(message.replace("PATH", folder.resolve(name).toString()));
        assertNothingLeft();
    }

    /** Neither the output nor a hidden folder beside it. */
    private void assertNothingLeft() {
        assertThat(folder.toFile().list((parent, name) -> name.contains("scored")))
                .isEmpty();
    }
}
