package io.sweepnet.spark.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.stream.Collectors;

/** Formats values as the user wrote them, short enough for a message of one line. */
final class Written {

    private static final int LONGEST = 120;

    private Written() {}

    /** Returns the text of a value of a configuration; numbers keep their digits as written. */
    static String value(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return text(list.stream().map(Written::value).collect(Collectors.joining(", ", "[", "]")));
        }
        if (!isResolved(value)) {
            return "${...}";
        }
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.NULL) {
            return text(value.render(ConfigRenderOptions.concise()));
        }
        return text(scalar(value));
    }

    private static boolean isResolved(ConfigValue value) {
        try {
            return value.valueType() != null;
        } catch (ConfigException.NotResolved e) {
            return false;
        }
    }

    /** Returns the text of a string, number or boolean. */
    static String scalar(ConfigValue value) {
        return value.atKey("value").getString("value");
    }

    /** Returns a text on one line, in double quotes if it could be overlooked, and cut if it is long. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                shown.append(c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        if (text.codePoints().count() > LONGEST) {
            shown.append("...");
        }
        boolean easilyOverlooked = (text.length() < 2 && !text.matches("[\\p{L}\\p{N}]")) || !text.equals(text.strip());
        return easilyOverlooked ? '"' + shown.toString() + '"' : shown.toString();
    }
}
