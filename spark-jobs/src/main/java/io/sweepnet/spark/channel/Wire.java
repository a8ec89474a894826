package io.sweepnet.spark.channel;

/** How messages reach the coordinator of a run. */
interface Wire {

    /**
     * Sends a message and waits for its answer.
     *
     * @throws Exception where the driver cannot be reached
     */
    Object ask(Message message) throws Exception;

    /** How often to ask at once before pausing between one time and the next. */
    int patience();

    /** The wire from a task to the coordinator of a run: a call where both are in one JVM, else Spark's RPC. */
    static Wire to(long run, int members) {
        return Runs.isHere(run) ? new DirectWire(members) : new RpcWire();
    }
}
