package io.sweepnet.spark.report;

import io.sweepnet.metric.Metric;
import io.sweepnet.metric.Metrics;
import io.sweepnet.spark.report.format.LossNumber;
import io.sweepnet.spark.report.format.TextTable;
import io.sweepnet.spark.results.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders a report as text: a table per run, with a bar for the final loss of each model. */
final class ReportText {

    private static final int BAR_WIDTH = 10;
    private static final String CLASSIFICATION = "classification";

    /** The metrics on the held-out rows that have a column. */
    private static final List<Metric> OF_NUMBERS = List.of(Metrics.R2);

    private static final List<Metric> OF_CLASSES = List.of(Metrics.ACCURACY, Metrics.F1);

    private final Report report;

    ReportText(Report report) {
        this.report = report;
    }

    String text() {
        Map<String, List<RunRow>> byRun = new LinkedHashMap<>();
        report.runs()
                .forEach(row -> byRun.computeIfAbsent(row.runId(), id -> new ArrayList<>())
                        .add(row));
        StringBuilder text = new StringBuilder();
        byRun.forEach((id, models) -> text.append(run(id, models)).append('\n'));
        return text.toString();
    }

    private String run(String id, List<RunRow> models) {
        RunRow first = models.get(0);
        double largest = models.stream()
                .mapToDouble(row ->
                        row.outcome().finalLoss() == null ? 0 : row.outcome().finalLoss())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        List<Metric> metrics = CLASSIFICATION.equals(first.data().task()) ? OF_CLASSES : OF_NUMBERS;
        boolean hasStarts = models.stream().anyMatch(row -> report.starts(row).size() > 1);
        TextTable table = new TextTable(
                header(metrics, hasStarts), "llrrr" + "r".repeat(metrics.size()) + (hasStarts ? "r" : "") + "rrrl");
        for (RunRow row : models) {
            List<String> cells = new ArrayList<>(List.of(
                    row.model(),
                    row.placement().execution(),
                    LossNumber.of(row.outcome().initialLoss()),
                    LossNumber.of(row.outcome().finalLoss()),
                    LossNumber.of(row.outcome().testLoss())));
            metrics.forEach(column -> cells.add(metric(report.heldOut(row, column.name()))));
            if (hasStarts) {
                cells.add(start(row));
            }
            cells.add(String.valueOf(row.outcome().iterations()));
            cells.add(String.format(Locale.ROOT, "%,d", row.outcome().candidateEvaluations()));
            cells.add(String.format(Locale.ROOT, "%.2f", row.outcome().wallSeconds()));
            cells.add(bar(row, largest));
            table.add(cells);
        }
        return "run " + id + ": " + first.data().dataset() + ", " + first.data().rows() + " rows, "
                + first.data().features()
                + (first.data().features() == 1 ? " feature" : " features") + ", loss "
                + first.setup().lossName() + ", network "
                + first.setup().architecture() + "\n\n"
                + table.text();
    }

    /**
     * Returns the number of the start that a model comes from, from 0 as in the tables, and the range of the numbers.
     */
    private String start(RunRow row) {
        int starts = report.starts(row).size();
        return starts > 1 ? report.chosenStart(row) + " of 0.." + (starts - 1) : "-";
    }

    private static List<String> header(List<Metric> metrics, boolean hasStarts) {
        List<String> header =
                new ArrayList<>(List.of("model", "execution", "initial loss", "final loss", "held-out loss"));
        metrics.forEach(column -> header.add("held-out " + column.title()));
        if (hasStarts) {
            header.add("start");
        }
        header.addAll(List.of("iterations", "evaluations", "seconds", "loss as a bar"));
        return header;
    }

    /**
     * Returns a metric with four digits after the point, unless it is huge; a dash if there is none, as without
     * held-out rows.
     */
    private static String metric(Double value) {
        return value == null || Math.abs(value) >= 1e4
                ? LossNumber.of(value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    /**
     * Returns a bar whose length is proportional to the final loss, followed by the status if it is not {@code done}.
     */
    private static String bar(RunRow row, double largest) {
        String bar = "";
        if (row.outcome().finalLoss() != null && Double.isFinite(row.outcome().finalLoss()) && largest > 0) {
            bar = "█".repeat((int)
                    Math.max(1, Math.round(BAR_WIDTH * row.outcome().finalLoss() / largest)));
        }
        return row.status().equals(RunRow.DONE) ? bar : (bar + " " + row.status()).strip();
    }
}
