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
 * @param path the path of the file
 * @param name its name in messages: the file's name, preceded by the path from the table's folder, if it has one
 */
public record DataFile(Path path, String name) {

    /** Opens the file, decompressed where its name has the suffix of a codec, as Spark's readers do. */
    InputStream open(Configuration hadoop) throws IOException {
        InputStream bytes = path.getFileSystem(hadoop).open(path);
        CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
        if (codec == null) {
            return bytes;
        }
        try {
            return codec.createInputStream(bytes);
        } catch (RuntimeException e) {
            // Some codecs need a native library, which may be absent.
            bytes.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * Returns the length in bytes; 0 if the file system does not report it: reading the file will then give the error.
     */
    long bytes(Configuration hadoop) {
        try {
            return path.getFileSystem(hadoop).getFileStatus(path).getLen();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns whether the file is compressed, by its name, so that it holds more data than bytes. */
    boolean isPacked() {
        return path.getName().matches("(?i).*\\.(parquet|gz|bz2|zst|lz4|snappy|deflate)");
    }

    /** Returns the path for Spark's readers, which take patterns: characters with a meaning in patterns are escaped. */
    String literalPattern() {
        return escaped(path.toString(), "[\\[\\]{}*?\\\\]");
    }

    /** Returns a key that identifies this file. */
    public String key() {
        return key(path.toUri());
    }

    /** Returns the key of the file of a URI; {@code file:/a} and {@code file:///a} have the same. */
    public static String key(URI uri) {
        String host = uri.getAuthority() == null ? "" : uri.getAuthority();
        return uri.getScheme() + "://" + host + uri.getPath();
    }

    static String escaped(String path, String marks) {
        return path.replaceAll(marks, "\\\\$0");
    }
}
