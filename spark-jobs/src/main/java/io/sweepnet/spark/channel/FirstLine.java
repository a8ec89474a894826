package io.sweepnet.spark.channel;

/** The first line of an exception's message. Spark's messages name the cause there, and a stack trace follows. */
public final class FirstLine {

    private FirstLine() {}

    /** Returns the simple name of the exception's class and the first line of its message, if it has one. */
    public static String named(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + of(failure);
    }

    /** Returns the first line of the exception's message, or the exception as text if it has no message. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.toString()
                : message.lines().findFirst().orElseGet(failure::toString);
    }
}
