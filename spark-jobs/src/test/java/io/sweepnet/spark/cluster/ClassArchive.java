package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Spark's classes, loaded and verified once: the file that the JVMs of a cluster map into memory (JEP 350) in place of reading
 * each class again, which is half of what their start costs. A JVM goes on without one that is missing or not for it.
 */
final class ClassArchive {

    private ClassArchive() {}

    /** Made by the first who asks. */
    private static final class Made {
        private static final Path FILE = make();
    }

    /** The option of a JVM that starts from the archive. */
    static String option() {
        return "-XX:SharedArchiveFile=" + Made.FILE;
    }

    /** Of what a search on executors in one JVM loads, at its end. */
    private static Path make() {
        try {
            Path folder = Folders.clear(SparkHome.TARGET.resolve("cluster").resolve("classes"));
            Path file = folder.resolve("spark.jsa");
            List<String> arguments = new Search("candidates", 1).arguments(folder.resolve("results"));
            try (SparkJvm program =
                    Submission.to("local[2]").start("-XX:ArchiveClassesAtExit=" + file, "archive", folder, arguments)) {
                if (program.awaitEnd() != 0) {
                    throw new AssertionError(program.tail());
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
