package io.sweepnet.spark.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import io.sweepnet.spark.input.InputException;

/**
 * Includes files as HOCON does, except that a missing file is an error: HOCON ignores it, and the run would use other
 * settings.
 */
final class StrictIncluder implements ConfigIncluder {

    private final String includer;
    private final ConfigIncluder hocon;

    /** @param includer the name of the including file or resource, for messages */
    StrictIncluder(String includer) {
        this(includer, null);
    }

    private StrictIncluder(String includer, ConfigIncluder hocon) {
        this.includer = includer;
        this.hocon = hocon;
    }

    /** Called by the library to supply its own includer. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return new StrictIncluder(includer, fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        try {
            return hocon.include(context.setParseOptions(context.parseOptions().setAllowMissing(false)), what);
        } catch (ConfigException.IO e) {
            throw new InputException(includer + ": the included file " + Written.text(what) + " cannot be read", e);
        }
    }
}
