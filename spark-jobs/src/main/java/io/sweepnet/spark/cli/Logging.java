package io.sweepnet.spark.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;

/**
 * Keeps Spark's and Hadoop's logs to errors, unless the user has configured logging. Nothing of this is on the class path
 * under a name that a host application would pick up.
 */
final class Logging {

    private static final String PROPERTY = "log4j2.configurationFile";
    private static final String QUIET = "io/sweepnet/conf/log4j2.properties";
    private static final String SPARK_DEFAULTS = "log4j2-defaults.properties";

    /** Set by spark-submit in the JVM that it runs an application in. */
    private static final String SPARK_SUBMIT = "SPARK_SUBMIT";

    private Logging() {}

    static void quiet() {
        URL quiet = Logging.class.getClassLoader().getResource(QUIET);
        if (quiet == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, quiet.toString());
        if (System.getProperty(SPARK_SUBMIT) != null) {
            quietAfterSparkSubmit(quiet);
        }
    }

    /**
     * spark-submit has begun to log already. Where it did so by nobody's wish but its own, Spark would set its defaults
     * once more at its next word: it is made to do that now, in silence, and ours come after.
     */
    private static void quietAfterSparkSubmit(URL quiet) {
        SparkContext$.MODULE$.initializeLogIfNecessary(false, true);
        // This class has another class loader than Spark here, and so by default another context.
        LoggerContext context = (LoggerContext) LogManager.getContext(SparkContext.class.getClassLoader(), false);
        if (isDefault(context)) {
            try {
                context.setConfigLocation(quiet.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a resource's URL is a URI: " + quiet, e);
            }
        }
    }

    private static boolean isDefault(LoggerContext context) {
        ConfigurationSource source = context.getConfiguration().getConfigurationSource();
        URI location = source == null ? null : source.getURI();
        return context.getConfiguration() instanceof DefaultConfiguration
                || (location != null && location.toString().endsWith(SPARK_DEFAULTS));
    }
}
