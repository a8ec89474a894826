package io.sweepnet.spark.cli;

import io.sweepnet.spark.table.source.HadoopPaths;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that name a local file: a path, or a URI of the scheme {@code file}. */
final class LocalPaths implements ITypeConverter<Path> {

    private static final String SCHEME = "file:";

    @Override
    public Path convert(String text) {
        try {
            if (text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                return Path.of(URI.create(URI.create(text).toASCIIString()));
            }
            if (HadoopPaths.hasScheme(text)) {
                throw new TypeConversionException(
                        "'" + text + "' is not on the local file system; name a local file, by a path or file:///PATH");
            }
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no URI of a local file; write a path, or file:///PATH with %20 for a blank");
        }
    }
}
