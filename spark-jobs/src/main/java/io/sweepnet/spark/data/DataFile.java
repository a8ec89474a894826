package io.sweepnet.spark.data;

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
record DataFile(Path path, String name) {

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

    /** The path for Spark's readers, which take patterns: characters that mean something in one are escaped. */
    String literalPattern() {
        return escaped(path.toString(), "[\\[\\]{}*?\\\\]");
    }

    /** What tells this file from others. */
    String key() {
        return key(path.toUri());
    }

    /** The key of the file of a URI; {@code file:/a} and {@code file:///a} are one file. */
    static String key(URI uri) {
        String host = uri.getAuthority() == null ? "" : uri.getAuthority();
        return uri.getScheme() + "://" + host + uri.getPath();
    }

    static String escaped(String path, String marks) {
        return path.replaceAll(marks, "\\\\$0");
    }
}
