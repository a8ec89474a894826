package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.channel.ChannelPlugin;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.input.InputException;
import java.net.URL;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark with the settings that this program needs; other settings of the user are kept. */
public final class SparkSessions {

    private static final Pattern MASTER = Pattern.compile("local(\\[(\\*|[1-9]\\d*)(,[1-9]\\d*)?])?"
            + "|local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*\\d+\\s*]|spark://.+|k8s://.+|yarn");

    private SparkSessions() {}

    /**
     * Opens a session.
     *
     * @param configured master of the configuration, used if no other is given
     * @param named master of the command line; if empty, that of spark-submit is used
     * @throws InputException if the master, or one of the program's own Spark settings, cannot be used
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
        SparkSettings.fix(conf);
        // Tables are collected in the driver in packed form; only its memory limits their size.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        ChannelPlugin.addTo(conf);
        boolean isOneJvm = master.equals("local") || master.startsWith("local[");
        if (!isOneJvm) {
            if (!master.startsWith("local-cluster")) {
                Machine.requireAddress(master);
            }
            // The tasks of a search run as long as the search: the loss of an executor must not end the job.
            conf.setIfMissing("spark.task.maxFailures", "100");
            conf.setIfMissing("spark.stage.maxConsecutiveAttempts", "100");
        }
        if (!isOneJvm && !conf.contains("spark.jars")) {
            // Started without spark-submit: remote executors need the program's classes.
            ownJar().ifPresent(jar -> conf.setJars(new String[] {jar}));
        }
        if (isOneJvm) {
            // The driver is the executor: with a separate class loader it would load the driver's classes a second
            // time, as different classes.
            conf.set("spark.executor.userClassPathFirst", "false");
            // All communication is within the JVM: no name look-ups, and no port that other hosts can reach.
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
        }
        Logging.silentAtTheEnd();
        try {
            SparkSession session = SparkSession.builder().config(conf).getOrCreate();
            // If no master answers, Spark does not fail but stops.
            session.sparkContext().assertNotStopped();
            return session;
        } catch (Exception e) {
            throw new InputException("master = " + master + ": Spark cannot start there: " + reason(e), e);
        }
    }

    /** Returns whether a failure was caused by a Spark context that had stopped. */
    public static boolean isOfStoppedSpark(Throwable failure) {
        String first = FirstLine.of(failure);
        return failure instanceof IllegalStateException
                && (first.startsWith("Cannot call methods on a stopped SparkContext")
                        || first.startsWith("LiveListenerBus is stopped"));
    }

    /**
     * Returns why Spark did not start. Spark's own message may continue with stack traces, and name a consequential
     * failure.
     */
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

    /** Returns the jar of this class; empty if the class is in a folder. */
    private static Optional<String> ownJar() {
        URL location = SparkSessions.class.getProtectionDomain().getCodeSource().getLocation();
        return Optional.of(location.toString()).filter(jar -> jar.endsWith(".jar"));
    }
}
