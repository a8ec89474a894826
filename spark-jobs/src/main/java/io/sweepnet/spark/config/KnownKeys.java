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

/** The keys there are: those of the built-in defaults, which are complete. */
final class KnownKeys {

    /** Resource of the built-in defaults. */
    static final String DEFAULTS = "io/sweepnet/spark/config/defaults.conf";

    /** Keys of earlier versions, each with the advice where one is met. */
    private static final Map<String, String> GONE =
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

    /** The built-in defaults. */
    Config defaults() {
        return defaults;
    }

    /** Whether a key holds a value. */
    boolean isSetting(String key) {
        return leaves.containsKey(key);
    }

    /** Whether a key holds others. */
    boolean isSection(String key) {
        return sections.contains(key);
    }

    /** Whether a key holds a list, or may. */
    boolean isList(String key) {
        return isSetting(key)
                && (leaves.get(key).valueType() == ConfigValueType.LIST || key.equals("network.activations"));
    }

    /** All keys that hold a value. */
    Collection<String> settings() {
        return leaves.keySet();
    }

    /**
     * For a key that is not known: the question whether its nearest known one was meant, or else what there is; of a key that
     * is gone, why.
     */
    String advice(String unknown) {
        if (GONE.containsKey(unknown)) {
            return GONE.get(unknown);
        }
        return NearestKey.of(unknown, settings())
                .map(key -> "did you mean " + key + "?")
                .orElseGet(() -> "known are " + neighbours(unknown));
    }

    /** What the section holds in which a key that is not known stands. */
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
