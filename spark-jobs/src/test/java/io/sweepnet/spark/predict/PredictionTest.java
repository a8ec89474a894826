package io.sweepnet.spark.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.spark.LocalSpark;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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

/** What predictions are, whatever the table they come from is like. */
class PredictionTest {

    private static final SavedModel SUM = Scoring.sum(List.of("a", "b", "c"), 1, 10, 100);

    @TempDir
    private Path folder;

    private Scoring scoring;

    @BeforeEach
    void newScoring() {
        scoring = new Scoring(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c\n1,2,3\n4,5,6\n", "c,b,a\n3,2,1\n6,5,4\n", "b,extra,a,c\n2,x,1,3\n5,y,4,6\n"})
    void featuresGoByNameInWhateverOrderTheyStand(String table) throws Exception {
        ScoringSummary rows = scoring.score(SUM, "table.csv", table);

        assertThat(scoring.column("prediction")).containsExactly(321.0, 654.0);
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.scored()).isEqualTo(2);
    }

    @Test
    void columnsThatAreNotUsedAreKeptAndListedOnce() throws Exception {
        scoring.score(SUM, "table.csv", "id,a,b,c,note,y\n007,1,2,3,\" x \",5\n");

        assertThat(scoring.notes()).containsExactly("kept, and not used by the model: [id, note]");
        assertThat(scoring.written().columns())
                .containsExactly("id", "a", "b", "c", "note", "y", "prediction", "reason");
        assertThat(scoring.column("id")).containsExactly("007");
        assertThat(scoring.column("a")).containsExactly(1.0);
        assertThat(scoring.column("note")).containsExactly(" x ");
    }

    @Test
    void everyRowComesOutAndSaysWhyItHasNoPrediction() throws Exception {
        ScoringSummary rows = scoring.score(
                SUM,
                "table.csv",
                "id,a,b,c\n0,1,2,3\n1,,2,3\n2,1,NaN,3\n3,1,2,x\n4,1,2\n5,1,2,3,4\n6,1,2,inf\n7,NA,2,3\n8,1,2,4\n",
                "data.csv.missing=NA");

        assertThat(rows.rows()).isEqualTo(9);
        assertThat(rows.scored()).isEqualTo(2);
        assertThat(scoring.column("prediction"))
                .containsExactly(321.0, null, null, null, null, null, null, null, 421.0);
        assertThat(scoring.column("reason"))
                .containsExactly(
                        null,
                        "feature 'a' is missing",
                        "feature 'b' is missing",
                        "feature 'c' is no finite number: 'x'",
                        "the row has not the 4 cells of the header: 4,1,2",
                        "the row has not the 4 cells of the header: 5,1,2,3,4",
                        "feature 'c' is no finite number: 'inf'",
                        "feature 'a' is missing",
                        null);
        assertThat(rows.reason()).contains("feature 'a' is missing");
    }

    @Test
    void aRowWhoseQuotesAreBrokenComesOutAsFarAsItGoes() throws Exception {
        ScoringSummary rows = scoring.score(
                SUM,
                "table.csv",
                "a,id,b,c\n1,\" x \",2,3\n4,x,5,\"6\n7,\"first\n8,\"x\"y,9,0\n\"\",x,2,3\n2,\" \",\"0\",\" 1 \"\n");

        assertThat(rows.rows()).isEqualTo(6);
        assertThat(scoring.column("prediction")).containsExactly(321.0, null, null, null, null, 102.0);
        assertThat(scoring.column("reason"))
                .containsExactly(
                        null,
                        "the row has a quote that is not closed: 4,x,5,\"6",
                        "the row has a quote that is not closed: 7,\"first",
                        "the row has text after a closing quote: 8,\"x\"y,9,0",
                        "feature 'a' is missing",
                        null);
        assertThat(scoring.column("a")).containsExactly(1.0, 4.0, 7.0, 8.0, null, 2.0);
        assertThat(scoring.column("id")).containsExactly(" x ", "x", null, null, "x", " ");
        assertThat(scoring.column("b")).containsExactly(2.0, 5.0, null, null, 2.0, 0.0);
        assertThat(scoring.column("c")).containsExactly(3.0, null, null, null, 3.0, 1.0);
    }

    /** The header is passed over once in each file, and a line that two blocks share comes out once. */
    @Test
    void everyLineOfManyBlocksComesOutOnce() throws Exception {
        Path table = Files.createDirectory(folder.resolve("table"));
        for (int file = 0; file < 3; file++) {
            StringBuilder csv = new StringBuilder(file == 1 ? "c,b,a\n" : "a,b,c\n");
            for (int row = 0; row < 100; row++) {
                csv.append(file == 1 ? "0,0," + (100 + row) : (100 * file + row) + ",\"0\",0")
                        .append('\n');
            }
            Files.writeString(table.resolve("part-" + file + ".csv"), csv);
        }
        String bytes = "spark.sql.files.maxPartitionBytes";
        String before = LocalSpark.session().conf().get(bytes);
        LocalSpark.session().conf().set(bytes, "100");
        try {
            scoring.score(SUM, table);
        } finally {
            LocalSpark.session().conf().set(bytes, before);
        }

        assertThat(scoring.column("prediction"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 300)
                        .mapToObj(row -> (Object) (double) row)
                        .toList());
    }

    @Test
    void aNumberThatMeansAMissingValueIsNoFeature() throws Exception {
        ScoringSummary rows =
                scoring.score(SUM, "table.csv", "a,b,c,y\n1,2,-999,1\n1,2, 3 ,-999\n", "data.csv.missing=-999");

        assertThat(scoring.column("prediction")).containsExactly(null, 321.0);
        assertThat(scoring.column("c")).containsExactly(null, 3.0);
        assertThat(rows.known()).isZero();
    }

    @Test
    void aTableWithoutRowsGivesOneWithoutRows() throws Exception {
        ScoringSummary rows = scoring.score(SUM, "table.csv", "a,b,c\n");

        assertThat(rows)
                .extracting(ScoringSummary::rows, ScoringSummary::scored)
                .containsExactly(0L, 0L);
        assertThat(scoring.written().count()).isZero();
        assertThat(scoring.written().columns()).containsExactly("a", "b", "c", "prediction", "reason");
    }

    /** Nothing is joined by position, so that rows may come in any order. */
    @Test
    void aRowKeepsItsPredictionWhateverThePartitions() {
        StructType schema = new StructType()
                .add("id", DataTypes.StringType)
                .add("a", DataTypes.DoubleType)
                .add("b", DataTypes.IntegerType)
                .add("c", DataTypes.FloatType);
        Random random = new Random(5);
        List<Row> rows = IntStream.range(0, 3000)
                .mapToObj(i -> RowFactory.create(
                        "row-" + i, random.nextGaussian(), random.nextInt(9), (float) random.nextInt(9)))
                .toList();
        Path table = folder.resolve("table.parquet");
        LocalSpark.session()
                .createDataFrame(rows, schema)
                .repartition(40)
                .write()
                .parquet(table.toString());

        scoring.score(SUM, table);

        List<Row> scored = scoring.written().collectAsList();
        assertThat(scored).hasSize(3000);
        assertThat(scored.stream().map(row -> row.getString(0)).distinct()).hasSize(3000);
        for (Row row : scored) {
            double expected = row.getDouble(1) + 10 * row.getInt(2) + 100 * row.getFloat(3);
            assertThat(row.<Double>getAs("prediction")).isEqualTo(expected);
        }
    }

    @Test
    void columnsOfParquetKeepTheirTypes() {
        StructType schema = new StructType()
                .add("a", DataTypes.createDecimalType(5, 2))
                .add("b", DataTypes.LongType)
                .add("c", DataTypes.ShortType)
                .add("when", DataTypes.TimestampType)
                .add("many", DataTypes.createArrayType(DataTypes.IntegerType));
        Row row = RowFactory.create(
                new BigDecimal("1.50"), 2L, (short) 3, Timestamp.valueOf("2024-03-10 01:30:00"), new Integer[] {1, 2});
        Path table = folder.resolve("table.parquet");
        LocalSpark.session().createDataFrame(List.of(row), schema).write().parquet(table.toString());

        scoring.score(SUM, table);

        assertThat(scoring.column("prediction")).containsExactly(321.5);
        for (String name : schema.fieldNames()) {
            assertThat(scoring.written().schema().apply(name).dataType())
                    .isEqualTo(schema.apply(name).dataType());
        }
        assertThat(scoring.column("when")).containsExactly(row.get(3));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, no, yes", "BOOLEAN, false, true", "NUMBER, -1, 1", "NUMBER, '0,5', '1,5'"})
    void classesComeBackAsTheTargetsWere(ClassKind kind, String low, String high) throws Exception {
        SavedModel model = Scoring.classes(List.of("x"), List.of(low, high), kind, new double[] {-1}, new double[] {1});

        scoring.score(model, "table.csv", "x\n-3\n2\n");

        Map<String, Object> first = Map.of("no", "no", "false", false, "-1", -1.0, "0,5", 0.5);
        Map<String, Object> second = Map.of("yes", "yes", "true", true, "1", 1.0, "1,5", 1.5);
        assertThat(scoring.column("prediction")).containsExactly(first.get(low), second.get(high));
        double likely = 1 / (1 + Math.exp(-4));
        assertThat((Double) scoring.column("probability_" + high).get(1)).isCloseTo(likely, within(1e-15));
    }

    @Test
    void ofEqualScoresTheFirstClassIsPredicted() throws Exception {
        SavedModel model = Scoring.classes(
                List.of("x"), List.of("a", "b", "c"), ClassKind.TEXT, new double[] {0}, new double[] {1}, new double[] {
                    1
                });

        scoring.score(model, "table.csv", "x\n0\n-0.0\n1\n-1\n");

        assertThat(scoring.column("prediction")).containsExactly("a", "a", "b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void aUnitThatStepsIsOneAtZeroInEveryFormat(String format) throws Exception {
        SavedModel model = Scoring.model(
                List.of("x"),
                new FeatureScaling(FeatureScaling.Kind.NONE, List.of(0.0), List.of(1.0)),
                Activation.STEP,
                List.of(),
                ClassKind.TEXT,
                new double[] {1});
        Path table = folder.resolve("table." + format);
        if (format.equals("csv")) {
            Files.writeString(table, "x\n-1\n-0.0\n0\n1\n");
        } else {
            List<Row> rows =
                    Stream.of(-1.0, -0.0, 0.0, 1.0).map(RowFactory::create).toList();
            LocalSpark.session()
                    .createDataFrame(rows, new StructType().add("x", DataTypes.DoubleType))
                    .coalesce(1)
                    .write()
                    .parquet(table.toString());
        }

        scoring.score(model, table);

        assertThat(scoring.column("prediction")).containsExactly(0.0, 1.0, 1.0, 1.0);
    }

    /** Centre 5, scale 1, as a feature gets that did not vary: another value counts as what it is beyond. */
    @Test
    void aFeatureThatWasConstantIsStillCentred() throws Exception {
        SavedModel model = Scoring.model(
                List.of("x"),
                new FeatureScaling(FeatureScaling.Kind.STANDARD, List.of(5.0), List.of(1.0)),
                Activation.IDENTITY,
                List.of(),
                ClassKind.TEXT,
                new double[] {3});

        scoring.score(model, "table.csv", "x\n5\n6\n");

        assertThat(scoring.column("prediction")).containsExactly(0.0, 3.0);
    }

    @Test
    void anOutputThatIsNoFiniteNumberIsNoPrediction() throws Exception {
        ScoringSummary rows = scoring.score(Scoring.sum(List.of("x"), 1e300), "table.csv", "x\n1e300\n1\n");

        assertThat(scoring.column("prediction")).containsExactly(null, 1e300);
        assertThat(rows.reason()).contains("the model's output is no finite number");
    }
}
