package io.sweepnet.spark.run;

import java.util.Optional;

/** The version of the program, from the manifest of its jar. */
public final class Version {

    private Version() {}

    /** Returns the version, for example {@code 0.1.0}; {@code development} outside a jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
