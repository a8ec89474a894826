package io.sweepnet.spark.cli;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that name a local file: a path, or a URI of the scheme {@code file}. */
final class LocalPaths implements ITypeConverter<Path> {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);
    private static final Pattern OTHER_SYSTEM = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL);

    @Override
    public Path convert(String text) {
        try {
            if (SCHEME.matcher(text).matches() && text.regionMatches(true, 0, "file:", 0, 5)) {
                return Path.of(URI.create(URI.create(text).toASCIIString()));
            }
            if (OTHER_SYSTEM.matcher(text).matches()) {
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
