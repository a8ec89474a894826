package io.sweepnet.spark.channel;

/** Of what Spark says of a failure, which goes on with a stack trace, the first line, which names the cause. */
public final class FirstLine {

    private FirstLine() {}

    /** The name of its class, and the first line of its message, if it has one. */
    public static String named(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + of(failure);
    }

    /** The first line of its message; its class where it has none. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().findFirst().orElseGet(failure::toString);
    }
}
