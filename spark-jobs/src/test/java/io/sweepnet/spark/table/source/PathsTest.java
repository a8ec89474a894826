package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables lie where their path says, whatever file system is the default, and whatever their names hold. */
class PathsTest {

    private static final String DEFAULT = "fs.defaultFS";

    private final Configuration hadoop = LocalSpark.session().sparkContext().hadoopConfiguration();

    private final String before = hadoop.get(DEFAULT);

    @TempDir
    private Path folder;

    @BeforeEach
    void anotherDefault() {
        hadoop.set(DEFAULT, "dummy://nowhere:1");
    }

    @AfterEach
    void restore() {
        hadoop.set(DEFAULT, before);
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(folder.getFileName() + ".csv"), "x1,label\n1,1.5\n2,2.5\n");
        Files.writeString(folder.resolve(folder.getFileName() + ".libsvm"), "1.5 1:1\n2.5 1:2\n");
        StructType schema = new StructType().add("x1", DataTypes.DoubleType).add("label", DataTypes.DoubleType);
        Path parts = folder.resolveSibling("parts");
        LocalSpark.session()
                .createDataFrame(List.of(RowFactory.create(1.0, 1.5), RowFactory.create(2.0, 2.5)), schema)
                .coalesce(1)
                .write()
                .parquet("file:" + parts);
        try (var files = Files.list(parts)) {
            Path written = files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(written, folder.resolve(folder.getFileName() + ".parquet"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"my out [1]", "äö #2 𝔸", "{a,b}*?=100%20", "x+y&z;'\"^$!~@(1)"})
    void everyFormatIsReadFromAFolderOfAnyName(String name) throws IOException {
        Path strange = folder.resolve(name);
        write(strange);
        for (String ending : List.of(".csv", ".libsvm", ".parquet")) {
            Path file = strange.resolve(name + ending);
            Table table = read(file.toString());

            assertThat(table.dataset().features()[0]).as(ending).containsExactly(1, 2);
            assertThat(table.dataset().targets()[0]).as(ending).containsExactly(1.5, 2.5);
        }
        Path relative = Path.of("").toAbsolutePath().relativize(strange.resolve(name + ".csv"));
        assertThat(read(relative.toString()).dataset().rows()).isEqualTo(2);
    }

    @Test
    void aColonMayStandInTheNameOfAFolderAndNotOfAFile() throws IOException {
        Path timed = Files.createDirectories(folder.resolve("t 10:30")).resolve("t.csv");
        Files.writeString(timed, "x1,label\n1,1.5\n2,2.5\n");

        assertThat(read(timed.toString()).dataset().rows()).isEqualTo(2);
        assertThat(read(timed.getParent().toString()).dataset().rows()).isEqualTo(2);
        Path colon = Files.copy(timed, timed.resolveSibling("t 10:45.csv"));
        for (Path path : List.of(colon, colon.getParent())) {
            assertThatThrownBy(() -> read(path.toString()))
                    .isInstanceOf(InputException.class)
                    .hasMessage("data.path = " + path + ": Hadoop cannot open local files with a colon in their names,"
                            + " as in 't 10:45.csv'; rename it");
        }
    }

    @Test
    void aPathWithASchemeIsOnThatFileSystem() throws IOException {
        write(folder.resolve("plain"));
        String file = folder.resolve("plain/plain.csv").toString();

        assertThat(read("file:" + file).dataset().rows()).isEqualTo(2);
        assertThat(read("file://" + file).dataset().rows()).isEqualTo(2);
        assertThatThrownBy(() -> read("dummy:" + file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data.path = dummy:" + file + ": ")
                .hasMessageContaining("dummy");
    }

    /** Brackets and braces are no pattern, and a star is one only where no such file is there. */
    @Test
    void aPatternIsTakenOnlyWhereItIsOne() throws IOException {
        Files.writeString(folder.resolve("a[1].csv"), "x1,label\n1,1.5\n2,2.5\n");
        Files.writeString(folder.resolve("a1.csv"), "x1,label\n3,1.5\n4,2.5\n");
        Files.writeString(folder.resolve("a*.csv"), "x1,label\n5,1.5\n6,2.5\n");

        assertThat(read(folder.resolve("a[1].csv").toString()).dataset().features()[0])
                .containsExactly(1, 2);
        assertThat(read(folder.resolve("a*.csv").toString()).dataset().features()[0])
                .containsExactly(5, 6);
        assertThat(read(folder.resolve("*[1].csv").toString()).dataset().features()[0])
                .containsExactly(1, 2);
        assertThatThrownBy(() -> read(folder.resolve("{a1,b}.csv").toString()))
                .hasMessage("data.path = " + folder.resolve("{a1,b}.csv") + ": there is no such file");
    }

    private static Table read(String path) {
        return ReadTables.read(
                LocalSpark.session(),
                RunConfig.load(Optional.empty(), Map.of("data.path", path, "data.target", "label"))
                        .data());
    }
}
