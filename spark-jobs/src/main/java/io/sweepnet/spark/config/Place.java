package io.sweepnet.spark.config;

import com.typesafe.config.ConfigOrigin;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where a setting is given.
 *
 * @param kind the kind of place
 * @param name the file (relative to the working folder if inside it) or the resource, else a short description
 * @param line line number from 1; 0 if there is none
 */
record Place(Kind kind, String name, int line) {

    /** The kinds of places. */
    enum Kind {
        FILE,
        RESOURCE,
        COMMAND_LINE,
        DEFAULTS,
        ELSEWHERE
    }

    static final Place COMMAND_LINE = new Place(Kind.COMMAND_LINE, "command line", 0);

    /** The range of lines that the library gives for a value that is set more than once in a file. */
    private static final Pattern LINES = Pattern.compile(": \\d+-(\\d+)$");

    static Place of(ConfigOrigin origin) {
        String description = origin.description();
        if (description.startsWith(COMMAND_LINE.name())) {
            return COMMAND_LINE;
        }
        if (description.startsWith("merge of ")) {
            return new Place(Kind.ELSEWHERE, description, 0);
        }
        Matcher lines = LINES.matcher(description);
        int line = lines.find() ? Integer.parseInt(lines.group(1)) : Math.max(origin.lineNumber(), 0);
        // A resource outside a jar has a file name too, so resources are checked first.
        if (origin.resource() != null) {
            boolean isDefaults = origin.resource().equals(KnownKeys.DEFAULTS);
            return isDefaults
                    ? new Place(Kind.DEFAULTS, "default", 0)
                    : new Place(Kind.RESOURCE, origin.resource(), line);
        }
        return origin.filename() == null
                ? new Place(Kind.ELSEWHERE, description, 0)
                : new Place(Kind.FILE, shown(Path.of(origin.filename())), line);
    }

    /** Returns whether a value is set more than once in a file. */
    static boolean isSetTwice(ConfigOrigin origin) {
        return LINES.matcher(origin.description()).find();
    }

    /** Returns the place of a file as a whole, without a line. */
    static Place file(Path path) {
        return new Place(Kind.FILE, shown(path.toAbsolutePath()), 0);
    }

    /**
     * Returns a path as it is shown and stored: relative to the working folder if inside it, so that the folder can be
     * moved.
     */
    private static String shown(Path absolute) {
        Path workingFolder = Path.of("").toAbsolutePath();
        boolean inside = absolute.startsWith(workingFolder) && !absolute.equals(workingFolder);
        return inside
                ? absolute.subpath(workingFolder.getNameCount(), absolute.getNameCount())
                        .toString()
                : absolute.toString();
    }

    /** Resolves a relative path that is given here; the result is relative to the working folder, or a resource. */
    String resolve(String path) {
        return switch (kind) {
            case FILE -> new File(new File(name).getParentFile(), path).getPath();
            case RESOURCE -> "classpath:" + name.substring(0, name.lastIndexOf('/') + 1) + path;
            default -> path;
        };
    }

    /** Returns the place for messages, for example {@code conf/run.conf:3}. */
    @Override
    public String toString() {
        return line > 0 ? name + ":" + line : name;
    }
}
