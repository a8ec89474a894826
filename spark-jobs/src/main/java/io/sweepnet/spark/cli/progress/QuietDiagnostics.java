package io.sweepnet.spark.cli.progress;

/** Reports only why a command failed. */
public final class QuietDiagnostics implements Diagnostics {

    private final Diagnostics errors;

    /**
     * Creates diagnostics that report only errors.
     *
     * @param errors receives the errors
     */
    public QuietDiagnostics(Diagnostics errors) {
        this.errors = errors;
    }

    @Override
    public void warning(String message) {}

    @Override
    public void cancelled(String message) {}

    @Override
    public void error(String message, int exitCode) {
        errors.error(message, exitCode);
    }

    @Override
    public void failure(String message, Throwable cause, int exitCode) {
        errors.failure(message, cause, exitCode);
    }
}
