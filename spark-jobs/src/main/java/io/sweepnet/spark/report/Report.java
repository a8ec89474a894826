package io.sweepnet.spark.report;

import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of the result tables for one or more runs.
 *
 * @param runs rows of the runs table, the oldest run first, models in the order they were trained
 * @param history rows of the history table of these runs
 * @param metrics rows of the metrics table of these runs
 * @param starts rows of the starts table of these runs
 */
public record Report(List<RunRow> runs, List<HistoryRow> history, List<MetricRow> metrics, List<StartRow> starts) {

    /** The name of the held-out part in the metrics table. */
    private static final String HELD_OUT = "test";

    /** Reads one run by its id, or all runs if {@code run} is empty. */
    public static Report read(ResultsFolder results, Optional<String> run) {
        return new Report(
                rows(results, ResultTable.RUNS, run).stream()
                        .sorted(Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::runId))
                        .toList(),
                rows(results, ResultTable.HISTORY, run),
                rows(results, ResultTable.METRICS, run),
                rows(results, ResultTable.STARTS, run));
    }

    private static <R extends Record> List<R> rows(ResultsFolder results, ResultTable<R> table, Optional<String> run) {
        return run.map(id -> results.read(table, id)).orElseGet(() -> results.read(table));
    }

    /** Returns the id of the run that began last. */
    public static String latest(ResultsFolder results) {
        return results.read(ResultTable.RUNS).stream()
                .max(Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::runId))
                .orElseThrow()
                .runId();
    }

    /** Returns the history of a model of a run, in order. */
    public List<HistoryRow> history(RunRow run) {
        return history.stream()
                .filter(row -> row.runId().equals(run.runId()) && row.model().equals(run.model()))
                .toList();
    }

    /** Returns the metrics of a model of a run, in the order of the table. */
    public List<MetricRow> metrics(RunRow run) {
        return metrics.stream()
                .filter(row -> row.runId().equals(run.runId()) && row.model().equals(run.model()))
                .toList();
    }

    /** Returns the starts of a model of a run, in the order of the table. */
    public List<StartRow> starts(RunRow run) {
        return starts.stream()
                .filter(row -> row.runId().equals(run.runId()) && row.model().equals(run.model()))
                .toList();
    }

    /** Returns the number of the start that a model of a run comes from; null if the table has none. */
    public Integer chosenStart(RunRow run) {
        return starts(run).stream()
                .filter(row -> Boolean.TRUE.equals(row.chosen()))
                .findFirst()
                .map(StartRow::start)
                .orElse(null);
    }

    /** Returns a metric of a model of a run on the held-out rows, over all classes; null if there is none. */
    public Double heldOut(RunRow run, String metric) {
        return metrics(run).stream()
                .filter(row -> HELD_OUT.equals(row.split()) && metric.equals(row.metric()) && row.ofClass() == null)
                .findFirst()
                .map(MetricRow::value)
                .orElse(null);
    }
}
