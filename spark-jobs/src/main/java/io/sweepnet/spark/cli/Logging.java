package io.sweepnet.spark.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultConfiguration;

/**
 * Keeps Spark's and Hadoop's logs to errors, unless the user has configured logging. Nothing of this is on the class path
 * under a name that a host application would pick up.
 */
final class Logging {

    private static final String PROPERTY = "log4j2.configurationFile";
    private static final String QUIET = "io/sweepnet/conf/log4j2.properties";
    private static final String SPARK_DEFAULTS = "log4j2-defaults.properties";

    private Logging() {}

    static void quiet() {
        URL quiet = Logging.class.getClassLoader().getResource(QUIET);
        if (quiet == null || System.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, quiet.toString());
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        if (isDefault(context)) {
            try {
                Configurator.reconfigure(quiet.toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException("a resource's URL is a URI: " + quiet, e);
            }
        }
    }

    /** Whether spark-submit has begun to log already, and by nobody's wish but its own. */
    private static boolean isDefault(LoggerContext context) {
        ConfigurationSource source = context.getConfiguration().getConfigurationSource();
        URI location = source == null ? null : source.getURI();
        return context.getConfiguration() instanceof DefaultConfiguration
                || (location != null && location.toString().endsWith(SPARK_DEFAULTS));
    }
}
