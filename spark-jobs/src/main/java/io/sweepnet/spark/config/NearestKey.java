package io.sweepnet.spark.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the dotted key that was meant by one that is not known. Upper and lower case count as the same. */
public final class NearestKey {

    private NearestKey() {}

    /** The known key that is nearest; empty where none is near enough to be more than a guess. */
    public static Optional<String> of(String unknown, Collection<String> known) {
        String wanted = lowerCase(unknown);
        Optional<String> outer = known.stream()
                .filter(key -> wanted.startsWith(lowerCase(key) + "."))
                .findFirst();
        if (outer.isPresent()) {
            return outer;
        }
        return known.stream()
                .filter(key -> isNear(wanted, lowerCase(key)))
                .min(Comparator.comparingInt((String key) -> distance(wanted, lowerCase(key)))
                        .thenComparingInt(key -> EditDistance.of(wanted, lowerCase(key))));
    }

    private static String lowerCase(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Where more than a third of the last name's letters differ a suggestion would be a guess. */
    private static boolean isNear(String wanted, String key) {
        return distance(wanted, key) <= Math.max(1, lastSegment(wanted).length() / 3);
    }

    /** Between whole keys or their last names, whichever is nearer: a right name may stand in a wrong section. */
    private static int distance(String wanted, String key) {
        return Math.min(EditDistance.of(wanted, key), EditDistance.of(lastSegment(wanted), lastSegment(key)));
    }

    private static String lastSegment(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
