package io.sweepnet.spark.table.message;

import java.util.Collection;
import java.util.stream.Collectors;

/** Formats the names of columns for messages, at most 30 of them: a table may have thousands. */
public final class ColumnNames {

    private static final int SHOWN = 30;

    private ColumnNames() {}

    /** Returns the names in brackets; of more than 30, the first 30 and the number of the others. */
    public static String list(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = names.size() - SHOWN;
        return "[" + shown + (more > 0 ? ", and " + more + " more" : "") + "]";
    }
}
