package io.sweepnet.spark.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests a known dotted key for an unknown one, ignoring case. */
public final class NearestKey {

    private NearestKey() {}

    /** Returns the nearest known key; empty if none is near enough for a useful suggestion. */
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

    /** Returns whether at most a third of the letters of the last name differ, or only one letter. */
    private static boolean isNear(String wanted, String key) {
        return distance(wanted, key) <= Math.max(1, lastSegment(wanted).length() / 3);
    }

    /**
     * Returns the smaller of the distances of the whole keys and of their last names, since a correct name may be in a
     * wrong section.
     */
    private static int distance(String wanted, String key) {
        return Math.min(EditDistance.of(wanted, key), EditDistance.of(lastSegment(wanted), lastSegment(key)));
    }

    private static String lastSegment(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
