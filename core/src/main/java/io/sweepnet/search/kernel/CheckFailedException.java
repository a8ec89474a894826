package io.sweepnet.search.kernel;

/**
 * An evaluator did not do what the direct rule does. The message is one line that names the step, its parameter and both
 * choices.
 */
public final class CheckFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with this message. */
    public CheckFailedException(String message) {
        super(message);
    }
}
