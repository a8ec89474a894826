package io.sweepnet.spark.table.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * One file of a table.
 *
 * @param path where it lies
 * @param name what messages call it: its name, for one in a folder with the way from there
 */
public record DataFile(Path path, String name) {

    /** The file's bytes, unpacked where its name says that it is packed, as Spark's readers do. */
    InputStream open(Configuration hadoop) throws IOException {
        InputStream bytes = path.getFileSystem(hadoop).open(path);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        if (codec == null) {
            return bytes;
        }
        try {
            return codec.createInputStream(bytes);
        } catch (RuntimeException e) {
            // Some codecs want a library of the machine's own, which may not be there.
            bytes.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Length of the file; 0 where nobody tells, which whoever reads it will find out. */
    long bytes(Configuration hadoop) {
        try {
            return path.getFileSystem(hadoop).getFileStatus(path).getLen();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the file's name says that it holds more than its bytes. */
    boolean isPacked() {
        return path.getName().matches("(?i).*\\.(parquet|gz|bz2|zst|lz4|snappy|deflate)");
    }

    /** The path for Spark's readers, which take patterns: characters that mean something in one are escaped. */
    String literalPattern() {
        return escaped(path.toString(), "[\\[\\]{}*?\\\\]");
    }

    /** What tells this file from others. */
    public String key() {
        return key(path.toUri());
    }

    /** The key of the file of a URI; {@code file:/a} and {@code file:///a} are one file. */
    public static String key(URI uri) {
        String host = uri.getAuthority() == null ? "" : uri.getAuthority();
        return uri.getScheme() + "://" + host + uri.getPath();
    }

    static String escaped(String path, String marks) {
        return path.replaceAll(marks, "\\\\$0");
    }
}
