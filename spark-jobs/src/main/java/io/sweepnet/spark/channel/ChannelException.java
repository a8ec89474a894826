package io.sweepnet.spark.channel;

/** A channel's run ended before its time. The message says why, in one line. */
public final class ChannelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChannelException(String message) {
        super(message);
    }
}
