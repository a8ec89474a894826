package io.sweepnet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on limits says of every package of this module whether it is public or internal. */
public abstract class PublicPackagesContract {

    private static final Path PAGE = Path.of("../docs/limits.md");

    private final String module;
    private final String base;
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
        this.base = base;
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
            Path info = sources.resolve(name.replace('.', '/')).resolve("package-info.java");
            assertThat(Files.readString(info)).as(name).containsIgnoringCase("internal");
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
    void whatIsPublicNamesNothingInternal() throws IOException {
        List<String> publicPackages = fullNames(2);
        methods()
                .that()
                .areDeclaredInClassesThat(describe(
                        "are public, in public packages",
                        type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                                && publicPackages.contains(type.getPackageName())))
                .and()
                .arePublic()
                .should(notName(fullNames(3)))
                .because("who uses a public type must not need an internal one")
                .check(classes);
    }

    private static ArchCondition<JavaMethod> notName(List<String> packages) {
        return new ArchCondition<>("name no internal type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(method.getRawParameterTypes().stream(), Stream.of(method.getRawReturnType()))
                        .filter(type -> packages.contains(type.getPackageName()))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }

    /** The packages in a column of the module's row of the table. */
    private List<String> listed(int column) throws IOException {
        String row = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + module + ", "))
                .findFirst()
                .orElseThrow();
        Matcher names = Pattern.compile("`([a-z.]+)`").matcher(row.split("\\|", -1)[column]);
        return names.results().map(found -> found.group(1)).toList();
    }

    private List<String> fullNames(int column) throws IOException {
        return listed(column).stream().map(name -> base + "." + name).toList();
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
