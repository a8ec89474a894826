package io.sweepnet.spark.data;

import java.util.List;

/** What is to be said of where a table lies. */
final class SourceNotes {

    private SourceNotes() {}

    static List<String> of(DataLocation location) {
        return location.folderColumns().isEmpty()
                ? List.of()
                : List.of("not used, since they stand in the names of folders: "
                        + String.join(", ", location.folderColumns()));
    }
}
