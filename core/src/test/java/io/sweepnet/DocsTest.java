package io.sweepnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the project link to each other, and the first one is short. */
class DocsTest {

    private static final Path PROJECT = Path.of("..");
    private static final int MOST_README_LINES = 150;
    private static final int MOST_PICTURE_BYTES = 60 * 1024;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> docs = Files.list(PROJECT.resolve("docs"))) {
            List<String> pages = new ArrayList<>(docs.map(page -> "docs/" + page.getFileName())
                    .filter(page -> page.endsWith(".md"))
                    .sorted()
                    .toList());
            pages.addAll(List.of(
                    "README.md",
                    "CONTRIBUTING.md",
                    "CHANGELOG.md",
                    "core/BENCHMARKS.md",
                    "spark-jobs/BENCHMARKS.md",
                    "conf/data/README.md"));
            return pages.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsToAFileAndAHeadingInIt(String page) {
        Path file = PROJECT.resolve(page);
        List<String> broken =
                links(file).stream().filter(link -> !leads(file, link)).toList();

        assertThat(broken).as("broken links of %s", page).isEmpty();
    }

    @Test
    void theReadmeLinksToEveryPageOfDocs() throws IOException {
        List<String> links = links(PROJECT.resolve("README.md")).stream()
                .map(link -> link.replaceAll("#.*", ""))
                .toList();

        assertThat(links)
                .containsAll(pages().filter(page -> page.startsWith("docs/")).toList());
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(PROJECT.resolve("README.md"))).hasSizeLessThanOrEqualTo(MOST_README_LINES);
    }

    @Test
    void picturesOfDocsAreSmall() throws IOException {
        try (Stream<Path> pictures = Files.list(PROJECT.resolve("docs/images"))) {
            assertThat(pictures.toList())
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(picture.toFile().length()).isLessThan(MOST_PICTURE_BYTES));
        }
    }

    private static List<String> links(Path file) {
        Matcher matcher = LINK.matcher(CODE_BLOCK.matcher(read(file)).replaceAll(""));
        return matcher.results()
                .map(link -> link.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .toList();
    }

    private static boolean leads(Path from, String link) {
        String[] parts = link.split("#", 2);
        Path to = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
        return Files.exists(to) && (parts.length == 1 || anchors(to).contains(parts[1]));
    }

    /** The anchors that GitHub gives headings: lower case, without punctuation, blanks as hyphens. */
    private static List<String> anchors(Path file) {
        return HEADING.matcher(CODE_BLOCK.matcher(read(file)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
