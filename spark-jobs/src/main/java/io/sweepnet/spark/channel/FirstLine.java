package io.sweepnet.spark.channel;

/** Of what Spark says of a failure, which goes on with a stack trace, the first line, which names the cause. */
public final class FirstLine {

    private FirstLine() {}

    /** The first line of its message; its class where it has none. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().findFirst().orElseGet(failure::toString);
    }
}
