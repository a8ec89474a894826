package io.sweepnet.spark.cli;

import io.sweepnet.spark.run.RunSettings;
import java.nio.file.Path;

/** Reports where the results of a run are, and the command that shows them. */
final class NextSteps {

    private static final String DEFAULT_RESULTS = "results";

    private NextSteps() {}

    static String text(RunSettings settings, String runId) {
        String results = settings.config().results();
        boolean isDefault =
                Path.of("").toAbsolutePath().resolve(DEFAULT_RESULTS).toString().equals(results)
                        || results.equals(DEFAULT_RESULTS);
        StringBuilder text = new StringBuilder();
        text.append("results: ")
                .append(results)
                .append(" (Parquet: runs, history, metrics, parameters, predictions,")
                .append(" starts), run ")
                .append(runId)
                .append('\n');
        settings.save().ifPresent(file -> text.append("model:   ").append(file).append('\n'));
        text.append("next:    ")
                .append(command())
                .append(" report --run ")
                .append(runId)
                .append(isDefault ? "" : " --results '" + results.replace("'", "'\\''") + "'")
                .append(" --json\n");
        return text.toString();
    }

    /** Returns the command that starts the program from the working folder. */
    private static String command() {
        String home = System.getProperty("sweepnet.home");
        if (home == null || Path.of(home).equals(Path.of("").toAbsolutePath())) {
            return "bin/sweepnet";
        }
        String launcher = home + "/bin/sweepnet";
        return launcher.contains(" ") ? "'" + launcher + "'" : launcher;
    }
}
