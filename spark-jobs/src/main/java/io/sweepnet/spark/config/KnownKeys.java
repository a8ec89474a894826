package io.sweepnet.spark.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The keys of the configuration, read from the built-in defaults, which contain every key. */
final class KnownKeys {

    /** The resource name of the built-in defaults. */
    static final String DEFAULTS = "io/sweepnet/spark/config/defaults.conf";

    /** Removed keys of earlier versions, each with the advice to give when it is used. */
    private static final Map<String, String> REMOVED =
            Map.of("search.schedule", "it had one value, sequential, and is gone; leave it out");

    private static final KnownKeys INSTANCE = new KnownKeys();

    private final Config defaults;
    private final Map<String, ConfigValue> leaves = new TreeMap<>();
    private final Set<String> sections = new TreeSet<>();

    private KnownKeys() {
        defaults = ConfigFactory.parseResources(
                KnownKeys.class.getClassLoader(),
                DEFAULTS,
                ConfigParseOptions.defaults().setAllowMissing(false));
        collect("", defaults.root());
    }

    private void collect(String prefix, ConfigObject section) {
        for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
            String key = prefix + entry.getKey();
            if (entry.getValue() instanceof ConfigObject inner) {
                sections.add(key);
                collect(key + ".", inner);
            } else {
                leaves.put(key, entry.getValue());
            }
        }
    }

    static KnownKeys get() {
        return INSTANCE;
    }

    /** Returns the built-in defaults. */
    Config defaults() {
        return defaults;
    }

    /** Returns whether a key has a value. */
    boolean isSetting(String key) {
        return leaves.containsKey(key);
    }

    /** Returns whether a key is a section, which contains other keys. */
    boolean isSection(String key) {
        return sections.contains(key);
    }

    /** Returns whether the value of a key is a list, or may be one. */
    boolean isList(String key) {
        return isSetting(key)
                && (leaves.get(key).valueType() == ConfigValueType.LIST || key.equals("network.activations"));
    }

    /** Returns the keys of all values, sections excluded. */
    Collection<String> settings() {
        return leaves.keySet();
    }

    /**
     * Returns the advice for an unknown key: how to replace it if it was removed, else its nearest known key, else the
     * known keys of its section.
     */
    String advice(String unknown) {
        if (REMOVED.containsKey(unknown)) {
            return REMOVED.get(unknown);
        }
        return NearestKey.of(unknown, settings())
                .map(key -> "did you mean " + key + "?")
                .orElseGet(() -> "known are " + neighbours(unknown));
    }

    /** Returns the keys of the innermost known section of an unknown key. */
    private String neighbours(String unknown) {
        String section = unknown;
        while (!section.isEmpty() && !isSection(section)) {
            section = section.substring(0, Math.max(section.lastIndexOf('.'), 0));
        }
        String prefix = section.isEmpty() ? "" : section + ".";
        return inner(section).keySet().stream()
                .sorted()
                .map(key -> prefix + key)
                .collect(Collectors.joining(", "));
    }

    private ConfigObject inner(String section) {
        return section.isEmpty() ? defaults.root() : defaults.getObject(section);
    }
}
