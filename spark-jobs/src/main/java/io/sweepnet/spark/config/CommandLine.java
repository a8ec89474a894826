package io.sweepnet.spark.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.sweepnet.spark.input.InputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the settings of the command line. A value is plain text: brackets, blanks and colons need only the quotes of
 * the shell. A list is HOCON ({@code [8, 3]}) or separated by commas ({@code 8,3}); a section is HOCON.
 */
final class CommandLine {

    /** The keys whose values are taken literally, since a path may contain any character. */
    private static final Set<String> PATHS = Set.of("data.path", "results");

    private CommandLine() {}

    static ConfigObject read(Map<String, String> overrides) {
        // Sections come first, so that a single key overrides its section whatever their order on the command line.
        List<String> keys = overrides.keySet().stream()
                .sorted(Comparator.comparing(key -> !KnownKeys.get().isSection(key)))
                .toList();
        Config config = ConfigFactory.empty(Place.COMMAND_LINE.name());
        for (String key : keys) {
            if (!KnownKeys.get().isSetting(key) && !KnownKeys.get().isSection(key)) {
                throw unknown(key);
            }
            config = config.withValue(key, value(key, overrides.get(key)));
        }
        return config.root();
    }

    private static InputException unknown(String key) {
        String shown = key.isEmpty() ? "\"\"" : key;
        return new InputException("unknown key " + Written.text(shown) + " (" + Place.COMMAND_LINE + "): "
                + KnownKeys.get().advice(key));
    }

    private static ConfigValue value(String key, String text) {
        if (PATHS.contains(key)) {
            return literal(text);
        }
        String stripped = text.strip();
        if (KnownKeys.get().isSection(key)) {
            if (stripped.startsWith("{")) {
                return hocon(key, stripped);
            }
            throw new InputException(
                    key + " = " + Written.text(text) + ": " + Allowed.SECTION + " (" + Place.COMMAND_LINE + ")");
        }
        if (stripped.equals("null")) {
            return literal(null);
        }
        if (KnownKeys.get().isList(key)) {
            return stripped.startsWith("[") ? hocon(key, stripped) : list(stripped);
        }
        boolean isQuoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return isQuoted ? hocon(key, stripped) : literal(text);
    }

    private static ConfigValue literal(Object value) {
        return ConfigValueFactory.fromAnyRef(value, Place.COMMAND_LINE.name());
    }

    /**
     * Splits a text at its commas. A single element stays plain text: as {@code network.activations} it applies to all
     * layers.
     */
    private static ConfigValue list(String text) {
        if (text.isEmpty()) {
            return literal(List.of());
        }
        List<String> elements =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return elements.size() == 1 ? literal(text) : literal(elements);
    }

    private static ConfigValue hocon(String key, String text) {
        String reason;
        try {
            ConfigParseOptions options = ConfigParseOptions.defaults()
                    .setOriginDescription(Place.COMMAND_LINE.name())
                    .setIncluder(new StrictIncluder(Place.COMMAND_LINE.name()));
            ConfigObject parsed =
                    ConfigFactory.parseString("value = " + text, options).root();
            ConfigValue value = parsed.get("value");
            if (parsed.size() == 1 && value.valueType() != ConfigValueType.NULL) {
                return value;
            }
            reason = "text after its end";
        } catch (ConfigException e) {
            reason = HoconErrors.reason(e);
        }
        throw new InputException(
                key + " = " + Written.text(text) + ": not valid HOCON: " + reason + " (" + Place.COMMAND_LINE + ")");
    }
}
