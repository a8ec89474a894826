package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders below the build's, which stay there after a test for whoever looks into its failure. */
final class Folders {

    private Folders() {}

    /** Makes a folder that is empty, whatever was there before. */
    static Path clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : below(folder, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }

    /** The files in and below a folder, by their names; none where it does not exist. */
    static List<Path> files(Path folder) throws IOException {
        return Files.exists(folder)
                ? below(folder, Comparator.naturalOrder()).stream()
                        .filter(Files::isRegularFile)
                        .toList()
                : List.of();
    }

    private static List<Path> below(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
