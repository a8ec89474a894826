package io.sweepnet.spark.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.sweepnet.spark.input.InputException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Typed access to the settings of a run by full dotted key. A value of the wrong type is an {@link InputException} that
 * names the key, the value as written, what is allowed and where it is set.
 */
final class Settings {

    /** Matches URIs. One letter and a colon may be a drive, and a colon alone may be part of a file name. */
    private static final Pattern URI = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]+:/|file:|classpath:).*");

    private final Layers layers;
    private final ConfigObject root;

    Settings(Layers layers, ConfigObject root) {
        this.layers = layers;
        this.root = root;
    }

    /** Returns whether a key has a value other than null. */
    boolean isSet(String key) {
        return value(key).valueType() != ConfigValueType.NULL;
    }

    /** Returns whether the value of a key is a list. */
    boolean isList(String key) {
        return value(key) instanceof ConfigList;
    }

    /** Returns whether the value of a key is the given word. */
    boolean is(String key, String word) {
        return scalar(key, value(key)).filter(text -> text.strip().equals(word)).isPresent();
    }

    String text(String key, String allowed) {
        return one(key, allowed, Optional::of);
    }

    Optional<String> optionalText(String key, String allowed) {
        return isSet(key) ? Optional.of(text(key, allowed)) : Optional.empty();
    }

    /**
     * Returns a URI, an absolute path, or a path relative to the working folder.
     *
     * @param isInJar whether a relative path in a resource names a resource too
     */
    String path(String key, boolean isInJar) {
        String text = text(key, Allowed.PATH);
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw invalid(Allowed.PATH, List.of(key));
        }
        // Path would reject characters that the locale of the machine lacks, even in the name of a remote file.
        if (URI.matcher(text).matches() || new File(text).isAbsolute()) {
            return text;
        }
        Place place = place(key);
        return place.kind() == Place.Kind.RESOURCE && !isInJar ? text : place.resolve(text);
    }

    int integer(String key, String allowed) {
        return one(key, allowed, Numbers::integer);
    }

    long longInteger(String key, String allowed) {
        return one(key, allowed, Numbers::longInteger);
    }

    double number(String key, String allowed) {
        return one(key, allowed, Numbers::number);
    }

    /** Returns true or false, given by any of the words that HOCON accepts. */
    boolean flag(String key) {
        return one(key, Allowed.FLAG, text -> switch (text.strip()) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        return choice(key, type, Labels.allowed(type));
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String allowed) {
        return one(key, allowed, text -> Labels.find(type, text.strip()));
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> type, String allowed) {
        return all(key, allowed, text -> Labels.find(type, text.strip()));
    }

    List<String> texts(String key, String allowed) {
        return all(key, allowed, Optional::of);
    }

    List<Integer> integers(String key, String allowed) {
        return all(key, allowed, Numbers::integer);
    }

    List<Double> numbers(String key, String allowed) {
        return all(key, allowed, Numbers::number);
    }

    private <T> T one(String key, String allowed, Function<String, Optional<T>> read) {
        return scalar(key, value(key)).flatMap(read).orElseThrow(() -> invalid(allowed, List.of(key)));
    }

    /** Returns the elements of a list; a single value counts as a list of one. */
    private <T> List<T> all(String key, String allowed, Function<String, Optional<T>> read) {
        ConfigValue value = value(key);
        List<ConfigValue> elements = value instanceof ConfigList list ? list : List.of(value);
        List<T> all = new ArrayList<>();
        for (ConfigValue element : elements) {
            all.add(scalar(key, element).flatMap(read).orElseThrow(() -> invalid(allowed, List.of(key))));
        }
        return all;
    }

    /** Returns the text of a string, number or boolean; empty for any other value. */
    private Optional<String> scalar(String key, ConfigValue value) {
        switch (value.valueType()) {
            case LIST, OBJECT, NULL -> {
                return Optional.empty();
            }
            default -> {
                String text = Written.scalar(value);
                if (text.contains("${")) {
                    boolean isCommandLine = place(key).kind() == Place.Kind.COMMAND_LINE;
                    throw invalid(isCommandLine ? Allowed.NO_REFERENCE : Allowed.UNQUOTED_REFERENCE, List.of(key));
                }
                return Optional.of(text);
            }
        }
    }

    /** Returns the error that the values of some keys are not allowed. */
    InputException invalid(String allowed, List<String> keys) {
        String settings = keys.stream().map(key -> key + " = " + written(key)).collect(Collectors.joining(", "));
        List<Place> places = keys.stream().map(this::place).distinct().toList();
        List<Place> givenPlaces = places.stream()
                .filter(place -> place.kind() != Place.Kind.DEFAULTS)
                .toList();
        String shownPlaces = (givenPlaces.isEmpty() ? places : givenPlaces)
                .stream().map(Place::toString).collect(Collectors.joining(", "));
        return new InputException(settings + ": " + allowed + " (" + shownPlaces + ")");
    }

    private String written(String key) {
        String override = layers.overrides().get(key);
        return override != null ? Written.text(override) : Written.value(value(key));
    }

    private Place place(String key) {
        return layers.place(List.of(key.split("\\.")), value(key));
    }

    private ConfigValue value(String key) {
        return Layers.find(root, List.of(key.split("\\.")))
                .orElseThrow(() -> new IllegalStateException("no key " + key));
    }
}
