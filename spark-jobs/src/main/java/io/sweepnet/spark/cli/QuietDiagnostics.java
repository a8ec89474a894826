package io.sweepnet.spark.cli;

/** Says why a command failed, and nothing else. */
final class QuietDiagnostics implements Diagnostics {

    private final Diagnostics errors;

    /** @param errors gives errors their form */
    QuietDiagnostics(Diagnostics errors) {
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
