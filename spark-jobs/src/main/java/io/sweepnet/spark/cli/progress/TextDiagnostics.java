package io.sweepnet.spark.cli.progress;

import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.run.Stage;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.io.PrintStream;

/**
 * Diagnostics for people, as lines of text. On a terminal, the training of a model has a line that is updated in place,
 * and a stage has one that is removed afterwards; without a terminal no progress is shown.
 */
public final class TextDiagnostics implements Diagnostics {

    private static final String PROGRAM = "sweepnet: ";
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private boolean inLine;
    private boolean isStage;

    /**
     * Creates diagnostics as lines of text.
     *
     * @param err the stream to print to
     * @param terminal whether lines can be overwritten
     */
    public TextDiagnostics(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void note(String line) {
        say("note: " + line);
    }

    @Override
    public synchronized void stage(Stage stage, String what) {
        if (!terminal) {
            return;
        }
        endLine();
        if (stage != Stage.WRITTEN) {
            overwrite(stage.verb() + " " + what + " ...");
            isStage = true;
        }
    }

    @Override
    public TrainingListener training(ModelKind model, RunConfig config) {
        return terminal ? new ProgressLine(model, config, this::overwrite) : TrainingListener.NONE;
    }

    @Override
    public synchronized void trained(ModelKind model, TrainingHistory history) {
        endLine();
    }

    @Override
    public void warning(String message) {
        say(PROGRAM + message);
    }

    @Override
    public void cancelled(String message) {
        say(PROGRAM + message);
    }

    @Override
    public void error(String message, int exitCode) {
        say(PROGRAM + message);
    }

    @Override
    public synchronized void failure(String message, Throwable cause, int exitCode) {
        say(PROGRAM + message + " - this should not have happened; where it did:");
        cause.printStackTrace(err);
    }

    private synchronized void say(String line) {
        endLine();
        err.println(line);
    }

    private synchronized void overwrite(String line) {
        err.print(CLEAR_LINE + line);
        err.flush();
        inLine = true;
        isStage = false;
    }

    private void endLine() {
        if (inLine) {
            err.print(isStage ? CLEAR_LINE : System.lineSeparator());
            err.flush();
            inLine = false;
        }
    }
}
