package io.sweepnet.search.kernel;

/**
 * Thrown by {@link CheckedEvaluator} if an evaluator differs from the direct rule. The message is one line that names the
 * step, its parameter and both choices.
 */
public final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Creates the exception with a message. */
    public CheckFailedException(String message) {
        super(message);
    }
}
