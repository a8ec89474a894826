package io.sweepnet.spark.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command did, run in this JVM.
 *
 * @param code its exit code
 * @param out what it printed on stdout
 * @param err what it printed on stderr
 */
public record CommandRun(int code, String out, String err) {

    public static CommandRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Sweepnet(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** As with these arguments in one. */
    static CommandRun of(String[] args, String... more) {
        return of(Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
    }

    /** The entries of a report that was asked for as JSON. */
    JsonArray runs() {
        return JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("runs");
    }

    /** All files and folders below one, for whether a command left anything. */
    public static List<Path> listing(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
