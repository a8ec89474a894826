package io.sweepnet.spark.input;

/**
 * An input of the user cannot be used: a setting, a file, a column. The message is one line, written for the user, who needs
 * no stack trace to act on it.
 */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message one line: what is wrong, where it is, and what is allowed */
    public InputException(String message) {
        super(message);
    }

    /**
     * @param message one line: what is wrong, where it is, and what is allowed
     * @param cause the underlying exception, for debugging
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
