package io.sweepnet.spark.channel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The registry of the runs whose coordinators are in this JVM. */
final class Runs {

    private static final Map<Long, Coordinator> COORDINATORS = new ConcurrentHashMap<>();

    private Runs() {}

    /** Registers a coordinator and returns the number of its run. */
    static long open(Coordinator coordinator) {
        long run;
        do {
            run = ThreadLocalRandom.current().nextLong();
        } while (COORDINATORS.putIfAbsent(run, coordinator) != null);
        return run;
    }

    static void close(long run) {
        COORDINATORS.remove(run);
    }

    static boolean isHere(long run) {
        return COORDINATORS.containsKey(run);
    }

    /** Passes a message to its run's coordinator and returns the answer; {@link Coordinator#CLOSED} if the run is over. */
    static Object deliver(Message message) {
        Coordinator coordinator = COORDINATORS.get(message.run());
        if (coordinator != null) {
            return coordinator.receive(message);
        }
        double[] closed = {Coordinator.CLOSED};
        return message instanceof Message.Join ? new double[][] {closed} : closed;
    }
}
