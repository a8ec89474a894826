package io.sweepnet.spark.cli.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.status.StatusLogger;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;

/**
 * Keeps Spark's and Hadoop's logs to errors, unless the user has configured logging. Nothing of this is on the class path
 * under a name that a host application would pick up.
 */
public final class Logging {

    private static final String PROPERTY = "log4j2.configurationFile";
    private static final String QUIET = "io/sweepnet/conf/log4j2.properties";
    /** Names the appender, in our configuration; text where it is not set. */
    private static final String APPENDER = "sweepnet.log";

    private static final String SPARK_DEFAULTS = "log4j2-defaults.properties";

    /** Set by spark-submit in the JVM that it runs an application in. */
    private static final String SPARK_SUBMIT = "SPARK_SUBMIT";

    /** Between Spark's hook and that of {@link Interruption}. */
    private static final int BEFORE_SPARK_ENDS = FileSystem.SHUTDOWN_HOOK_PRIORITY + 60;

    private static final Runnable SILENCE = Logging::silence;

    private Logging() {}

    /**
     * To be called before anything is logged.
     *
     * @param json whether a line is to be a JSON object
     */
    public static void configure(boolean json) {
        if (json) {
            System.setProperty(APPENDER, "json");
        }
        boolean afterSparkSubmit = System.getProperty(SPARK_SUBMIT) != null;
        URL quiet = Logging.class.getClassLoader().getResource(QUIET);
        if (quiet != null && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, quiet.toString());
            if (afterSparkSubmit) {
                quietAfterSparkSubmit(quiet);
            }
        } else if (json && afterSparkSubmit) {
            // The launcher's configuration was read before the property was set.
            sparkContext().reconfigure();
        }
    }

    /**
     * Keeps Spark silent once the JVM ends, from before Spark's own hook on: what it was about to do fails then, with
     * stack traces, and is nobody's concern any more.
     *
     * @throws IllegalStateException if the JVM is ending already
     */
    static void silentAtTheEnd() {
        // The same hook again is no second one.
        ShutdownHookManager.get().addShutdownHook(SILENCE, BEFORE_SPARK_ENDS);
    }

    /** Ends Spark's logging, for good. A logger that is asked for later than that would print on stdout. */
    static void silence() {
        StatusLogger.getLogger().getFallbackListener().setLevel(Level.OFF);
        LoggerContext context = sparkContext();
        context.getConfiguration().getLoggers().values().forEach(logger -> logger.setLevel(Level.OFF));
        context.updateLoggers();
    }

    /**
     * spark-submit has begun to log already. Where it did so by nobody's wish but its own, Spark would set its defaults
     * once more at its next word: it is made to do that now, in silence, and ours come after.
     */
    private static void quietAfterSparkSubmit(URL quiet) {
        SparkContext$.MODULE$.initializeLogIfNecessary(false, true);
        LoggerContext context = sparkContext();
        if (isDefault(context)) {
            try {
                context.setConfigLocation(quiet.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a resource's URL is a URI: " + quiet, e);
            }
        }
    }

    /** Where Spark logs: this class has another class loader there, and so by default another context. */
    private static LoggerContext sparkContext() {
        return (LoggerContext) LogManager.getContext(SparkContext.class.getClassLoader(), false);
    }

    private static boolean isDefault(LoggerContext context) {
        ConfigurationSource source = context.getConfiguration().getConfigurationSource();
        URI location = source == null ? null : source.getURI();
        return context.getConfiguration() instanceof DefaultConfiguration
                || (location != null && location.toString().endsWith(SPARK_DEFAULTS));
    }
}
