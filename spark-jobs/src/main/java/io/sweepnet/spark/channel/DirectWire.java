package io.sweepnet.spark.channel;

/** A wire for tasks in the driver's JVM: a message is a method call. */
final class DirectWire implements Wire {

    /** About 50 microseconds of polls, as long as the shortest pause. */
    private static final int SPINS = 1000;

    private final int patience;

    /** @param members number of members; if there are more than processors, busy waiting would slow the other members down */
    DirectWire(int members) {
        patience = members <= Runtime.getRuntime().availableProcessors() ? SPINS : 1;
    }

    @Override
    public Object ask(Message message) {
        return Runs.deliver(message);
    }

    @Override
    public int patience() {
        return patience;
    }
}
