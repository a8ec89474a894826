package io.sweepnet.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;

import io.sweepnet.network.Activation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model with one thing wrong: the error is one line that names the file and what is wrong where. */
class BrokenModelFileTest {

    private static final String COMPLETE = """
            {"format": "sweepnet-model", "format_version": 1, "architecture": {"sizes": [2, 2, 1]},
             "layers": [{"weight": [[1, 2], [3, 4]], "bias": [5, 6], "activation": "relu"},
                        {"weight": [[7, 8]], "bias": [9], "activation": "identity"}],
             "features": ["a", "b"], "scaling": {"kind": "standard", "centres": [0, 1], "scales": [2, 3]},
             "target": {"name": "y", "centre": 1, "scale": 2, "classes": []}, "loss": "squared",
             "provenance": {"version": "1", "model": "search", "seed": 3, "data_sha256": "f", "config": {}}}""";

    @TempDir
    private Path folder;

    private SavedModel read(String text) throws IOException {
        Path file = folder.resolve("model.json");
        Files.writeString(file, text);
        return ModelFile.read(file, layers -> Collections.nCopies(layers, Activation.RELU));
    }

    private String errorOf(String text) throws IOException {
        Files.writeString(folder.resolve("model.json"), text);
        return catchIllegalArgumentException(() -> ModelFile.read(folder.resolve("model.json"), layers -> List.of()))
                .getMessage();
    }

    @Test
    void theWholeModelCanBeRead() throws IOException {
        SavedModel model = read(COMPLETE);

        assertThat(model.network().parameters().toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(model.inputs().orElseThrow().names()).containsExactly("a", "b");
        assertThat(model.target().orElseThrow().name()).isEqualTo("y");
        assertThat(model.loss()).hasValue("squared");
        assertThat(model.provenance().orElseThrow().seed()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\": \"sweepnet-model\" | \"format\": \"other\" | format is 'other', not sweepnet-model",
                "\"format_version\": 1 | \"format_version\": 2 | format_version is 2, this program reads versions 1 to 1",
                "\"format_version\": 1 | \"format_version\": 1.5 | format_version should be a whole number, got 1.5",
                "\"format_version\": 1, | '' | it has no 'format_version'",
                "\"sizes\": [2, 2, 1] | \"sizes\": [2, 3, 1] | architecture.sizes is [2, 3, 1] but the layers have [2, 2, 1]",
                "\"sizes\": [2, 2, 1] | \"sizes\": [2, \"2\", 1] | architecture.sizes[1] should be a finite number, got \"2\"",
                "\"sizes\" | \"shape\" | architecture has no 'sizes'",
                "\"layers\" | \"layer\" | it has no 'layers'",
                "\"weight\": [[7, 8]], | '' | layers[1] has no 'weight'",
                "\"bias\": [5, 6], | '' | layers[0] has no 'bias'",
                "[[7, 8]] | [[7, null]] | layers[1].weight[0][1] should be a finite number, got null",
                "[[7, 8]] | [[7, 1e999]] | layers[1].weight[0][1] should be a finite number, got 1e999",
                "[[7, 8]] | [[7, \"8\"]] | layers[1].weight[0][1] should be a finite number, got \"8\"",
                "[[7, 8]] | [[7]] | layers[1] takes 1 inputs, but the layer before has 2 units",
                "[[7, 8]] | [] | layers[1].weight should be a matrix with at least one row and column, got []",
                "[[7, 8]] | [[]] | layers[1].weight should be a matrix with at least one row and column, got [[]]",
                "[[7, 8]] | 7 | layers[1].weight should be a list, got 7",
                "[3, 4]] | [3]] | layers[0].weight should be a matrix whose rows have the same length, got [[1,2],[3]]",
                "\"bias\": [9] | \"bias\": [9, 10] | layers[1] has 1 rows of weights but 2 biases",
                "\"bias\": [9] | \"bias\": 9 | layers[1].bias should be a list, got 9",
                "\"activation\": \"relu\" | \"activation\": \"swish\" | unknown activation 'swish'; known are identity, relu",
                "\"activation\": \"relu\" | \"activation\": {} | layers[0].activation should be text, got {}",
                ", \"activation\": \"relu\" | '' | 2 layers (sizes [2, 2, 1]) need as many activations, got 1: [identity]",
                "[\"a\", \"b\"] | [\"a\"] | got 1 feature names for a scaling of 2",
                "[\"a\", \"b\"] | [\"a\", \"a\"] | two features are named 'a'",
                "[\"a\", \"b\"] | [\"a\", null] | features[1] should be text, got null",
                "\"scaling\" | \"scales\" | it has no 'scaling'",
                "\"standard\" | \"z-score\" | scaling.kind: unknown scaling 'z-score'; known are standard",
                "\"scales\": [2, 3] | \"scales\": [2, 0] | finite scales other than 0, got centre 1.0 and scale 0.0",
                "\"centres\": [0, 1] | \"centres\": [0, \"1\"] | scaling.centres[1] should be a finite number, got \"1\"",
                "\"centre\": 1 | \"centre\": true | target.centre should be a finite number, got true",
                "\"scale\": 2 | \"scale\": 0 | a target scaling needs a finite centre and a finite scale above 0, got 1.0, 0.0",
                "\"classes\": [] | \"classes\": [\"p\", \"q\"] | target.classes has 2 names for a network of 2-2-1",
                "\"name\": \"y\", | '' | target has no 'name'",
                "\"loss\": \"squared\" | \"loss\": [] | loss should be text, got []",
                "\"config\": {} | \"config\": [] | provenance.config should be an object, got []",
                "\"seed\": 3, | '' | provenance has no 'seed'",
            })
    void whatIsWrongIsNamed(String right, String wrong, String error) throws IOException {
        assertThat(COMPLETE).as("what is made wrong").containsOnlyOnce(right);

        assertThat(errorOf(COMPLETE.replace(right, wrong)))
                .startsWith("the model file '" + folder.resolve("model.json") + "' is broken: ")
                .contains(error)
                .doesNotContain("\n");
    }

    @Test
    void scalingAndFeaturesMustBeThoseOfTheNetwork() throws IOException {
        String oneFeature = COMPLETE.replace("[\"a\", \"b\"]", "[\"a\"]")
                .replace("\"centres\": [0, 1], \"scales\": [2, 3]", "\"centres\": [0], \"scales\": [2]");

        assertThat(errorOf(oneFeature)).contains("features has 1 names for a network of 2-2-1");
    }

    @Test
    void anEmptyListOfLayersIsNamed() throws IOException {
        assertThat(errorOf("{\"layers\": []}")).endsWith("layers is empty");
    }

    @Test
    void whatIsWrongIsShownShortened() throws IOException {
        assertThat(errorOf("{\"layers\": {\"a\": \"" + "x".repeat(5000) + "\"}}"))
                .contains("layers should be a list, got {\"a\":\"xxx")
                .endsWith("...")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "3", "\"text\""})
    void aFileThatHoldsNoObjectIsBroken(String text) throws IOException {
        assertThat(errorOf(text))
                .startsWith("the model file '" + folder.resolve("model.json") + "' is broken: its content")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"layers\": [{\"weight\": [[1, 2",
                "{\"layers\": NaN}",
                "{\"layers\": 1.2.3}",
                "{'layers': []}",
                "{layers: []}",
                "{\"layers\": [],}",
                "{\"layers\": [1 2]}",
                "/* text */ {}",
                "nonsense"
            })
    void aFileThatIsNoJsonIsNamedWithThePlace(String text) throws IOException {
        assertThat(errorOf(text))
                .startsWith("the model file '" + folder.resolve("model.json") + "' is no valid JSON: ")
                .contains("line 1 column ")
                .doesNotContain("Exception")
                .doesNotContain("\n");
    }

    @Test
    void textAfterTheModelIsRefused() throws IOException {
        assertThat(errorOf(COMPLETE + COMPLETE)).contains("is no valid JSON: see line ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void otherVersionsAreRefused(int version) throws IOException {
        assertThat(errorOf("{\"format_version\": " + version + ", \"layers\": [{\"weight\": [[1]], \"bias\": [1]}]}"))
                .endsWith("format_version is " + version + ", this program reads versions 1 to 1");
    }

    @Test
    void aFileCutShortAnywhereIsRefused() throws IOException {
        for (int length = 0; length < COMPLETE.length(); length++) {
            assertThat(errorOf(COMPLETE.substring(0, length)))
                    .as("the first %d characters", length)
                    .startsWith("the model file '")
                    .doesNotContain("\n");
        }
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = folder.resolve("model.bin");
        Files.write(file, "{\"layers\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.read(file, layers -> List.of()))
                .withMessage("cannot read the model file '" + file + "': it is no text in UTF-8");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.json");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelFile.read(file, layers -> List.of()))
                .withMessage("cannot read the model file '" + file + "': there is no such file");
    }
}
