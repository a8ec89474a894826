package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.PredictionRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that are not 0, 1, 2 ... come out of a run as they went in, as labels of predictions and in the model file. */
class TargetLabelsTest {

    @TempDir
    private Path folder;

    /** Labels in turn, and a feature that tells them apart. */
    private Path table(String name, List<String> labels, int rows) throws IOException {
        StringBuilder csv = new StringBuilder("x,z,y\n");
        for (int row = 0; row < rows; row++) {
            int kind = row % labels.size();
            csv.append(2 * kind + 0.1 * (row % 7))
                    .append(',')
                    .append(row % 5)
                    .append(',')
                    .append(labels.get(kind));
            csv.append('\n');
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private LocalRun trained(Path table, String... more) {
        String[] settings = {
            "data.path=" + table,
            "data.target=y",
            "data.task=classification",
            "models=search",
            "network.hidden=[]",
            "search.sweeps=3",
            "search.weights.size=9",
            "search.biases.size=9"
        };
        String[] all = Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return LocalRun.of(LocalSpark.session(), folder, all);
    }

    /** With rows to watch the loss on and an early end, and without. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,2,3       | 1 2 3      | NUMBER
                    -1,1        | -1 1       | NUMBER
                    0.0,1.0     | 0.0 1.0    | NUMBER
                    0,0.0,1,1.0 | 0 1        | NUMBER
                    true,false  | false true | TEXT
                    yes,'no '   | no yes     | TEXT
                    007,7a,-    | - 007 7a   | TEXT
                    """)
    void labelsComeOutAsTheyWentIn(String labels, String expected, ClassKind kind) throws IOException {
        List<String> classes = List.of(expected.split(" "));
        Path table = table("labels.csv", List.of(labels.replace("'", "").split(",")), 60);
        for (String validation : List.of("data.validation=0", "data.validation=0.2")) {
            LocalRun run = trained(table, validation, "search.patience=1", "search.tolerance=0.01");

            assertThat(run.row().data().classes()).containsExactlyElementsOf(classes);
            assertThat(run.row().setup().architecture()).startsWith("2-" + classes.size() + " ");
            assertThat(run.predictions())
                    .hasSize(60)
                    .allSatisfy(row -> assertThat(row.scores()).hasSize(classes.size()))
                    .extracting(PredictionRow::targetLabel)
                    .containsAll(classes)
                    .isSubsetOf(classes);
            assertThat(run.predictions())
                    .extracting(PredictionRow::predictedLabel)
                    .isSubsetOf(classes);
            assertThat(run.predictions()).allSatisfy(row -> {
                assertThat(row.targetLabel()).isEqualTo(classes.get(row.target().intValue()));
                assertThat(row.predictedLabel())
                        .isEqualTo(classes.get(row.prediction().intValue()));
            });
            SavedModel.Target target = run.model().orElseThrow().target().orElseThrow();
            assertThat(target.classes()).containsExactlyElementsOf(classes);
            assertThat(target.classKind()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "yes", "true"})
    void oneClassAloneIsRefusedInASentence(String label) throws IOException {
        Path table = table("one.csv", List.of(label), 10);

        assertThatThrownBy(() -> trained(table))
                .isInstanceOf(InputException.class)
                .hasMessage("target 'y' has one class alone ('" + label + "'), so there is nothing to learn");
    }

    /** A model of two classes is no start for three: the output layer is as wide as there are classes. */
    @Test
    void aModelOfAnotherNumberOfClassesIsRefused() throws IOException {
        Path two = table("two.csv", List.of("a", "b"), 20);
        Path three = table("three.csv", List.of("a", "b", "c"), 30);
        Path other = table("other.csv", List.of("a", "c"), 20);
        Path model = trained(two).results().resolveSibling("model.json");

        assertThatThrownBy(() -> LocalRun.from(model, LocalSpark.session(), folder, "data.path=" + three))
                .isInstanceOf(InputException.class)
                .hasMessage("--initial: the model file '" + model + "' holds a network of 2-2, but data and"
                        + " network.hidden make one of 2-3");
        assertThatThrownBy(() -> LocalRun.from(model, LocalSpark.session(), folder, "data.path=" + other))
                .isInstanceOf(InputException.class)
                .hasMessage("--initial: the model file '" + model + "' has classes [a, b], the table gives [a, c]");
    }
}
