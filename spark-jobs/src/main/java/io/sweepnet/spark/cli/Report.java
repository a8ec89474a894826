package io.sweepnet.spark.cli;

import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the tables say of some runs.
 *
 * @param runs rows of the runs table, the oldest run first, models in the order they were trained
 * @param history rows of the history table of these runs
 */
record Report(List<RunRow> runs, List<HistoryRow> history) {

    /** Reads one run, or all. */
    static Report read(ResultsFolder results, Optional<String> run) {
        List<RunRow> runs = run.map(id -> results.read(Table.RUNS, id)).orElseGet(() -> results.read(Table.RUNS));
        List<HistoryRow> history =
                run.map(id -> results.read(Table.HISTORY, id)).orElseGet(() -> results.read(Table.HISTORY));
        return new Report(
                runs.stream()
                        .sorted(Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::runId))
                        .toList(),
                history);
    }

    /** The id of the run that began last. */
    static String latest(ResultsFolder results) {
        return results.read(Table.RUNS).stream()
                .max(Comparator.comparing(RunRow::startedAt).thenComparing(RunRow::runId))
                .orElseThrow()
                .runId();
    }

    /** The history of a run's model, in order. */
    List<HistoryRow> history(RunRow run) {
        return history.stream()
                .filter(row -> row.runId().equals(run.runId()) && row.model().equals(run.model()))
                .toList();
    }
}
