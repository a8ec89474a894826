package io.sweepnet.spark.config;

import com.typesafe.config.ConfigOrigin;
import java.io.File;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a setting stands.
 *
 * @param kind what it stands in
 * @param name the file (relative to the working folder if inside it) or resource, else a few words
 * @param line from 1; 0 if there is none
 */
record Place(Kind kind, String name, int line) {

    /** What a setting can stand in. */
    enum Kind {
        FILE,
        RESOURCE,
        COMMAND_LINE,
        DEFAULTS,
        ELSEWHERE
    }

    static final Place COMMAND_LINE = new Place(Kind.COMMAND_LINE, "command line", 0);

    /** The library gives a value that was set twice in a file the lines from first to last. */
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
        // A resource outside a jar has a file name too, so it is asked for first.
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

    /** Whether a value was set more than once in a file. */
    static boolean isSetTwice(ConfigOrigin origin) {
        return LINES.matcher(origin.description()).find();
    }

    /** A file of no certain line. */
    static Place file(Path path) {
        return new Place(Kind.FILE, shown(path.toAbsolutePath()), 0);
    }

    /** A path as it is shown and handed on: relative to the working folder if it lies inside, so that it can move. */
    private static String shown(Path absolute) {
        Path workingFolder = Path.of("").toAbsolutePath();
        boolean inside = absolute.startsWith(workingFolder) && !absolute.equals(workingFolder);
        return inside
                ? absolute.subpath(workingFolder.getNameCount(), absolute.getNameCount())
                        .toString()
                : absolute.toString();
    }

    /** A relative path that stands here, as seen from the working folder. */
    String resolve(String path) {
        return switch (kind) {
            case FILE -> new File(new File(name).getParentFile(), path).getPath();
            case RESOURCE -> "classpath:" + name.substring(0, name.lastIndexOf('/') + 1) + path;
            default -> path;
        };
    }

    /** For example {@code conf/run.conf:3}. */
    @Override
    public String toString() {
        return line > 0 ? name + ":" + line : name;
    }
}
