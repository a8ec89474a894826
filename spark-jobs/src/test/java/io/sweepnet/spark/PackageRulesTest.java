package io.sweepnet.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the packages of this module may use. Each rule says what it guards. */
class PackageRulesTest {

    private static final String BASE = "io.sweepnet.spark.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sweepnet.spark");

    @Test
    void configurationKnowsNeitherSparkNorHadoop() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "scala..")
                .because("a wrong setting must be told before Spark is started, and quickly")
                .check(CLASSES);
    }

    @Test
    void theChannelKnowsArraysAndNoNetworks() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "channel..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("the rest of the project") {
                    @Override
                    public boolean test(JavaClass used) {
                        return used.getPackageName().startsWith("io.sweepnet.")
                                && !used.getPackageName().startsWith(BASE + "channel");
                    }
                })
                .because("an all-reduce is of use whatever the arrays mean")
                .check(CLASSES);
    }

    @Test
    void executionAndChannelAreRoomsOfALibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "execution..", BASE + "channel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "cli..",
                        BASE + "config..",
                        BASE + "data..",
                        BASE + "results..",
                        BASE + "run..",
                        "picocli..",
                        "com.typesafe.config..")
                .because("who owns a table trains on it by plain values, with no configuration and no command line")
                .check(CLASSES);
    }

    @Test
    void readersKnowSettingsAlone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "cli..", BASE + "results..", BASE + "rows..", BASE + "run..", BASE + "execution..")
                .because("a table is read the same way whatever is done with it")
                .check(CLASSES);
    }

    @Test
    void rowsOnExecutorsKnowReadersAlone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "rows..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "cli..", BASE + "predict..", BASE + "results..", BASE + "run..", BASE + "execution..")
                .because("rows are read, ordered, split and scaled the same way whatever learns from them")
                .check(CLASSES);
    }

    @Test
    void scoringKnowsReadersAlone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "predict..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "cli..", BASE + "results..", BASE + "run..", BASE + "execution..")
                .because("a model is of use where nothing is trained and no results are kept")
                .check(CLASSES);
    }

    @Test
    void resultsStandAlone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "results..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "cli..", BASE + "config..", BASE + "data..", BASE + "run..", BASE + "execution..")
                .because("the tables are a contract with other programs: they change by decision, not by the way")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "cli..", "picocli..")
                .because("what the commands do must be of use without them")
                .check(CLASSES);
    }

    @Test
    void oneWriterAndReaderOfTheTables() {
        classes()
                .that()
                .resideOutsideOfPackage(BASE + "results..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.parquet..")
                .because("the tables have one writer and one reader")
                .check(CLASSES);
    }

    @Test
    void oneReaderOfConfigurations() {
        classes()
                .that()
                .resideOutsideOfPackage(BASE + "config..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("com.typesafe.config..")
                .because("a setting is checked in one place, and the rest of the program sees checked records")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a change must not come back to where it started")
                .check(CLASSES);
    }
}
