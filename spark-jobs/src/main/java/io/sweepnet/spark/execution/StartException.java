package io.sweepnet.spark.execution;

/** A start of a search failed on its executor and would fail again. The message states the reason in one line. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}
