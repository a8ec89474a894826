package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sweepnet.spark.input.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes configuration files into a folder and reads them; in messages the folder is shown as {@code DIR}. */
record RunFiles(Path folder) {

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the given text that sets data.path too, where the text does not. */
    RunConfig load(String text, String... overrides) {
        return RunConfig.load(Optional.of(write("run.conf", text)), withPath(overrides));
    }

    /** The message for a file of the given text. */
    String error(String text, String... overrides) {
        return message(() -> load(text, overrides));
    }

    /** The message of what must fail, on one line. */
    String message(Runnable action) {
        InputException e = catchThrowableOfType(InputException.class, action::run);
        return e == null ? "no error" : e.getMessage().replace(folder.toString(), "DIR");
    }

    static RunConfig ofCommandLine(String... overrides) {
        return RunConfig.load(Optional.empty(), withPath(overrides));
    }

    static Map<String, String> overrides(String... settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String setting : settings) {
            map.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return map;
    }

    private static Map<String, String> withPath(String... settings) {
        Map<String, String> map = overrides(settings);
        map.putIfAbsent("data.path", "x.csv");
        return map;
    }
}
