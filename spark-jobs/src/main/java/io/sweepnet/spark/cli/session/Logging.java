package io.sweepnet.spark.cli.session;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
 * Restricts the logs of Spark and Hadoop to errors, unless the user has configured logging. The logging configuration
 * has a name on the class path that a host application does not load by default.
 */
public final class Logging {

    private static final String PROPERTY = "log4j2.configurationFile";
    private static final String QUIET = "io/sweepnet/conf/log4j2.properties";
    /** The property that names the appender in the program's configuration; {@code text} if it is not set. */
    private static final String APPENDER = "sweepnet.log";

    private static final String SPARK_DEFAULTS = "log4j2-defaults.properties";

    /** Set by spark-submit in the JVM that it runs an application in. */
    private static final String SPARK_SUBMIT = "SPARK_SUBMIT";

    /** The priority of the hook, between that of Spark and that of {@link Interruption}. */
    private static final int BEFORE_SPARK_ENDS = FileSystem.SHUTDOWN_HOOK_PRIORITY + 60;

    private static final Runnable SILENCE = Logging::silence;

    private Logging() {}

    /**
     * Configures logging. Must be called before anything is logged.
     *
     * @param json whether each line is to be a JSON object
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
     * Silences Spark when the JVM exits, before Spark's own shutdown hook runs: work of Spark that fails then logs
     * stack traces that are no longer relevant.
     *
     * @throws IllegalStateException if the JVM is already exiting
     */
    static void silentAtTheEnd() {
        // Adding the same hook again has no effect.
        ShutdownHookManager.get().addShutdownHook(SILENCE, BEFORE_SPARK_ENDS);
    }

    /**
     * Ends the logging of Spark permanently, and discards what libraries print on stderr themselves: while the JVM exits,
     * some of them fail and print stack traces. Messages of this program still arrive, since they go to the stream that
     * stderr was when the command began. A logger that is requested even later would print on stdout.
     */
    static void silence() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        StatusLogger.getLogger().getFallbackListener().setLevel(Level.OFF);
        LoggerContext context = sparkContext();
        context.getConfiguration().getLoggers().values().forEach(logger -> logger.setLevel(Level.OFF));
        context.updateLoggers();
    }

    /**
     * Replaces the configuration that spark-submit has already begun to log with, unless it is the user's. Spark would
     * set its own defaults again with its next message; it is therefore made to set them now, silently, before those of
     * this program.
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

    /**
     * Returns the logger context of Spark. Under spark-submit this class has another class loader, and so by default
     * another context.
     */
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
