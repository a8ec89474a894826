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
 * The id of a run: the UTC second at which it started and six random hex digits, such as
 * {@code 20260102T030405Z-1a2b3c}. Ids sort by time, and are valid in file names of every system.
 */
public final class RunId {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{6}");
    /** A file of one run in a table's folder; a large table may have several files with a number each. */
    private static final Pattern FILE = Pattern.compile("(" + FORMAT + ")(?:-[0-9]{4})?\\.parquet");

    private RunId() {}

    /**
     * Creates a new id. The digits come from the system's secure source, so that runs which start in the same second on
     * several machines have different ids.
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

    /** Returns whether the text has the form of a run's id. */
    public static boolean isValid(String text) {
        return text != null && FORMAT.matcher(text).matches();
    }

    /**
     * Returns the text itself.
     *
     * @throws IllegalArgumentException if it does not have the form of a run's id
     */
    public static String check(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("a run id looks like 20260102T030405Z-1a2b3c, got " + text);
        }
        return text;
    }

    /** Returns the id of the run of a file in a table's folder; empty if it is no file of a run. */
    static Optional<String> ofFile(String fileName) {
        var matcher = FILE.matcher(fileName);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
