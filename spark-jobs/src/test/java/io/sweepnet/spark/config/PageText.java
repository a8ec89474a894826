package io.sweepnet.spark.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What users read: the pages of the project, and the comments of the defaults. */
final class PageText {

    static final Path DEFAULTS = Path.of("src/main/resources/io/sweepnet/spark/config/defaults.conf");
    static final Path CONFIGURATION = Path.of("../docs/configuration.md");
    static final Path HOW_IT_WORKS = Path.of("../docs/how-it-works.md");
    static final Path KERNELS = Path.of("../docs/kernels.md");
    static final Path LIMITS = Path.of("../docs/limits.md");

    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|.*$");

    private PageText() {}

    /** Returns the text of a page on one line, without the marks of code. */
    static String of(Path page) throws IOException {
        return Files.readString(page).replace("`", "").replaceAll("\\s+", " ");
    }

    /** Returns all comments of the defaults, on one line. */
    static String commentsOfDefaults() throws IOException {
        return Files.readAllLines(DEFAULTS).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .collect(Collectors.joining(" "));
    }

    /** Returns the rows of the tables below a heading of a page, by what is in the first column. */
    static Map<String, String> tableRows(Path page, String heading) throws IOException {
        String section =
                Files.readString(page).split("(?m)^## " + heading + "$", 2)[1].split("(?m)^## ", 2)[0];
        return TABLE_ROW.matcher(section).results().collect(Collectors.toMap(row -> row.group(1), MatchResult::group));
    }

    /** Returns the names of some things in the order of the list, as in {@code a, b and c}. */
    static <T> String names(List<T> all, Function<T, String> name, String lastWord) {
        List<String> names = all.stream().map(name).toList();
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + lastWord + " " + names.get(last);
    }
}
