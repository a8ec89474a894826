package io.sweepnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on limits says of every package of this module whether it is public or internal. */
public abstract class PublicPackagesContract {

    private static final Path PAGE = Path.of("../docs/limits.md");

    /** A sentence that begins so says that the package is internal. */
    private static final Pattern INTERNAL = Pattern.compile("(?:^/\\*\\*|[.:>]) Internal\\b|(?i:internal package)");

    private static final Pattern PUBLIC_TYPE = Pattern.compile("(?m)^(public |package .*;\\s*\\z)");
    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:@throws|@see|@link|@linkplain)[\\s*]+([A-Za-z][\\w.]*)");

    private final String module;
    private final JavaClasses classes;
    private final Path sources;

    /**
     * The rules of a module.
     *
     * @param module its name, as the page has it
     * @param base the package that its packages are in
     */
    protected PublicPackagesContract(String module, String base) {
        this.module = module;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(base);
        this.sources = Path.of("src/main/java").resolve(base.replace('.', '/'));
    }

    @Test
    void everyPackageIsEitherPublicOrInternal() throws IOException {
        assertThat(listed(2).stream().filter(listed(3)::contains)).isEmpty();
        List<String> all = new ArrayList<>(listed(2));
        all.addAll(listed(3));
        assertThat(all).containsExactlyInAnyOrderElementsOf(packages());
    }

    @Test
    void internalPackagesSayThatTheyAre() throws IOException {
        for (String name : listed(3)) {
            assertThat(description(name)).as(name).containsPattern(INTERNAL);
        }
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        assertThat(packages())
                .allSatisfy(name -> assertThat(
                                sources.resolve(name.replace('.', '/')).resolve("package-info.java"))
                        .exists());
    }

    @Test
    void publicPackagesDoNotSayThatTheyAreInternal() throws IOException {
        for (String name : listed(2)) {
            assertThat(description(name)).as(name).doesNotContainPattern(INTERNAL);
        }
    }

    /** Members show types that a caller can name; a base class may be of the package alone. */
    @Test
    void whatIsPublicShowsNothingInternal() throws IOException {
        List<String> publicPackages = fullNames(module, 2);
        List<String> internalPackages = internalPackages();
        DescribedPredicate<JavaClass> notInternal =
                describe("are not in internal packages", type -> !internalPackages.contains(type.getPackageName()));
        DescribedPredicate<JavaClass> visible = describe(
                "are not ours, or are public and not in internal packages",
                type -> !type.getPackageName().startsWith("io.sweepnet")
                        || (notInternal.test(type) && ShowsOnly.isVisible(type)));
        classes()
                .that(describe(
                        "are public, in public packages",
                        type -> publicPackages.contains(type.getPackageName()) && ShowsOnly.isVisible(type)))
                .should(new ShowsOnly(visible, notInternal))
                .because("who uses a public type must not need an internal one")
                .check(classes);
    }

    /** Also the unchecked exceptions, which only the Javadoc declares. */
    @Test
    void javadocOfPublicPackagesNamesNothingInternal() throws IOException {
        List<String> internalPackages = internalPackages();
        List<String> found = new ArrayList<>();
        for (String name : listed(2)) {
            try (Stream<Path> files = Files.list(sources.resolve(name.replace('.', '/')))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String source = Files.readString(file);
                    if (PUBLIC_TYPE.matcher(source).find()) {
                        namedInJavadoc(source)
                                .filter(type -> internalPackages.contains(packageOf(type)))
                                .forEach(type -> found.add(file.getFileName() + " names " + type));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** The types that Javadoc links to or declares as thrown, with their packages as far as the source has these. */
    private static Stream<String> namedInJavadoc(String source) {
        return JAVADOC.matcher(source)
                .results()
                .flatMap(comment -> REFERENCE.matcher(comment.group()).results())
                .map(reference -> reference.group(1))
                .map(type -> Pattern.compile("\nimport ([a-z.]+\\.%s);".formatted(type.replaceAll("\\..*", "")))
                        .matcher(source)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElse(type));
    }

    /** Returns the package of a qualified name, of a type or of a type within it. */
    private static String packageOf(String type) {
        return type.replaceAll("\\.?[A-Z].*", "");
    }

    private String description(String name) throws IOException {
        String info = Files.readString(sources.resolve(name.replace('.', '/')).resolve("package-info.java"));
        return info.replaceAll("\n \\*/?", " ").replace("<p>", "").replaceAll("\\s+", " ");
    }

    /** The packages in a column of the module's row of the table. */
    private List<String> listed(int column) throws IOException {
        return listed(module, column);
    }

    private static List<String> listed(String module, int column) throws IOException {
        return names(row(module).split("\\|", -1)[column]);
    }

    private static String row(String module) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + module + ", "))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(String text) {
        return Pattern.compile("`([a-z.]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> fullNames(String module, int column) throws IOException {
        String base = names(row(module).split("\\|", -1)[1]).get(0);
        return listed(module, column).stream().map(name -> base + "." + name).toList();
    }

    /** The internal packages of both modules. */
    private static List<String> internalPackages() throws IOException {
        List<String> all = new ArrayList<>(fullNames("core", 3));
        all.addAll(fullNames("spark-jobs", 3));
        return all;
    }

    /** The packages that have classes, without the part of the name that all share. */
    private List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .toList();
        }
    }
}
