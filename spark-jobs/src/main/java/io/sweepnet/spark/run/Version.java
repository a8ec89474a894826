package io.sweepnet.spark.run;

import java.util.Optional;

/** The program's version, as its jar tells it. */
public final class Version {

    private Version() {}

    /** For example {@code 0.1.0}; {@code development} outside a jar. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
