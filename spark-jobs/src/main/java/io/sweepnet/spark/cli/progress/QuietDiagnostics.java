package io.sweepnet.spark.cli.progress;

/** Says why a command failed, and nothing else. */
public final class QuietDiagnostics implements Diagnostics {

    private final Diagnostics errors;

    /**
     * Diagnostics of errors alone.
     *
     * @param errors gives errors their form
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
