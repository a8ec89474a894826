package io.sweepnet.spark.execution;

/** A start of a search failed where it ran, and would again. The message says why, in one line. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}
