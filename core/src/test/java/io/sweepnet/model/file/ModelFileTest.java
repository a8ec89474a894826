package io.sweepnet.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {

    private static final double[] AWKWARD = {
        -0.0,
        0.0,
        Double.MIN_VALUE,
        -Double.MIN_NORMAL,
        Double.MAX_VALUE,
        0.1 + 0.2,
        1.0 / 3,
        -1e-7,
        123456789012345680.0
    };

    @TempDir
    private Path folder;

    private static Network network(double... parameters) {
        Architecture architecture =
                new Architecture(List.of(2, 2, 1), List.of(Activation.LEAKY_RELU, Activation.IDENTITY));
        return new Network(Parameters.of(architecture, parameters));
    }

    private static SavedModel complete() {
        return new SavedModel(
                network(AWKWARD),
                Optional.of(new Inputs(
                        List.of("sepal.length", "größe \"in\" cm\n"),
                        new FeatureScaling(
                                FeatureScaling.Kind.UNIT_NORM,
                                List.of(0.1 + 0.2, -0.0),
                                List.of(1e-300, Math.nextUp(1.0))))),
                Optional.of(new Target(
                        "y%", new TargetScaling(Math.nextDown(1e6), 1.0 / 3), List.of("only"), ClassKind.NUMBER)),
                Optional.of("huber(0.1)"),
                Optional.of(new Provenance(
                        "0.1.0",
                        "hybrid",
                        Long.MIN_VALUE,
                        "ab".repeat(32),
                        "{\"seed\":42,\"text\":\"<ä>\",\"x\":[1e-7]}",
                        "cancelled")));
    }

    private SavedModel writtenAndRead(SavedModel model) throws IOException {
        Path file = folder.resolve("model.json");
        ModelFile.write(file, model);
        return ModelFile.read(file, ModelFileTest::noneAbsent);
    }

    private static List<Activation> noneAbsent(int layers) {
        throw new AssertionError("the file names its activations");
    }

    @Test
    void aModelComesBackToTheLastBit() throws IOException {
        assertThat(writtenAndRead(complete())).isEqualTo(complete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR"})
    void theLocaleDoesNotMatter(String tag) throws IOException {
        Path file = folder.resolve("plain.json");
        ModelFile.write(file, complete());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(String.format("%.1f", 1.5))
                    .as("numbers look different here")
                    .isNotEqualTo("1.5");

            assertThat(writtenAndRead(complete())).isEqualTo(complete());
            assertThat(folder.resolve("model.json")).hasSameTextualContentAs(file);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anyFiniteParametersComeBackToTheLastBit(long seed) throws IOException {
        Architecture architecture = Architecture.of(5, List.of(7, 6), 4, List.of(Activation.STEP, Activation.SIGN));
        double[] parameters = new Random(seed)
                .longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(architecture.parameterCount())
                .toArray();
        SavedModel model = SavedModel.of(new Network(Parameters.of(architecture, parameters)));

        assertThat(writtenAndRead(model)).as("seed %d", seed).isEqualTo(model);
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationComesBack(Activation activation) throws IOException {
        Architecture architecture = new Architecture(List.of(1, 1), List.of(activation));
        SavedModel model = SavedModel.of(new Network(Parameters.of(architecture, new double[] {1, 2})));

        assertThat(writtenAndRead(model)).isEqualTo(model);
    }

    @Test
    void aStagedModelLeavesThePlaceAloneUntilItIsPublished() throws IOException {
        Path file = folder.resolve("model.json");
        ModelFile.write(file, SavedModel.of(network(AWKWARD)));
        String before = Files.readString(file);

        ModelFile.stage(file, complete()).close();
        assertThat(file).hasContent(before);
        assertThat(folder.toFile().list()).containsExactly("model.json");

        try (ModelFile.Staged staged = ModelFile.stage(file, complete())) {
            assertThat(file).hasContent(before);
            staged.publish();
        }
        assertThat(ModelFile.read(file, ModelFileTest::noneAbsent)).isEqualTo(complete());
        assertThat(folder.toFile().list()).containsExactly("model.json");
    }

    @Test
    void aLinkStaysOne() throws IOException {
        Path file = folder.resolve("model.json");
        ModelFile.write(file, SavedModel.of(network(AWKWARD)));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        ModelFile.write(link, complete());

        assertThat(link).isSymbolicLink();
        assertThat(ModelFile.read(file, ModelFileTest::noneAbsent)).isEqualTo(complete());
    }

    @Test
    void whetherAModelCanBeWrittenIsFoundOutWithoutATrace() throws IOException {
        ModelFile.checkWritable(folder.resolve("model.json"));
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> ModelFile.checkWritable(folder.resolve("m".repeat(300))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ModelFile.checkWritable(folder.resolve("none/model.json")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theFileIsLaidOutAsStated() throws IOException {
        Path file = folder.resolve("model.json");

        ModelFile.write(file, SavedModel.of(network(1, 2, 3, 4, 5, 6, 7, 8, 9)));

        assertThat(file).hasContent("""
                {
                  "format": "sweepnet-model",
                  "format_version": 1,
                  "architecture": {
                    "sizes": [2, 2, 1]
                  },
                  "layers": [
                    {
                      "weight": [
                        [1.0, 2.0],
                        [3.0, 4.0]
                      ],
                      "bias": [5.0, 6.0],
                      "activation": "leaky-relu"
                    },
                    {
                      "weight": [
                        [7.0, 8.0]
                      ],
                      "bias": [9.0],
                      "activation": "identity"
                    }
                  ]
                }
                """);
    }

    @Test
    void layersAloneCanBeRead() throws IOException {
        Path file = folder.resolve("layers.json");
        Files.writeString(file, """
                {"layers": [
                  {"weight": [[1, 2], [3, 4]], "bias": [5, 6]},
                  {"weight": [[7, 8e0]], "bias": [9]}
                ]}""");

        SavedModel model = ModelFile.read(file, layers -> {
            assertThat(layers).isEqualTo(2);
            return List.of(Activation.LEAKY_RELU, Activation.IDENTITY);
        });

        assertThat(model).isEqualTo(SavedModel.of(network(1, 2, 3, 4, 5, 6, 7, 8, 9)));
    }

    @Test
    void aMemberThatIsNullIsAbsent() throws IOException {
        Path file = folder.resolve("nulls.json");
        Files.writeString(file, """
                {"layers": [{"weight": [[1]], "bias": [2], "activation": null}],
                 "features": null, "scaling": null, "target": null, "loss": null, "provenance": null}""");

        SavedModel model = ModelFile.read(file, layers -> Collections.nCopies(layers, Activation.TANH));

        Architecture line = new Architecture(List.of(1, 1), List.of(Activation.TANH));
        assertThat(model).isEqualTo(SavedModel.of(new Network(Parameters.of(line, new double[] {1, 2}))));
    }

    @Test
    void writingReplacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("model [1].json");
        Files.writeString(file, "old");

        ModelFile.write(file, complete());

        assertThat(ModelFile.read(file, ModelFileTest::noneAbsent)).isEqualTo(complete());
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(names()).containsExactly("model [1].json");
    }

    /** JSON has no NaN, which shows only while the text is made. */
    @Test
    void aModelThatCannotBeWrittenLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, "old");
        double[] broken = AWKWARD.clone();
        broken[1] = Double.NaN;
        SavedModel model = SavedModel.of(network(broken));

        assertThatThrownBy(() -> ModelFile.write(file, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model file cannot hold the parameter NaN");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("model.json");
    }

    /** A folder in the file's place cannot be replaced by a file. */
    @Test
    void aTargetThatCannotBeReplacedStaysAsItIs() throws IOException {
        Path target = folder.resolve("model.json");
        Files.createDirectory(target);
        Files.writeString(target.resolve("inside"), "old");

        assertThatThrownBy(() -> ModelFile.write(target, complete())).isInstanceOf(IOException.class);

        assertThat(target.resolve("inside")).hasContent("old");
        assertThat(names()).containsExactly("model.json");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Path file = folder.resolve("absent").resolve("model.json");

        assertThatThrownBy(() -> ModelFile.write(file, complete())).isInstanceOf(IOException.class);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
