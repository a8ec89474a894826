package io.sweepnet.spark.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import io.sweepnet.spark.input.InputException;

/** Turns the library's exceptions into one line for the user. */
final class HoconErrors {

    private HoconErrors() {}

    /**
     * File, line and what is wrong there.
     *
     * @param main named where the library knows no place, or only that of a default a reference leads to
     */
    static InputException of(ConfigException e, Place main) {
        Place place = e.origin() == null ? main : Place.of(e.origin());
        boolean isGiven = place.kind() != Place.Kind.DEFAULTS && place.kind() != Place.Kind.ELSEWHERE;
        return new InputException((isGiven ? place : main) + ": " + reason(e), e);
    }

    /** What is wrong, without the place. */
    static String reason(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        ConfigOrigin origin = e.origin();
        if (origin != null && message.startsWith(origin.description() + ": ")) {
            message = message.substring(origin.description().length() + 2);
        }
        if (message.startsWith("Cannot concatenate")) {
            return "text cannot be joined with a list or section; text with brackets or braces needs double quotes";
        }
        // The library's own advice is long, and partly about files of another kind.
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
