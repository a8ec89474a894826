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

    /** Rooms that any program on Spark can use, with neither a configuration file nor a command line. */
    private static final String[] LIBRARY = {
        BASE + "table..",
        BASE + "rows..",
        BASE + "predict..",
        BASE + "channel..",
        BASE + "execution..",
        BASE + "input.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sweepnet.spark");

    @Test
    void libraryRoomsKnowNeitherConfigurationNorCommandLine() {
        noClasses()
                .that()
                .resideInAnyPackage(LIBRARY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "config..", BASE + "cli..", "picocli..", "com.typesafe.config..")
                .because("a table may come as a DataFrame from a program that has neither")
                .check(CLASSES);
    }

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
                        BASE + "table..",
                        BASE + "results..",
                        BASE + "run..",
                        "picocli..",
                        "com.typesafe.config..")
                .because("who owns a table trains on it by plain values, with no configuration and no command line")
                .check(CLASSES);
    }

    @Test
    void tablesKnowNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "table..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        BASE + "predict..", BASE + "results..", BASE + "rows..", BASE + "run..", BASE + "execution..")
                .because("a table is read the same way whatever is done with it")
                .check(CLASSES);
    }

    @Test
    void rowsOnExecutorsKnowTablesAlone() {
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
    void scoringKnowsTablesAlone() {
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
                        BASE + "cli..", BASE + "config..", BASE + "table..", BASE + "run..", BASE + "execution..")
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
    void resultsSeeNoSpark() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "results..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..")
                .because(
                        "the tables are read where no Spark is installed, and an executor writes them without its session")
                .check(CLASSES);
    }

    @Test
    void reportsReadTheTablesAlone() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "report..")
                .should()
                .dependOnClassesThat(
                        new DescribedPredicate<JavaClass>("Spark, Hadoop, or the project's other packages") {
                            @Override
                            public boolean test(JavaClass used) {
                                String room = used.getPackageName();
                                return room.startsWith("org.apache.")
                                        || room.startsWith("scala.")
                                        || (room.startsWith(BASE)
                                                && !room.startsWith(BASE + "report")
                                                && !room.equals(BASE + "results"));
                            }
                        })
                .because(
                        "a report tells what the tables hold, wherever it is made, and a further form of it needs no more")
                .check(CLASSES);
    }

    @Test
    void numbersAreFormattedWithoutTheProject() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "report.format..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("the rest of the project") {
                    @Override
                    public boolean test(JavaClass used) {
                        return used.getPackageName().startsWith("io.sweepnet.")
                                && !used.getPackageName().startsWith(BASE + "report.format");
                    }
                })
                .because("reports, inspections and progress show numbers alike, whatever these stand for")
                .check(CLASSES);
    }

    @Test
    void reportsAreForTheCommandLineAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "cli..", BASE + "report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "report..")
                .because("what is done with a run's results is no concern of the run")
                .check(CLASSES);
    }

    @Test
    void progressAndSessionKnowNoCommands() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + "cli.progress..", BASE + "cli.session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "cli", "picocli..")
                .because("they serve every command, and a new command changes neither")
                .check(CLASSES);
    }

    @Test
    void progressNeedsNoSpark() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "cli.progress..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BASE + "cli.session..", "org.apache..", "scala..")
                .because("an error of the command line is told before Spark is loaded")
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

    /** Each package for itself, also where one is within another. */
    @Test
    void roomsOfAPackageHaveNoCycles() {
        slices().matching(BASE + "(**)")
                .should()
                .beFreeOfCycles()
                .because("a room that its own rooms come back to cannot be read or moved alone")
                .check(CLASSES);
    }
}
