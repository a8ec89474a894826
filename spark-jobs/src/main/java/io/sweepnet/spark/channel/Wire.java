package io.sweepnet.spark.channel;

/** A transport of messages to the coordinator of a run. */
interface Wire {

    /**
     * Sends a message and waits for its answer.
     *
     * @throws Exception if the driver cannot be reached
     */
    Object ask(Message message) throws Exception;

    /** Returns how many times to ask without a pause before pausing between requests. */
    int patience();

    /** Returns the wire from a task to a run's coordinator: method calls if both are in one JVM, else Spark's RPC. */
    static Wire to(long run, int members) {
        return Runs.isHere(run) ? new DirectWire(members) : new RpcWire();
    }
}
