package io.sweepnet.spark.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.sweepnet.spark.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of a configuration before references are resolved: the command line over a file over the built-in
 * defaults. Only unresolved layers show where a key is set, since a resolved reference has the place of its value.
 *
 * @param overrides the settings of the command line as given, by key
 * @param commandLine the parsed settings of the command line
 * @param file the file with the files that it includes; empty if there is no file
 * @param main the place of the file itself; the command line if there is no file
 */
record Layers(Map<String, String> overrides, ConfigObject commandLine, ConfigObject file, Place main) {

    static Layers ofDefaults(Map<String, String> overrides) {
        return new Layers(
                overrides, CommandLine.read(overrides), ConfigFactory.empty().root(), Place.COMMAND_LINE);
    }

    static Layers ofFile(Path path, Map<String, String> overrides) {
        Place place = Place.file(path);
        if (!Files.exists(path)) {
            throw new InputException("configuration file " + place + " does not exist");
        }
        if (Files.isDirectory(path)) {
            throw new InputException("configuration file " + place + " is a folder");
        }
        try {
            // The path must be absolute for the library to find included files beside it.
            Config file = ConfigFactory.parseFile(path.toAbsolutePath().toFile(), options(place.name()));
            return new Layers(overrides, CommandLine.read(overrides), file.root(), place);
        } catch (ConfigException e) {
            throw HoconErrors.of(e, place);
        }
    }

    static Layers ofResource(String name, Map<String, String> overrides) {
        ClassLoader loader = Layers.class.getClassLoader();
        if (loader.getResource(name) == null) {
            throw new InputException("there is no built-in configuration " + name);
        }
        Place place = new Place(Place.Kind.RESOURCE, name, 0);
        try {
            Config file = ConfigFactory.parseResources(loader, name, options(name));
            return new Layers(overrides, CommandLine.read(overrides), file.root(), place);
        } catch (ConfigException e) {
            throw HoconErrors.of(e, place);
        }
    }

    /** Returns these layers over a further configuration, such as that of a model file. */
    Layers over(String json) {
        ConfigObject both =
                file.toConfig().withFallback(ConfigFactory.parseString(json)).root();
        return new Layers(overrides, commandLine, both, main);
    }

    private static ConfigParseOptions options(String name) {
        return ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new StrictIncluder(name));
    }

    /** Merges the layers, resolves all references and checks that all keys are known. */
    Settings settings() {
        ConfigObject resolved;
        try {
            resolved = commandLine
                    .toConfig()
                    .withFallback(file)
                    .withFallback(KnownKeys.get().defaults())
                    .resolve()
                    .root();
        } catch (ConfigException e) {
            throw HoconErrors.of(e, main);
        }
        Settings settings = new Settings(this, resolved);
        checkKeys(settings, List.of(), resolved);
        checkSections(resolved);
        return settings;
    }

    /** Checks that no value of a file is where a section should be: it would hide the defaults of that section. */
    private void checkSections(ConfigObject resolved) {
        for (String key : KnownKeys.get().settings()) {
            if (find(resolved, List.of(key.split("\\."))).isPresent()) {
                continue;
            }
            List<String> section =
                    List.of(key.substring(0, key.lastIndexOf('.')).split("\\."));
            while (section.size() > 1 && find(file, section).isEmpty()) {
                section = section.subList(0, section.size() - 1);
            }
            String value = find(file, section)
                    .filter(raw -> !(raw instanceof ConfigObject))
                    .map(raw -> " = " + Written.value(raw))
                    .orElse(" has a value too");
            Place place = find(file, section).map(raw -> Place.of(raw.origin())).orElse(main);
            throw new InputException(String.join(".", section) + value + ": " + Allowed.SECTION + " (" + place + ")");
        }
    }

    private void checkKeys(Settings settings, List<String> path, ConfigObject section) {
        // Sorted, so that the message always names the same one of several unknown keys.
        for (String name : section.keySet().stream().sorted().toList()) {
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            String key = ConfigUtil.joinPath(inner);
            ConfigValue value = section.get(name);
            boolean isSection = value instanceof ConfigObject object && !object.isEmpty();
            if (KnownKeys.get().isSetting(key)) {
                continue;
            }
            if (isSection) {
                checkKeys(settings, inner, (ConfigObject) value);
            } else if (!KnownKeys.get().isSection(key)) {
                String dotted = String.join(".", inner);
                throw new InputException("unknown key " + Written.text(key) + " (" + place(inner, value) + "): "
                        + KnownKeys.get().advice(dotted));
            } else if (!(value instanceof ConfigObject)) {
                throw settings.invalid(Allowed.SECTION, List.of(key));
            }
        }
    }

    /** Returns where a key is set, given its resolved value. */
    Place place(List<String> path, ConfigValue resolved) {
        if (find(commandLine, path).isPresent()) {
            return Place.COMMAND_LINE;
        }
        Place value = Place.of(resolved.origin());
        Optional<ConfigOrigin> raw = find(file, path).map(ConfigValue::origin);
        if (raw.isEmpty()) {
            return value.kind() == Place.Kind.ELSEWHERE ? main : value;
        }
        Place key = Place.of(raw.get());
        boolean isMerged = key.kind() == Place.Kind.ELSEWHERE;
        if (!isMerged && !Place.isSetTwice(raw.get())) {
            return key;
        }
        // Set more than once, perhaps last by an optional reference without a value: only the value has the right
        // place.
        boolean isInFile = value.kind() == Place.Kind.FILE || value.kind() == Place.Kind.RESOURCE;
        if (isInFile && (isMerged || key.name().equals(value.name()))) {
            return value;
        }
        return isMerged ? main : key;
    }

    /** Returns the value of a key; empty if there is none, or if a reference must be resolved to reach it. */
    static Optional<ConfigValue> find(ConfigObject root, List<String> path) {
        ConfigValue value = root;
        for (String name : path) {
            if (!(value instanceof ConfigObject section)) {
                return Optional.empty();
            }
            try {
                value = section.get(name);
            } catch (ConfigException.NotResolved e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(value);
    }
}
