package io.sweepnet.spark.results;

import java.time.Instant;
import java.util.List;

/** Rows for tests: each with every column set, and one with none but the run. */
final class SampleRows {

    static final String RUN = "20260102T030405Z-1a2b3c";
    static final String OTHER_RUN = "20260308T065959Z-00ff00";

    private SampleRows() {}

    static RunRow run(String runId) {
        return new RunRow(
                runId,
                "search",
                Instant.parse("2026-03-08T06:59:59.123456Z"),
                Instant.parse("2026-03-08T07:00:01.5Z"),
                RunRow.DONE,
                new RunRow.Data(
                        "007",
                        "ab12",
                        1L << 40,
                        3L,
                        4,
                        "classification",
                        List.of("007", "2024-01-01", "äö ☃ \uD83D\uDE00", "")),
                new RunRow.Setup("4-8-3", "squared", "{\"seed\": 42}", Long.MIN_VALUE),
                new RunRow.Environment("0.1.0", RunRow.SCHEMA_VERSION, "4.2.0", "17", "local[*]"),
                new RunRow.Placement("candidates", "piecewise", "direct", 1, 2, 3),
                new RunRow.Outcome(
                        67,
                        1L << 41,
                        5L,
                        6L,
                        0.75,
                        -0.0,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        30,
                        "tolerance",
                        2.376544),
                "{}");
    }

    static RunRow emptyRun(String runId) {
        Object[] values = new Object[ResultTable.RUNS.columns().size()];
        values[0] = runId;
        return ResultTable.RUNS.newRow(values);
    }

    /** A row with its times alone. */
    static RunRow timedRun(String runId, Instant startedAt, Instant finishedAt) {
        RunRow none = emptyRun(runId);
        return new RunRow(
                runId,
                null,
                startedAt,
                finishedAt,
                null,
                none.data(),
                none.setup(),
                none.environment(),
                none.placement(),
                none.outcome(),
                null);
    }

    static HistoryRow history(String runId, int iteration) {
        return new HistoryRow(
                runId, "search", 0, "search", iteration, 0.1, Double.MIN_VALUE, 0.5, Long.MAX_VALUE, 12, 0.1);
    }

    static MetricRow metric(String runId) {
        return new MetricRow(runId, "search", "test", "f1", "äö", 1.0 / 3);
    }

    static ParameterRow parameter(String runId) {
        return new ParameterRow(runId, "search", 1, "weight", 2, Integer.MIN_VALUE, -5.0, 5.0);
    }

    static PredictionRow prediction(String runId, long row, List<Double> scores) {
        return new PredictionRow(runId, "search", "train", row, "0" + row, 1.0, 2.0, "a", "b", scores);
    }

    static StartRow start(String runId, Boolean chosen) {
        return new StartRow(runId, "search", 0, 42L, 0.75, 0.5, 30, "tolerance", 0.25, chosen);
    }
}
