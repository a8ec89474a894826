package io.sweepnet.spark.table;

import java.util.Collection;
import java.util.stream.Collectors;

/** Columns' names in messages: a table may have thousands. */
public final class ColumnNames {

    private static final int SHOWN = 30;

    private ColumnNames() {}

    /** The names in brackets, of very many the first ones and how many more there are. */
    public static String list(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = names.size() - SHOWN;
        return "[" + shown + (more > 0 ? ", and " + more + " more" : "") + "]";
    }
}
