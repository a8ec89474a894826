package io.sweepnet.spark.cli;

import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.run.Run;
import io.sweepnet.spark.run.RunSettings;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Runs what compare or train was asked for and prints what it gave, as report would. */
final class RunLauncher {

    private final Console console;

    RunLauncher(Console console) {
        this.console = console;
    }

    int launch(RunSettings settings, Optional<String> master) {
        Run run = new Run(settings);
        SparkSession spark = SparkSessions.open(settings.config().master(), master);
        try {
            String runId = run.execute(spark, new ConsoleProgress(console, settings.config()));
            try (ResultsFolder results = new ResultsFolder(
                    settings.config().results(), spark.sparkContext().hadoopConfiguration())) {
                Report report = Report.read(results, Optional.of(runId));
                console.out().print(new ReportText(report).text());
                console.out().print(NextSteps.text(settings, runId));
                return tellDiverged(report);
            }
        } finally {
            spark.stop();
        }
    }

    /** A comparison goes on without a model that diverged; where no model is left, the run has failed. */
    private int tellDiverged(Report report) {
        List<String> diverged = report.runs().stream()
                .filter(row -> row.status().equals(RunRow.DIVERGED))
                .map(RunRow::model)
                .toList();
        if (!diverged.isEmpty()) {
            console.err()
                    .println("sweepnet: diverged, the loss was no finite number: " + String.join(", ", diverged)
                            + "; a lower gradient.learning-rate or another data.scaling may help");
        }
        return diverged.size() == report.runs().size() ? Sweepnet.DIVERGED : 0;
    }
}
