package io.sweepnet.spark.channel;

/** A channel could not start, or its run ended early. The message states the reason in one line. */
public final class ChannelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChannelException(String message) {
        super(message);
    }
}
