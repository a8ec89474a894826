package io.sweepnet.spark.channel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs the members of a channel in threads of this JVM, without Spark: every message may be lost, with its answer or before it
 * arrives, and the attempt that sent it with it. What a member is made of travels as it would to a task.
 */
public final class FaultyMembers {

    private final double lossProbability;
    private final long seed;
    private int lost;

    /** @param lossProbability how likely a message ends its attempt */
    public FaultyMembers(double lossProbability, long seed) {
        this.lossProbability = lossProbability;
        this.seed = seed;
    }

    /** How many attempts were lost. */
    public synchronized int lost() {
        return lost;
    }

    private synchronized void lose() {
        lost++;
    }

    /** Runs members to their end, one per partition, and returns the reports. */
    public <T> List<double[]> run(Member<T> member, List<List<T>> partitions, double[] start) throws Exception {
        int members = partitions.size();
        Coordinator coordinator = new Coordinator(members, start);
        long run = Runs.open(coordinator);
        ExecutorService pool = Executors.newFixedThreadPool(members);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int number = 0; number < members; number++) {
                int own = number;
                tasks.add(() -> {
                    runMember(run, member, partitions.get(own), own, members);
                    return null;
                });
            }
            for (Future<Void> task : pool.invokeAll(tasks)) {
                task.get();
            }
            return new ArrayList<>(coordinator.takeReports());
        } finally {
            pool.shutdownNow();
            Runs.close(run);
        }
    }

    private <T> void runMember(long run, Member<T> member, List<T> partition, int number, int members)
            throws Exception {
        Random random = new Random(seed + number);
        for (long attempt = number; ; attempt += members) {
            try {
                Message.Join join = new Message.Join(run, number, attempt, "thread");
                Iterator<T> rows = partition.iterator();
                member.run(rows, StepExchange.join(join, members, new LosingWire(random)));
                return;
            } catch (StepExchange.DriverLostException e) {
                lose();
            }
        }
    }

    private final class LosingWire implements Wire {

        private final Random random;

        LosingWire(Random random) {
            this.random = random;
        }

        @Override
        public Object ask(Message message) throws IOException {
            boolean isLost = !(message instanceof Message.Poll) && random.nextDouble() < lossProbability;
            if (isLost && random.nextBoolean()) {
                throw new IOException("lost on the way");
            }
            Object answer = Runs.deliver(message);
            if (isLost) {
                throw new IOException("lost with its answer");
            }
            return answer;
        }

        @Override
        public int patience() {
            return 1;
        }
    }
}
