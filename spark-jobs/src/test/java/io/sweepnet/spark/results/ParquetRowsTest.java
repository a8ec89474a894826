package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetRowsTest {

    private static final String RUN = SampleRows.RUN;

    private LocalFile file;

    @BeforeEach
    void newFile(@TempDir Path folder) {
        file = new LocalFile(folder.resolve("rows.parquet"));
    }

    @Test
    void everyColumnOfEveryTableComesBack() throws IOException {
        assertRoundTrip(ResultTable.RUNS, List.of(SampleRows.run(RUN), SampleRows.emptyRun(RUN)));
        assertRoundTrip(
                ResultTable.HISTORY,
                List.of(
                        SampleRows.history(RUN, 0),
                        new HistoryRow(RUN, null, null, null, null, null, null, null, null, null, null)));
        assertRoundTrip(
                ResultTable.METRICS, List.of(SampleRows.metric(RUN), new MetricRow(RUN, null, null, null, null, null)));
        assertRoundTrip(
                ResultTable.PARAMETERS,
                List.of(SampleRows.parameter(RUN), new ParameterRow(RUN, null, null, null, null, null, null, null)));
        assertRoundTrip(
                ResultTable.PREDICTIONS,
                List.of(
                        SampleRows.prediction(RUN, 0, List.of(0.25, 0.75)),
                        new PredictionRow(RUN, null, null, null, null, null, null, null, null, null)));
        assertRoundTrip(
                ResultTable.STARTS,
                List.of(
                        SampleRows.start(RUN, true),
                        SampleRows.start(RUN, false),
                        new StartRow(RUN, null, null, null, null, null, null, null, null, null)));
    }

    @Test
    void aListMayBeNullOrEmptyOrHoldNulls() throws IOException {
        assertRoundTrip(
                ResultTable.PREDICTIONS,
                List.of(
                        SampleRows.prediction(RUN, 0, null),
                        SampleRows.prediction(RUN, 1, List.of()),
                        SampleRows.prediction(RUN, 2, List.of(Double.NaN, -0.0, 0.0)),
                        SampleRows.prediction(RUN, 3, Arrays.asList(null, 1.0, null)),
                        SampleRows.prediction(RUN, 4, null)));
    }

    @Test
    void numbersKeepTheirBits() throws IOException {
        List<Double> values =
                List.of(0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2);
        List<MetricRow> rows = values.stream()
                .map(value -> new MetricRow(RUN, null, null, null, null, value))
                .toList();

        assertThat(writeAndRead(ResultTable.METRICS, rows))
                .extracting(row -> Double.doubleToRawLongBits(row.value()))
                .isEqualTo(values.stream().map(Double::doubleToRawLongBits).toList());
    }

    @Test
    void timesKeepTheirMicroseconds() throws IOException {
        List<RunRow> rows =
                List.of("0001-01-01T00:00:00.000001Z", "1969-12-31T23:59:59.999999Z", "9999-12-31T23:59:59Z").stream()
                        .map(time -> SampleRows.timedRun(RUN, Instant.parse(time), null))
                        .toList();

        assertThat(writeAndRead(ResultTable.RUNS, rows)).isEqualTo(rows);
    }

    @Test
    void aTableMayHaveNoRows() throws IOException {
        assertThat(writeAndRead(ResultTable.STARTS, List.of())).isEmpty();
    }

    @Test
    void manyRowsKeepTheirOrder() throws IOException {
        List<PredictionRow> rows = LongStream.range(0, 100_000)
                .mapToObj(row -> SampleRows.prediction(RUN, row, List.of(row / 3.0, row / 7.0)))
                .toList();

        assertThat(writeAndRead(ResultTable.PREDICTIONS, rows)).isEqualTo(rows);
    }

    @Test
    void aFileIsNotReplaced() throws IOException {
        ParquetRows.write(file, ResultTable.STARTS, List.of());

        assertThatThrownBy(() -> ParquetRows.write(file, ResultTable.STARTS, List.of()))
                .isInstanceOf(IOException.class)
                .satisfies(e -> assertThat(Reasons.of((Exception) e)).endsWith("rows.parquet exists already"));
    }

    @Test
    void columnsThatAFileLacksAreNullAndOthersAreLeftOut() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message other {
                  optional double value;
                  required group nested { required int32 a; }
                  optional binary class (STRING);
                  repeated int32 numbers;
                  optional binary run_id (STRING);
                }""");
        Group group = new SimpleGroup(schema)
                .append("value", 2.5)
                .append("class", "a")
                .append("numbers", 1)
                .append("numbers", 2)
                .append("run_id", RUN);
        group.addGroup("nested").append("a", 1);
        writeOther(schema, CompressionCodecName.UNCOMPRESSED, group);

        assertThat(ParquetRows.read(file, ResultTable.METRICS))
                .containsExactly(new MetricRow(RUN, null, null, null, "a", 2.5));
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPPY", "ZSTD", "GZIP"})
    void filesOfOtherWritersMayBeCompressed(CompressionCodecName codec) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("""
                message spark_schema {
                  optional binary run_id (STRING);
                  optional int32 row;
                  optional group scores (LIST) { repeated group list { required double element; } }
                }""");
        Group group = new SimpleGroup(schema).append("run_id", RUN).append("row", 7);
        Group scores = group.addGroup("scores");
        scores.addGroup("list").append("element", 0.25);
        scores.addGroup("list").append("element", 0.75);
        writeOther(schema, codec, group);

        assertThat(ParquetRows.read(file, ResultTable.PREDICTIONS))
                .containsExactly(
                        new PredictionRow(RUN, null, null, 7L, null, null, null, null, null, List.of(0.25, 0.75)));
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message other { required binary run_id (STRING); optional int96 started_at; }");
        writeOther(schema, CompressionCodecName.UNCOMPRESSED);

        assertThatThrownBy(() -> ParquetRows.read(file, ResultTable.RUNS))
                .hasMessage("column started_at is optional int96 started_at, not"
                        + " optional int64 started_at (TIMESTAMP(MICROS,true))");
    }

    @Test
    void localTimesAreNotTakenForUtc() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message other { required binary run_id (STRING);"
                + " optional int64 started_at (TIMESTAMP(MICROS,false)); }");
        writeOther(schema, CompressionCodecName.UNCOMPRESSED);

        assertThatThrownBy(() -> ParquetRows.read(file, ResultTable.RUNS)).hasMessageContaining("column started_at");
    }

    @Test
    void aFileWithoutTheRunIsRefused() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message other { optional double value; }");
        writeOther(schema, CompressionCodecName.UNCOMPRESSED, new SimpleGroup(schema).append("value", 1.0));

        assertThatThrownBy(() -> ParquetRows.read(file, ResultTable.METRICS)).hasMessage("it has no column run_id");
    }

    private void writeOther(MessageType schema, CompressionCodecName codec, Group... groups) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(file)
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(codec)
                .build()) {
            for (Group group : groups) {
                writer.write(group);
            }
        }
    }

    private <R extends Record> void assertRoundTrip(ResultTable<R> table, List<R> rows) throws IOException {
        assertThat(writeAndRead(table, rows)).isEqualTo(rows);
    }

    private <R extends Record> List<R> writeAndRead(ResultTable<R> table, List<R> rows) throws IOException {
        Files.deleteIfExists(Path.of(file.getPath()));
        ParquetRows.write(file, table, rows);
        return ParquetRows.read(file, table);
    }
}
