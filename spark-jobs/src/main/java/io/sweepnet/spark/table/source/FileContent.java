package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.message.SettingKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** What a file holds, by its first bytes: for files whose names do not show it, and for names that do not fit. */
enum FileContent {
    /** A Parquet file. */
    PARQUET(DataFormat.PARQUET),
    /** Lines of index:value pairs, most with a number before them. */
    LIBSVM(DataFormat.LIBSVM),
    /** Any other text, or nothing. */
    TEXT(DataFormat.CSV),
    /** Data compressed by gzip, in a file whose name does not end in .gz. */
    GZIP(null),
    /** A zip archive, which spreadsheets are too. */
    ZIP(null);

    private static final int LENGTH = 4096;

    private static final Pattern PAIRS = Pattern.compile(
            "\\s*(?:[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?|[0-9]+:[-+.0-9eE]+)(?:\\s+[0-9]+:[-+.0-9eE]+)+\\s*(?:#.*)?");

    /** Null for a content that is not read. */
    private final DataFormat format;

    FileContent(DataFormat format) {
        this.format = format;
    }

    /** Returns the content of a file; text if it cannot be read, since reading it will give the error. */
    static FileContent of(DataFile file, Configuration hadoop) {
        byte[] bytes;
        try (InputStream opened = file.open(hadoop)) {
            bytes = opened.readNBytes(LENGTH);
        } catch (IOException e) {
            return TEXT;
        }
        if (begins(bytes, 'P', 'A', 'R', '1')) {
            return PARQUET;
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (begins(bytes, 0x1f, 0x8b)) {
            return GZIP;
        }
        return hasPairs(bytes) ? LIBSVM : TEXT;
    }

    private static boolean begins(byte[] bytes, int... magic) {
        return bytes.length >= magic.length && Arrays.equals(Arrays.copyOf(bytes, magic.length), toBytes(magic));
    }

    private static byte[] toBytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Returns whether the first line that is neither empty nor a comment consists of a label and pairs. */
    private static boolean hasPairs(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isWhole = bytes.length < LENGTH;
        String[] lines = text.split("[\\r\\n]+", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                boolean isCut = !isWhole && i == lines.length - 1;
                return PAIRS.matcher(isCut ? line.replaceFirst("\\s\\S*$", "") : line)
                        .matches();
            }
        }
        return false;
    }

    /**
     * Returns the format to read the file with.
     *
     * @throws InputException if it is compressed or an archive
     */
    DataFormat format(DataLocation location, DataFile file) {
        return Optional.ofNullable(format).orElseThrow(() -> unreadable(location, file));
    }

    /**
     * Checks that the file can be of a format.
     *
     * @throws InputException naming the file, what it is, and the setting
     */
    void check(DataFormat read, DataLocation location, DataFile file) {
        if (format == null) {
            throw unreadable(location, file);
        }
        boolean fits = format == read || this == TEXT || read == DataFormat.PARQUET;
        if (!fits) {
            throw new InputException(
                    SettingKeys.PATH + " = " + location.given() + ": '" + file.name() + "' begins as a "
                            + (this == PARQUET ? "Parquet" : "LibSVM") + " file does, and is read as "
                            + (read == DataFormat.CSV ? "CSV" : "LibSVM") + "; set " + SettingKeys.FORMAT + " = "
                            + format.name().toLowerCase(Locale.ROOT));
        }
    }

    private InputException unreadable(DataLocation location, DataFile file) {
        return new InputException(SettingKeys.PATH + " = " + location.given() + ": '" + file.name() + "' is "
                + (this == ZIP
                        ? "a zip archive or a spreadsheet, which " + SettingKeys.FORMAT
                                + " does not know; unpack it, or save it as CSV"
                        : "compressed by gzip; rename it to end in .gz"));
    }
}
