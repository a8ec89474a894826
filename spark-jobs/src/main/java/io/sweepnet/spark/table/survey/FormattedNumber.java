package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.table.message.SettingKeys;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that people read as a number and this program does not: with a mark of a currency or percent, with thousands
 * marks, or with a decimal comma.
 */
final class FormattedNumber {

    private static final String CURRENCY = "(?:\\p{Sc}|[A-Z]{3}\\s)";

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]*,[0-9]+");

    /** A sign, a currency, digits that may be in groups of three, decimals, a currency or percent sign. */
    private static final Pattern FORMATTED = Pattern.compile(
            "[-+(]?\\s*" + CURRENCY + "?\\s*[-+]?"
                    + "(?:[0-9]{1,3}(?:[ ,.'\\u00a0\\u202f][0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?\\s*(?:\\p{Sc}|%|\\s[A-Z]{3})?\\)?");

    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");

    private FormattedNumber() {}

    /** Returns whether a text is such a number. */
    static boolean is(String text) {
        return !PLAIN.matcher(text).matches()
                && (FORMATTED.matcher(text).matches()
                        || DECIMAL_COMMA.matcher(text).matches());
    }

    /** Returns what to do about a text that is a number, for messages; empty for any other text. */
    static Optional<String> remedy(String text) {
        if (!is(text)) {
            return Optional.empty();
        }
        return Optional.of(
                DECIMAL_COMMA.matcher(text).matches()
                        ? SettingKeys.CSV_DECIMAL + " = \",\" reads a decimal comma"
                        : "write numbers without marks of currencies, percent or thousands");
    }
}
