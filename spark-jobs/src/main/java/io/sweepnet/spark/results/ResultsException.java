package io.sweepnet.spark.results;

/** Thrown if a results folder cannot be written or read; the message is one line for the user. */
public final class ResultsException extends RuntimeException {

    public ResultsException(String message) {
        super(message);
    }

    public ResultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
