package io.sweepnet.spark.results;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a run: the UTC second it started and six random hex digits, such as {@code 20260102T030405Z-1a2b3c}.
 * Names sort by time, and are safe in file names of every system.
 */
public final class RunId {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}");
    /** A table's file of one run; a large table may be several files with a number each. */
    private static final Pattern FILE = Pattern.compile("(" + FORMAT + ")(?:-[0-9]{4})?\\.parquet");

    private RunId() {}

    /**
     * A new name. The digits come from the system's secure source, so that runs which start in the same second on
     * several machines do not meet.
     *
     * @param start when the run started, in the years 0 to 9999
     */
    public static String create(Instant start) {
        byte[] random = new byte[3];
        new SecureRandom().nextBytes(random);
        String time = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(start);
        return check(time + "-" + HexFormat.of().formatHex(random));
    }

    /** Whether the text has the form of a run's name. */
    public static boolean isValid(String text) {
        return text != null && FORMAT.matcher(text).matches();
    }

    /**
     * The text itself.
     *
     * @throws IllegalArgumentException if it has not the form of a run's name
     */
    public static String check(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a run id looks like 20260102T030405Z-1a2b3c, got " + text);
        }
        return text;
    }

    /** The run that a file of a table's folder belongs to; empty if it is no file of a run. */
    static Optional<String> ofFile(String fileName) {
        var matcher = FILE.matcher(fileName);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
