package io.sweepnet.spark.channel;

/** A call, where driver and tasks share a JVM. */
final class DirectWire implements Wire {

    /** About 50 microseconds, which is what a pause costs. */
    private static final int SPINS = 1000;

    private final int patience;

    /** @param members with more of them than processors, waiting busily takes the processor from whom it waits for */
    DirectWire(int members) {
        patience = members <= Runtime.getRuntime().availableProcessors() ? SPINS : 1;
    }

    @Override
    public Object ask(Message message) {
        return Runs.tell(message);
    }

    @Override
    public int patience() {
        return patience;
    }
}
