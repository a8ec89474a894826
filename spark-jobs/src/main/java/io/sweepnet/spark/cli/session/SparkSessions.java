package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.input.InputException;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark as this program needs it; what the user has set already stays. */
public final class SparkSessions {

    private static final Pattern MASTER = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(,[1-9]\\d*)?])?"
            + "|local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*]|spark://.+|k8s://.+|yarn");

    private SparkSessions() {}

    /**
     * A session.
     *
     * @param configured master of the configuration, for where nobody names one
     * @param named master that the command line names; else what spark-submit was given counts
     * @throws InputException where the master cannot be used, or a setting of Spark that is the program's own
     */
    public static SparkSession open(String configured, Optional<String> named) {
        SparkConf conf = new SparkConf();
        SparkSettings.check(conf);
        String master = named.orElseGet(() -> conf.get("spark.master", configured));
        if (!MASTER.matcher(master).matches()) {
            throw new InputException("master = " + master
                    + ": allowed are local, local[N], local[*], spark://HOST:PORT, yarn and k8s://URL");
        }
        conf.setMaster(master);
        conf.setIfMissing("spark.app.name", "sweepnet");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        // Tables come to the driver packed, and its memory is their limit.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        ChannelPlugin.addTo(conf);
        boolean isOneJvm = master.equals("local") || master.startsWith("local[");
        if (!isOneJvm) {
            // The tasks of a search live as long as it does: what is lost with an executor is not the job's end.
            conf.setIfMissing("spark.task.maxFailures", "100");
            conf.setIfMissing("spark.stage.maxConsecutiveAttempts", "100");
        }
        if (!isOneJvm && !conf.contains("spark.jars")) {
            // Started without spark-submit: executors elsewhere need the program's classes.
            ownJar().ifPresent(jar -> conf.setJars(new String[] {jar}));
        }
        if (isOneJvm) {
            // The driver is the executor: with a class loader of its own it would not know the driver's classes for its
            // own.
            conf.set("spark.executor.userClassPathFirst", "false");
            // Everything talks to itself: no name look-ups, and nothing listens where others could reach it.
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        Logging.silentAtTheEnd();
        try {
            SparkSession session = SparkSession.builder().config(conf).getOrCreate();
            // Without a master it does not fail, it ends.
            session.sparkContext().assertNotStopped();
            return session;
        } catch (Exception e) {
            throw new InputException("master = " + master + ": Spark cannot start there: " + reason(e), e);
        }
    }

    /** Whether something failed because Spark had ended under it. */
    public static boolean isOfStoppedSpark(Throwable failure) {
        String first = FirstLine.of(failure);
        return failure instanceof IllegalStateException
                && (first.startsWith("Cannot call methods on a stopped SparkContext")
                        || first.startsWith("LiveListenerBus is stopped"));
    }

    /** Why Spark did not start. What it says itself may go on with stack traces, and names a later failure. */
    static String reason(Exception failure) {
        String first = FirstLine.of(failure);
        if (isOfStoppedSpark(failure)) {
            return "it ended again; either no master answers at that address, or the master has ended the application,"
                    + " whose executors may have failed";
        }
        if (first.startsWith("Could not parse Master URL")) {
            return "its jars here know no such resource manager; SPARK_HOME may name a distribution of Spark that does, or use"
                    + " its spark-submit";
        }
        return first;
    }

    /** The jar that this class is in; empty where it is in a folder of classes. */
    private static Optional<String> ownJar() {
        URL place = SparkSessions.class.getProtectionDomain().getCodeSource().getLocation();
        return Optional.of(place.toString()).filter(jar -> jar.endsWith(".jar"));
    }
}
