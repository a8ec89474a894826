package io.sweepnet.spark.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import io.sweepnet.spark.input.InputException;

/** Converts exceptions of the HOCON library to messages of one line. */
final class HoconErrors {

    private HoconErrors() {}

    /**
     * Returns an error that names the file, the line and the reason.
     *
     * @param main the place to name if the library has none, or only that of a default to which a reference resolves
     */
    static InputException of(ConfigException e, Place main) {
        Place place = e.origin() == null ? main : Place.of(e.origin());
        boolean isGiven = place.kind() != Place.Kind.DEFAULTS && place.kind() != Place.Kind.ELSEWHERE;
        return new InputException((isGiven ? place : main) + ": " + reason(e), e);
    }

    /** Returns the reason without the place. */
    static String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        ConfigOrigin origin = e.origin();
        if (origin != null && message.startsWith(origin.description() + ": ")) {
            message = message.substring(origin.description().length() + 2);
        }
        if (message.startsWith("Cannot concatenate")) {
            return "text cannot be joined with a list or section; text with brackets or braces needs double quotes";
        }
        // The advice of the library is long, and part of it concerns other file formats.
        int advice = message.indexOf(" (if you ");
        if (advice >= 0) {
            message = message.substring(0, advice) + " (text with special characters needs double quotes)";
        }
        int trace = message.indexOf(" Trace");
        if (trace >= 0) {
            message = message.substring(0, trace);
        }
        return message.strip().replaceAll("[\\s\\u2028\\u2029]+", " ");
    }
}
