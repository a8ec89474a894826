package io.sweepnet.spark.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** The columns as the documentation lists them, word for word: whoever changes one changes what others read. */
class ResultTableTest {

    @Test
    void runs() {
        assertColumns(
                ResultTable.RUNS,
                "run_id, model, started_at, finished_at, status, dataset, dataset_sha256, rows, dropped_rows, features,"
                        + " task, classes, architecture, loss_name, config, seed, version, schema_version,"
                        + " spark_version, java_version, master, execution, kernel, channel, executors, partitions,"
                        + " threads, parameters, candidate_evaluations, nonfinite_evaluations, direct_decisions,"
                        + " initial_loss, final_loss, validation_loss, test_loss, iterations, stop_reason,"
                        + " wall_seconds, details");
        assertSchema(ResultTable.RUNS, """
                message runs {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional int64 started_at (TIMESTAMP(MICROS,true));
                  optional int64 finished_at (TIMESTAMP(MICROS,true));
                  optional binary status (STRING);
                  optional binary dataset (STRING);
                  optional binary dataset_sha256 (STRING);
                  optional int64 rows;
                  optional int64 dropped_rows;
                  optional int32 features;
                  optional binary task (STRING);
                  optional group classes (LIST) { repeated group list { optional binary element (STRING); } }
                  optional binary architecture (STRING);
                  optional binary loss_name (STRING);
                  optional binary config (STRING);
                  optional int64 seed;
                  optional binary version (STRING);
                  optional int32 schema_version;
                  optional binary spark_version (STRING);
                  optional binary java_version (STRING);
                  optional binary master (STRING);
                  optional binary execution (STRING);
                  optional binary kernel (STRING);
                  optional binary channel (STRING);
                  optional int32 executors;
                  optional int32 partitions;
                  optional int32 threads;
                  optional int32 parameters;
                  optional int64 candidate_evaluations;
                  optional int64 nonfinite_evaluations;
                  optional int64 direct_decisions;
                  optional double initial_loss;
                  optional double final_loss;
                  optional double validation_loss;
                  optional double test_loss;
                  optional int32 iterations;
                  optional binary stop_reason (STRING);
                  optional double wall_seconds;
                  optional binary details (STRING);
                }""");
    }

    @Test
    void history() {
        assertColumns(
                ResultTable.HISTORY,
                "run_id, model, start, phase, iteration, loss, validation_loss, elapsed_seconds, candidate_evaluations,"
                        + " accepted, learning_rate");
        assertSchema(ResultTable.HISTORY, """
                message history {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional int32 start;
                  optional binary phase (STRING);
                  optional int32 iteration;
                  optional double loss;
                  optional double validation_loss;
                  optional double elapsed_seconds;
                  optional int64 candidate_evaluations;
                  optional int32 accepted;
                  optional double learning_rate;
                }""");
    }

    @Test
    void metrics() {
        assertColumns(ResultTable.METRICS, "run_id, model, split, metric, class, value");
        assertSchema(ResultTable.METRICS, """
                message metrics {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional binary split (STRING);
                  optional binary metric (STRING);
                  optional binary class (STRING);
                  optional double value;
                }""");
    }

    @Test
    void parameters() {
        assertColumns(ResultTable.PARAMETERS, "run_id, model, layer, kind, unit, input, initial, final");
        assertSchema(ResultTable.PARAMETERS, """
                message parameters {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional int32 layer;
                  optional binary kind (STRING);
                  optional int32 unit;
                  optional int32 input;
                  optional double initial;
                  optional double final;
                }""");
    }

    @Test
    void predictions() {
        assertColumns(
                ResultTable.PREDICTIONS,
                "run_id, model, split, row, id, target, prediction, target_label, predicted_label, scores");
        assertSchema(ResultTable.PREDICTIONS, """
                message predictions {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional binary split (STRING);
                  optional int64 row;
                  optional binary id (STRING);
                  optional double target;
                  optional double prediction;
                  optional binary target_label (STRING);
                  optional binary predicted_label (STRING);
                  optional group scores (LIST) { repeated group list { optional double element; } }
                }""");
    }

    @Test
    void starts() {
        assertColumns(
                ResultTable.STARTS,
                "run_id, model, start, seed, initial_loss, final_loss, iterations, stop_reason, wall_seconds, chosen");
        assertSchema(ResultTable.STARTS, """
                message starts {
                  required binary run_id (STRING);
                  optional binary model (STRING);
                  optional int32 start;
                  optional int64 seed;
                  optional double initial_loss;
                  optional double final_loss;
                  optional int32 iterations;
                  optional binary stop_reason (STRING);
                  optional double wall_seconds;
                  optional boolean chosen;
                }""");
    }

    @Test
    void allHoldsEachTableOnceRunsFirst() {
        assertThat(ResultTable.ALL)
                .containsExactly(
                        ResultTable.RUNS,
                        ResultTable.HISTORY,
                        ResultTable.METRICS,
                        ResultTable.PARAMETERS,
                        ResultTable.PREDICTIONS,
                        ResultTable.STARTS);
        assertThat(ResultTable.ALL)
                .extracting(ResultTable::name)
                .containsExactly("runs", "history", "metrics", "parameters", "predictions", "starts");
    }

    private static void assertColumns(ResultTable<?> table, String names) {
        assertThat(table.columns()).extracting(RecordColumn::name).containsExactly(names.split(", "));
    }

    private static void assertSchema(ResultTable<?> table, String schema) {
        assertThat(table.schema()).isEqualTo(MessageTypeParser.parseMessageType(schema));
    }
}
