package io.sweepnet.model.file;

import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.sweepnet.network.Activation;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes and reads models as JSON files. Version {@value #VERSION} has {@code format}, {@code format_version}, {@code
 * architecture} (sizes), {@code layers} (each {@code weight[unit][input]}, {@code bias[unit]}, {@code activation}), {@code
 * features}, {@code scaling}, {@code target}, {@code loss} and {@code provenance}. A file with only {@code layers} can be read
 * too.
 *
 * <p>Numbers are written with the digits of {@link Double#toString(double)}, so they are read to the last bit; they do not
 * depend on the locale.
 *
 * <pre>{@code
 * ModelFile.write(Path.of("model.json"), SavedModel.of(model.network()));
 * Network network = ModelFile.read(Path.of("model.json")).model().network();
 * }</pre>
 */
public final class ModelFile {

    /** The version of written files, and the newest that can be read. */
    public static final int VERSION = 1;

    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");

    private ModelFile() {}

    /** A complete model in a temporary file, which {@link #publish} moves to its path. */
    public static final class Staged implements Closeable {

        private final Path temporary;
        private final Path file;

        private Staged(Path temporary, Path file) {
            this.temporary = temporary;
            this.file = file;
        }

        /** Moves the model to its path atomically; an existing file is replaced. */
        public void publish() throws IOException {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        /** Deletes the temporary file, if there still is one. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Writes a model. An existing file is replaced atomically by the complete model, or stays as it is.
     *
     * @throws IllegalArgumentException if a parameter is NaN or infinite
     */
    public static void write(Path file, SavedModel model) throws IOException {
        try (Staged staged = stage(file, model)) {
            staged.publish();
        }
    }

    /**
     * Writes a model to a temporary file in the same folder, for a caller that has other work to finish before the model is
     * published.
     *
     * @throws IllegalArgumentException if a parameter is NaN or infinite
     */
    public static Staged stage(Path file, SavedModel model) throws IOException {
        String text = ModelJson.of(model);
        Path destination = destination(file);
        Path temporary = temporary(destination);
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return new Staged(temporary, destination);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /**
     * Checks that a model can be written, without changing an existing file.
     *
     * @throws IOException if it cannot
     */
    public static void checkWritable(Path file) throws IOException {
        Path temporary = temporary(destination(file));
        Files.createFile(temporary);
        Files.delete(temporary);
    }

    /** Returns the path to replace: for a symbolic link that of the file it leads to, so that the link is kept. */
    private static Path destination(Path file) throws IOException {
        return Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    }

    /** Returns a path named by process and time. Files.createTempFile is not used, since only the owner may read its files. */
    private static Path temporary(Path file) {
        String name = "." + file.getFileName() + "-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp";
        return file.toAbsolutePath().resolveSibling(name);
    }

    /**
     * The content of a file.
     *
     * @param model the model; with identity activations if the file names none
     * @param namesActivations whether the file names the activations
     */
    public record Contents(SavedModel model, boolean namesActivations) {}

    /**
     * Reads a model whose activations may be missing.
     *
     * @throws IllegalArgumentException if the file cannot be read or is not valid; the message is one line that names the
     *     file, the position in it and the reason
     */
    public static Contents read(Path file) {
        AtomicBoolean namesActivations = new AtomicBoolean(true);
        SavedModel model = read(file, layers -> {
            namesActivations.set(false);
            return Collections.nCopies(layers, Activation.of("identity"));
        });
        return new Contents(model, namesActivations.get());
    }

    /**
     * Reads a model.
     *
     * @param activationsIfAbsent returns the activations for a file whose layers name none, for a number of layers
     * @throws IllegalArgumentException if the file cannot be read or is not valid; the message is one line that names the
     *     file, the position in it and the reason
     */
    public static SavedModel read(Path file, IntFunction<List<Activation>> activationsIfAbsent) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            JsonReader reader = new JsonReader(text);
            reader.setStrictness(Strictness.STRICT);
            JsonField root = new JsonField("", JsonParser.parseReader(reader));
            if (!root.isNothing() && reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more text follows the model");
            }
            return ModelReader.model(root, activationsIfAbsent);
        } catch (MalformedJsonException e) {
            throw notJson(file, e);
        } catch (JsonParseException e) {
            if (e instanceof JsonIOException && e.getCause() instanceof IOException cause) {
                throw cannotRead(file, cause);
            }
            throw notJson(file, e);
        } catch (IOException e) {
            throw cannotRead(file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the model file '" + file + "' is broken: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException cannotRead(Path file, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof NoSuchFileException) {
            reason = "there is no such file";
        } else if (e instanceof CharacterCodingException) {
            reason = "it is no text in UTF-8";
        } else if (Files.isDirectory(file)) {
            reason = "it is a folder";
        }
        return new IllegalArgumentException("cannot read the model file '" + file + "': " + reason, e);
    }

    /** Keeps the position of the parser's message, without its advice for programmers. */
    private static IllegalArgumentException notJson(Path file, Exception e) {
        Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
        String where = position.find() ? "see " + position.group() : "it is not complete";
        return new IllegalArgumentException("the model file '" + file + "' is no valid JSON: " + where, e);
    }
}
