package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is handed to spark-submit: the shaded jar, where it runs and with which settings. An immutable value; each {@code
 * with} gives another.
 *
 * @param master as in {@code --master}
 * @param properties as in {@code --properties-file}
 * @param settings of Spark, as in {@code --conf}
 */
record Submission(String master, Optional<Path> properties, Map<String, String> settings) {

    private static final Path JAR = SparkHome.TARGET.resolve("sweepnet.jar");

    static Submission to(String master) {
        return new Submission(master, Optional.empty(), Map.of());
    }

    Submission withProperties(Path file) {
        return new Submission(master, Optional.of(file), settings);
    }

    Submission with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value.toString());
        return new Submission(master, properties, more);
    }

    /**
     * With executors of one size, all of which must be there before the program starts.
     *
     * @param count executors
     * @param cores task slots of each
     */
    Submission withExecutors(int count, int cores) {
        return with("spark.executor.cores", cores)
                .with("spark.cores.max", count * cores)
                .with("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .with("spark.executor.memory", "512m")
                .with(
                        "spark.executor.extraJavaOptions",
                        String.join(" ", SparkJvm.SHORT_LIFE) + " \"" + ClassArchive.option() + "\"");
    }

    /** Starts another program than the shaded jar's, whose classes are in a jar of their own and which uses the shaded one. */
    SparkJvm startApp(String name, Path folder, Class<?> main, Path jar) throws IOException {
        return start(
                ClassArchive.option(),
                name,
                folder,
                List.of("--jars", JAR.toString(), "--class", main.getName(), jar.toString()),
                List.of());
    }

    /**
     * Starts the program.
     *
     * @param name of the files with what it prints
     * @param folder where they are written
     * @param arguments of the program
     */
    SparkJvm start(String name, Path folder, List<String> arguments) throws IOException {
        return start(ClassArchive.option(), name, folder, arguments);
    }

    /** Starts the program in a JVM with an option more. */
    SparkJvm start(String option, String name, Path folder, List<String> arguments) throws IOException {
        return start(option, name, folder, List.of("--class", "io.sweepnet.spark.cli.Main", JAR.toString()), arguments);
    }

    private SparkJvm start(String option, String name, Path folder, List<String> what, List<String> arguments)
            throws IOException {
        List<String> program = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        properties.ifPresent(file -> program.addAll(List.of("--properties-file", file.toString())));
        settings.forEach((key, value) -> program.addAll(List.of("--conf", key + "=" + value)));
        program.addAll(what);
        program.addAll(arguments);
        return SparkJvm.start(name, folder, SparkHome.get().environment(), List.of("-Xmx1g", option), program);
    }
}
