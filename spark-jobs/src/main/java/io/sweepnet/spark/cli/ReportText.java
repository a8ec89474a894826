package io.sweepnet.spark.cli;

import io.sweepnet.spark.results.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for people: a table per run, with a bar for each model's final loss. */
final class ReportText {

    private static final int BAR_WIDTH = 20;
    private static final List<String> HEADER = List.of(
            "model",
            "execution",
            "initial loss",
            "final loss",
            "held-out loss",
            "iterations",
            "candidate evaluations",
            "seconds",
            "final loss as a bar");

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

    private static String run(String id, List<RunRow> models) {
        RunRow first = models.get(0);
        double largest = models.stream()
                .mapToDouble(row -> row.finalLoss() == null ? 0 : row.finalLoss())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        TextTable table = new TextTable(HEADER, "llrrrrrrl");
        for (RunRow row : models) {
            table.add(List.of(
                    row.model(),
                    row.execution(),
                    loss(row.initialLoss()),
                    loss(row.finalLoss()),
                    loss(row.testLoss()),
                    String.valueOf(row.iterations()),
                    String.format(Locale.ROOT, "%,d", row.candidateEvaluations()),
                    String.format(Locale.ROOT, "%.2f", row.wallSeconds()),
                    bar(row, largest)));
        }
        return "run " + id + ": " + first.dataset() + ", " + first.rows() + " rows, " + first.features()
                + (first.features() == 1 ? " feature" : " features") + ", loss " + first.lossName() + ", network "
                + first.architecture() + "\n\n"
                + table.text();
    }

    /** A bar as long as the final loss, and how training ended where it did not end as planned. */
    private static String bar(RunRow row, double largest) {
        String bar = "";
        if (row.finalLoss() != null && Double.isFinite(row.finalLoss()) && largest > 0) {
            bar = "█".repeat((int) Math.max(1, Math.round(BAR_WIDTH * row.finalLoss() / largest)));
        }
        return row.status().equals(RunRow.DONE) ? bar : (bar + " " + row.status()).strip();
    }

    /** Six significant digits; a dash where there is none. */
    static String loss(Double loss) {
        if (loss == null) {
            return "-";
        }
        if (loss == 0 || !Double.isFinite(loss)) {
            return String.valueOf(loss);
        }
        double size = Math.abs(loss);
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.5e", loss);
        }
        int whole = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 6 - Math.max(1, whole)) + "f", loss);
    }
}
