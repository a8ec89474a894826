package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ReadTables;
import io.sweepnet.spark.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of LibSVM files, and how many features a table of such files has. */
class LibSvmTest {

    @TempDir
    private Path folder;

    /** Signs, as this format has them, in whatever spelling. */
    @Test
    void labelsOfSignsAreTwoClassesByValue() throws IOException {
        write("t.libsvm", "+1 3:1 1:2\n-1 2:1\n1 1:1\n-1.0 1:4 3:0.5\n");

        Table table = read(folder, "data.task", "classification");

        assertThat(table.dataset().classes()).containsExactly("-1", "1");
        assertThat(table.classKind()).isEqualTo(ClassKind.NUMBER);
        assertThat(table.dataset().targets()[0]).containsExactly(1, 0, 1, 0);
        assertThat(table.dataset().features()[0]).containsExactly(2, 0, 1, 4);
    }

    @Test
    void theHighestIndexOfAllFilesIsTheWidth() throws IOException {
        write("part-1.libsvm", "1.5 1:1\n2.5\n");
        write("part-2.libsvm", "3.5 5:7\n");

        Dataset data = read(folder).dataset();

        assertThat(data.featureNames()).containsExactly("x1", "x2", "x3", "x4", "x5");
        assertThat(data.features()[0]).containsExactly(1, 0, 0);
        assertThat(data.features()[4]).containsExactly(0, 0, 7);
    }

    /** As a model wants them that was trained on a wider file. */
    @Test
    void featuresThatAreAskedForAreZeroBeyondTheWidth() throws IOException {
        write("t.libsvm", "1.5 1:1\n2.5 2:1\n");

        Dataset data = read(folder, "data.features", "[x1, x2, x3, x4]").dataset();

        assertThat(data.featureNames()).containsExactly("x1", "x2", "x3", "x4");
        assertThat(data.features()[1]).containsExactly(0, 1);
        assertThat(data.features()[3]).containsExactly(0, 0);
    }

    /** A file that counts from 0 would move every feature by one. */
    @Test
    void aFileOfManyThatCountsFromZeroIsNamedWithItsLine() throws IOException {
        write("part-1.libsvm", "1.5 1:1\n2.5 2:1\n");
        write("part-2.libsvm", "1.5 1:1\n2.5 0:1 1:2\n");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": row 2 of part-2.libsvm '0:1' is no index:value; indices are whole numbers from"
                        + " 1");
    }

    @Test
    void rowsWithoutALabelCannotBeLearnedFrom() throws IOException {
        write("t.libsvm", "1.5 1:1\n1:2 2:1\n2.5 2:1\n");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage("missing values: column 'label' 1 (first in row 2 of t.libsvm); data.missing = drop leaves"
                        + " such rows out");
    }

    @Test
    void aFileWithoutLabelsHasNoTarget() throws IOException {
        write("t.libsvm", "1:2 2:1\n2:1\n");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage("target 'label' holds no value at all");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Table read(Path path, String... settings) {
        Map<String, String> overrides = new LinkedHashMap<>();
        overrides.put("data.path", path.toString());
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        return ReadTables.read(
                LocalSpark.session(),
                RunConfig.load(Optional.empty(), overrides).data());
    }
}
