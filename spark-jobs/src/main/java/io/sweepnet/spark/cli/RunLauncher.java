package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.session.ExitCode;
import io.sweepnet.spark.cli.session.SparkSessions;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.report.Report;
import io.sweepnet.spark.report.ReportFormat;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.run.Run;
import io.sweepnet.spark.run.RunSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Executes a run of {@code compare} or {@code train} and prints its report. */
final class RunLauncher {

    private final Console console;

    RunLauncher(Console console) {
        this.console = console;
    }

    int launch(RunSettings settings, Optional<String> master) {
        Run run = new Run(settings);
        SparkSession spark = SparkSessions.open(settings.config().master(), master);
        try {
            String runId = run.execute(spark, console.diagnostics(), console.cancellation());
            try (ResultsFolder results = new ResultsFolder(
                    settings.config().results(), spark.sparkContext().hadoopConfiguration())) {
                Report report = Report.read(results, Optional.of(runId));
                console.out().print(ReportFormat.TEXT.renderer().render(report));
                console.out().print(NextSteps.text(settings, runId));
                console.out().flush();
                return reportEnd(settings, report);
            }
        } finally {
            spark.stop();
        }
    }

    private int reportEnd(RunSettings settings, Report report) {
        int diverged = reportDiverged(report);
        if (!console.cancellation().isRequested()) {
            return diverged;
        }
        List<String> trained = report.runs().stream().map(RunRow::model).toList();
        List<String> left = settings.config().models().stream()
                .map(model -> model.label())
                .filter(model -> !trained.contains(model))
                .toList();
        boolean hasResults = report.runs().stream().anyMatch(RunLauncher::hasLearnt);
        console.diagnostics()
                .cancelled("cancelled; "
                        + (hasResults
                                ? "the results hold what was reached"
                                : "nothing was reached yet, and the results hold the initial parameters")
                        + (left.isEmpty() ? "" : "; not trained: " + String.join(", ", left)));
        return ExitCode.CANCELLED;
    }

    private static boolean hasLearnt(RunRow row) {
        return row.outcome().iterations() > 0
                || !Objects.equals(row.outcome().initialLoss(), row.outcome().finalLoss());
    }

    /**
     * Reports diverged models and returns the exit code. A comparison continues without them; if all diverged, the run
     * has failed.
     */
    private int reportDiverged(Report report) {
        List<String> diverged = report.runs().stream()
                .filter(row -> row.status().equals(RunRow.DIVERGED))
                .map(RunRow::model)
                .toList();
        if (diverged.isEmpty()) {
            return 0;
        }
        boolean isSearchAlone = diverged.equals(List.of(ModelKind.SEARCH.label()));
        String message = "diverged, the loss was no finite number: " + String.join(", ", diverged) + "; "
                + (isSearchAlone ? "smaller ranges" : "a lower gradient.learning-rate")
                + " or another data.scaling may help";
        if (diverged.size() == report.runs().size()) {
            console.diagnostics().error(message, ExitCode.DIVERGED);
            return ExitCode.DIVERGED;
        }
        console.diagnostics().warning(message);
        return 0;
    }
}
