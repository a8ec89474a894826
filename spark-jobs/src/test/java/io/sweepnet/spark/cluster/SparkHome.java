package io.sweepnet.spark.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What looks to Spark's own scripts and Workers like an installation: a folder {@code jars} of links to the jars that
 * Maven fetched.
 *
 * @param folder the installation
 */
record SparkHome(Path folder) {

    /** Where the build writes the program and the list of Spark's jars. */
    static final Path TARGET = Path.of(System.getProperty("sweepnet.jar")).getParent();

    private static final String SCALA = "2.13";

    private static final SparkHome ONLY = new SparkHome(make());

    /** The one below the build's folder, made anew by each JVM that asks. */
    static SparkHome get() {
        return ONLY;
    }

    private static Path make() {
        try {
            return link();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path link() throws IOException {
        Path folder = TARGET.resolve("cluster/spark");
        Folders.clear(folder);
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String jar :
                Files.readString(TARGET.resolve("spark-class-path")).strip().split(File.pathSeparator, -1)) {
            Path file = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
        }
        return folder;
    }

    /** As Spark's launcher gives it to executors, to the order: they use one {@link ClassArchive} with all others. */
    String classPath() throws IOException {
        Path jars = folder.resolve("jars");
        List<Path> first = Folders.files(jars).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("slf4j-api-"))
                .toList();
        return Stream.concat(first.stream(), Stream.of(jars.resolve("*")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a process of Spark must find in its environment, and nothing of another installation. */
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("SPARK_"));
        environment.put("SPARK_HOME", folder.toString());
        // A Worker would else look for a build of Spark to find the version in.
        environment.put("SPARK_SCALA_VERSION", SCALA);
        environment.put("SPARK_LOCAL_IP", StandaloneCluster.HOST);
        return environment;
    }
}
