package io.sweepnet.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar for spark-submit holds what Spark lacks, and nothing that gets in the way of what Spark or a host brings. */
class ShadedJarIT {

    private static final Path JAR = Path.of(System.getProperty("sweepnet.jar"));

    @Test
    void classesAreOursOrOfLibrariesThatSparkDoesNotBring() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/sweepnet/")
                        || name.startsWith("org/ojalgo/")
                        || name.startsWith("picocli/"));
    }

    @Test
    void librariesThatSparkOrItsApplicationsBringAreRelocated() throws IOException {
        assertThat(entries())
                .contains("io/sweepnet/shaded/gson/Gson.class", "io/sweepnet/shaded/config/Config.class")
                .noneMatch(name -> name.startsWith("com/google/") || name.startsWith("com/typesafe/"));
    }

    @Test
    void noLoggingConfigurationServiceOrSignatureReachesTheHost() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.matches("(log4j2?|logback)[^/]*")
                        || name.startsWith("META-INF/services/")
                        || name.endsWith("Log4j2Plugins.dat")
                        || name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)")
                        || name.equals("reference.conf")
                        || name.equals("application.conf")
                        || name.endsWith("module-info.class"));
    }

    @Test
    void theDefaultRunAndItsTableAreInside() throws IOException {
        assertThat(entries())
                .contains(
                        "io/sweepnet/conf/compare.conf",
                        "io/sweepnet/conf/original.conf",
                        "io/sweepnet/conf/data/diabetes.csv",
                        "io/sweepnet/conf/log4j2.properties")
                .as("a file of spark-submit")
                .doesNotContain("io/sweepnet/conf/spark-defaults.conf");
    }

    @Test
    void relocatedLibrariesStillWork() throws Exception {
        try (URLClassLoader jar =
                new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> config = jar.loadClass("io.sweepnet.spark.config.RunConfig");
            Object run = config.getMethod("loadResource", String.class, Map.class)
                    .invoke(null, "io/sweepnet/conf/compare.conf", Map.of("seed", "7"));

            assertThat(config.getMethod("seed").invoke(run)).isEqualTo(7L);
            assertThat((String) config.getMethod("effectiveJson").invoke(run)).contains("\"seed\":7");
        }
    }

    @Test
    void itSaysWhatToRun() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream manifest = jar.getInputStream(new ZipEntry("META-INF/MANIFEST.MF"))) {
            assertThat(new String(manifest.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Main-Class: io.sweepnet.spark.cli.Main", "Implementation-Version: ");
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.endsWith("/"))
                    .toList();
        }
    }
}
