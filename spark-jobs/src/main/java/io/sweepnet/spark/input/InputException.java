package io.sweepnet.spark.input;

/**
 * Something the user gave cannot be used: a setting, a file, a column. The message is one line, written for the user,
 * who needs no stack trace to act on it.
 */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message one line: what is wrong, where it stands, what is allowed */
    public InputException(String message) {
        super(message);
    }

    /**
     * @param message one line: what is wrong, where it stands, what is allowed
     * @param cause what brought it to light, for a debugger
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
