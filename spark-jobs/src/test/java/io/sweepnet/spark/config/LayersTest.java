package io.sweepnet.spark.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.search.Grid;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over what, and from where paths count. */
class LayersTest {

    @TempDir
    private Path folder;

    private RunFiles files;

    @BeforeEach
    void setUp() {
        files = new RunFiles(folder);
    }

    @Test
    void commandLineGoesOverFileOverDefaults() {
        assertThat(files.load("").seed()).isEqualTo(42);
        assertThat(files.load("seed = 7").seed()).isEqualTo(7);
        assertThat(files.load("seed = 7", "seed=-8").seed()).isEqualTo(-8);
    }

    @Test
    void sectionsAreMergedKeyByKey() {
        RunConfig run = files.load("search.weights { low = -2, size = 9 }", "search.weights.low=-1");
        assertThat(run.search().weights()).isEqualTo(Grid.of(-1, 5, 9));
    }

    @Test
    void aFileIncludesOthers() {
        files.write("shared/base.conf", "seed = 1, gradient.epochs = 11, include \"deeper.conf\"");
        files.write("shared/deeper.conf", "search.sweeps = 12");
        files.write("ranges.conf", "low = -1, high = 1");
        RunConfig run = files.load("""
                include "shared/base.conf"
                seed = 2
                search.weights { include "ranges.conf" }
                """);
        assertThat(run.seed()).isEqualTo(2);
        assertThat(run.gradient().epochs()).isEqualTo(11);
        assertThat(run.search().sweeps()).isEqualTo(12);
        assertThat(run.search().weights()).isEqualTo(Grid.of(-1, 1, 100));
    }

    @Test
    void pathsAreRelativeToTheFileTheyStandIn() {
        files.write("shared/base.conf", "data.path = d/x.csv");
        Path run = files.write("run.conf", "include \"shared/base.conf\"\n results = out");
        RunConfig config = RunConfig.load(Optional.of(run), Map.of());
        assertThat(config.data().files().path())
                .isEqualTo(folder.resolve("shared/d/x.csv").toString());
        assertThat(config.results()).isEqualTo(folder.resolve("out").toString());
    }

    @Test
    void namesOfFoldersMayHoldAnything() {
        String name = "my out [1]/#2%20 {x} merge of ${y}: 3-4";
        files.write(name + "/base.conf", "data.path = x.csv");
        Path run = files.write(name + "/run.conf", "include \"base.conf\"\n seed = ${?SWEEPNET_NOT_SET}");
        assertThat(RunConfig.load(Optional.of(run), Map.of()).data().files().path())
                .isEqualTo(folder.resolve(name).resolve("x.csv").toString());
        assertThat(files.message(() -> RunConfig.load(Optional.of(run), Map.of("search.sweeps", "x"))))
                .startsWith("search.sweeps = x: ");
    }

    @Test
    void aKeyStandsWhereItIsSetAndNotWhereItsReferencePoints() {
        files.write("shared/base.conf", "data { path = x.csv, target = y }");
        Path run = files.write("run.conf", "include \"shared/base.conf\"\n results = ${data.target}-out");
        RunConfig config = RunConfig.load(Optional.of(run), Map.of());
        assertThat(config.results()).isEqualTo(folder.resolve("y-out").toString());
    }

    @Test
    void anOptionalReferenceWithoutValueLeavesThePathWhereItWas() {
        files.write("shared/base.conf", "data.path = x.csv");
        Path run = files.write("run.conf", "include \"shared/base.conf\"\n data.path = ${?SWEEPNET_NOT_SET}");
        assertThat(RunConfig.load(Optional.of(run), Map.of()).data().files().path())
                .isEqualTo(folder.resolve("shared/x.csv").toString());
    }

    @Test
    void environmentVariablesAreReplacedOutsideOfQuotes() {
        Map.Entry<String, String> variable = System.getenv().entrySet().stream()
                .filter(entry ->
                        entry.getKey().matches("[A-Z]+") && !entry.getValue().contains("${"))
                .findFirst()
                .orElseThrow();
        Path run = files.write("run.conf", "data.path = /${" + variable.getKey() + "}\"/x.csv\"");
        assertThat(RunConfig.load(Optional.of(run), Map.of()).data().files().path())
                .isEqualTo("/" + variable.getValue() + "/x.csv");
    }

    @Test
    void referencesSeeTheCommandLine() {
        RunConfig run = files.load("search.biases = ${search.weights}", "search.weights.size=3");
        assertThat(run.search().biases()).isEqualTo(Grid.of(-5, 5, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data/x.csv",
                "hdfs://host/x.csv",
                "s3a://bucket/a b.csv",
                "file:/x.csv",
                "file:x.csv",
                "classpath:io/x.csv"
            })
    void absolutePathsAndUrisStayAsTheyAre(String path) {
        RunConfig run = RunConfig.load(
                Optional.of(files.write("run.conf", "data.path = \"" + path + "\", results = \"" + path + "\"")),
                Map.of());
        assertThat(run.data().files().path()).isEqualTo(path);
        assertThat(run.results()).isEqualTo(path);
    }

    @Test
    void pathsOfTheCommandLineAndTheDefaultsAreRelativeToTheWorkingFolder() {
        RunConfig run = files.load("data.path = other.csv", "data.path=d/x.csv");
        assertThat(run.data().files().path()).isEqualTo("d/x.csv");
        assertThat(run.results()).isEqualTo("results");
        assertThat(files.load("results = out", "results=here").results()).isEqualTo("here");
    }

    @Test
    void insideTheWorkingFolderPathsStayRelative() {
        // The tests' working folder is the module's.
        Path run =
                new RunFiles(Path.of("target/config-test")).write("run.conf", "data.path = d/x.csv\nresults = ../out");
        for (Path path : new Path[] {run, run.toAbsolutePath()}) {
            RunConfig config = RunConfig.load(Optional.of(path), Map.of());
            assertThat(config.data().files().path()).isEqualTo("target/config-test/d/x.csv");
            assertThat(config.results()).isEqualTo("target/config-test/../out");
            assertThat(files.message(() -> RunConfig.load(Optional.of(path), Map.of("models", "[]"))))
                    .startsWith("models = []: ");
        }
        new RunFiles(Path.of("target/config-test")).write("run.conf", "data.path = d/x.csv\n\n seed = x");
        assertThat(files.message(() -> RunConfig.load(Optional.of(run.toAbsolutePath()), Map.of())))
                .isEqualTo("seed = x: allowed is a whole number of 64 bits (target/config-test/run.conf:3)");
    }

    @Test
    void dataOfAResourceIsAResource() {
        RunConfig run = RunConfig.loadResource("io/sweepnet/conf/compare.conf", Map.of());
        assertThat(run.data().files().path()).isEqualTo("classpath:io/sweepnet/conf/data/diabetes.csv");
        assertThat(run.results()).isEqualTo("results");
        RunConfig other = RunConfig.loadResource("io/sweepnet/conf/compare.conf", Map.of("data.path", "x.csv"));
        assertThat(other.data().files().path()).isEqualTo("x.csv");
    }

    @Test
    void theLocaleChangesNothing() {
        RunConfig expected = files.load("data.test = 0.5\n data.scaling = min-max\n search.ties = first");
        Locale locale = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr-TR", "de-DE", "ar-EG", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                RunConfig run = files.load("data.test = 0.5\n data.scaling = min-max\n search.ties = first");
                assertThat(run).isEqualTo(expected);
                assertThat(run.effectiveJson()).isEqualTo(expected.effectiveJson());
                assertThat(files.error("data.missing = Drop\u0007"))
                        .isEqualTo("data.missing = Drop\\u0007: allowed are fail, drop (DIR/run.conf:1)");
            }
        } finally {
            Locale.setDefault(locale);
        }
    }
}
