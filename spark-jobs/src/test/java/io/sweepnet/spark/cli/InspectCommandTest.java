package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code inspect} says of model files. */
class InspectCommandTest {

    private static final String LAYERS_ALONE = "{\"layers\": [{\"weight\": [[-1, 0], [1, -0.0], [0, 1]],"
            + " \"bias\": [0.5, 0.25, -2]}, {\"weight\": [[3, 2, 1]], \"bias\": [0]}]}";
    private static final String SHA = "ab".repeat(32);
    private static final Target NUMBER =
            new Target("price", new TargetScaling(250_000.125, 1.0 / 3), List.of(), ClassKind.TEXT);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("model.json");
    }

    private String text() {
        return inspect();
    }

    private JsonObject json() {
        return JsonParser.parseString(inspect("--json")).getAsJsonObject();
    }

    private String inspect(String... more) {
        String[] args = IntStream.range(0, 3 + more.length)
                .mapToObj(i -> switch (i) {
                    case 0 -> "inspect";
                    case 1 -> "--model";
                    case 2 -> file().toString();
                    default -> more[i - 3];
                })
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static JsonElement parsed(String json) {
        return JsonParser.parseString(json);
    }

    /** A linear model of two features, trained as told. */
    private void save(String trained, String config, Target target) throws IOException {
        save(trained, config, target, "done");
    }

    private void save(String trained, String config, Target target, String status) throws IOException {
        int outputs = Math.max(1, target.classes().size());
        Architecture architecture = new Architecture(List.of(2, outputs), List.of(Activation.IDENTITY));
        double[] parameters =
                IntStream.range(0, 3 * outputs).mapToDouble(i -> 0.1 + 0.2 + i).toArray();
        ModelFile.write(
                file(),
                new SavedModel(
                        new Network(Parameters.of(architecture, parameters)),
                        Optional.of(new Inputs(
                                List.of("area", "rooms"),
                                new FeatureScaling(
                                        FeatureScaling.Kind.MIN_MAX, List.of(12.5, -1.0 / 3), List.of(1e-7, 4.0)))),
                        Optional.of(target),
                        Optional.of("huber(0.5)"),
                        Optional.of(new Provenance("0.1.0", trained, Long.MIN_VALUE, SHA, config, status))));
    }

    @Test
    void howATrainingEndedIsToldWhereItDidNotEndAsPlanned() throws IOException {
        save("search", effectiveConfig(), NUMBER, "cancelled");
        assertThat(text()).contains(", seed -9223372036854775808, cancelled\n");

        save("search", effectiveConfig(), NUMBER);
        assertThat(text()).contains(", seed -9223372036854775808\n");
    }

    @Test
    void theWholeTextOfAModelOfASearch() throws IOException {
        save("search", effectiveConfig(), NUMBER);

        assertThat(text()).isEqualTo(file() + """
                : network 2-1 (identity), 3 parameters

                layer  units  inputs  activation  weights  min  max  zeros  biases  min  max  distinct weights
                    0      1       2  identity          2  0.3  1.3      0       1  2.3  2.3  2: 0.3, 1.3

                features:  2, scaling min-max: (value - centre) / scale

                feature     centre  scale
                area          12.5   1E-7
                rooms    -0.333333      4

                target:    price, a number, scaled: centre 250000, scale 0.333333
                loss:      huber(0.5)
                made by:   Sweepnet 0.1.0, model search, seed -9223372036854775808
                data:      SHA-256 %s
                settings:  (--json shows all)
                  data.path = houses & co.csv
                  data.test = 0.2
                  data.validation = 0
                  search.sweeps = 7
                  search.weights.values = [-1,0,1]
                  search.biases.low = -5
                  search.biases.high = 5
                  search.biases.size = 100
                """.formatted(SHA));
    }

    private static String effectiveConfig() {
        JsonObject config = JsonParser.parseString(RunConfig.load(
                                Optional.empty(),
                                Map.of(
                                        "data.path",
                                        "houses.csv",
                                        "data.target",
                                        "price",
                                        "search.sweeps",
                                        "7",
                                        "search.weights.values",
                                        "[-1, 0, 1]"))
                        .effectiveJson())
                .getAsJsonObject();
        config.getAsJsonObject("data").addProperty("path", "houses & co.csv");
        return config.toString();
    }

    @Test
    void theWholeJsonOfAModelOfASearch() throws IOException {
        String config = effectiveConfig();
        save("search", config, NUMBER);

        JsonElement expected = parsed("""
                {"file": "%s",
                 "architecture": {"sizes": [2, 1], "activations": ["identity"]},
                 "parameters": 3,
                 "layers": [{"layer": 0, "units": 1, "inputs": 2, "activation": "identity",
                    "weights": {"count": 2, "min": 0.30000000000000004, "max": 1.3, "zeros": 0, "distinct": 2,
                        "values": [0.30000000000000004, 1.3]},
                    "biases": {"count": 1, "min": 2.3, "max": 2.3, "zeros": 0, "distinct": 1, "values": [2.3]}}],
                 "scaling": "min-max",
                 "features": [{"name": "area", "centre": 12.5, "scale": 1.0E-7},
                    {"name": "rooms", "centre": -0.3333333333333333, "scale": 4.0}],
                 "target": {"name": "price", "centre": 250000.125, "scale": 0.3333333333333333,
                    "classes": [], "class_kind": null},
                 "loss_name": "huber(0.5)",
                 "provenance": {"version": "0.1.0", "model": "search", "seed": -9223372036854775808,
                    "data_sha256": "%s", "status": "done", "config": %s}}
                """.formatted(file(), SHA, config));
        assertThat(json()).isEqualTo(expected);
        assertThat(inspect("--json"))
                .as("every digit, as it is in the file")
                .contains("0.30000000000000004", "-0.3333333333333333", "-9223372036854775808", "houses & co.csv");
    }

    /** The settings of the phases that a model went through. */
    @ParameterizedTest
    @CsvSource({"search, true, false", "gradient, false, true", "hybrid, true, true"})
    void settingsAreThoseOfTheModel(String model, boolean search, boolean gradient) throws IOException {
        save(model, effectiveConfig(), NUMBER);

        assertThat(text().contains("  search.sweeps = 7\n")).isEqualTo(search);
        assertThat(text().contains("  gradient.epochs = 30\n")).isEqualTo(gradient);
    }

    @Test
    void settingsThatTheFileLacksAreLeftOut() throws IOException {
        save("search", "{\"data\": {\"path\": null}, \"search\": 3, \"mine\": {\"x\": 1}}", NUMBER);

        assertThat(text()).endsWith("settings:  (--json shows all)\n");
        assertThat(json().getAsJsonObject("provenance").get("config"))
                .isEqualTo(parsed("{\"data\": {\"path\": null}, \"search\": 3, \"mine\": {\"x\": 1}}"));
    }

    @Test
    void classesHaveAKind() throws IOException {
        save("search", "{}", new Target("kind", TargetScaling.NONE, List.of("0", "1.5"), ClassKind.NUMBER));

        assertThat(text()).contains("target:    kind, 2 classes (number): 0, 1.5\n");
        JsonObject target = json().getAsJsonObject("target");
        assertThat(target.get("classes")).isEqualTo(parsed("[\"0\", \"1.5\"]"));
        assertThat(target.get("class_kind").getAsString()).isEqualTo("number");
    }

    @Test
    void ofManyClassesTheTextShowsTheFirst() throws IOException {
        List<String> classes = IntStream.range(0, 23).mapToObj(i -> "k" + i).toList();
        save("search", "{}", new Target("kind", TargetScaling.NONE, classes, ClassKind.TEXT));

        assertThat(text()).contains("23 classes (text): k0, ", ", k19 and 3 more (--json shows all)\n");
        assertThat(json().getAsJsonObject("target").getAsJsonArray("classes")).hasSize(23);
    }

    @Test
    void aTargetThatIsNotScaled() throws IOException {
        save("search", "{}", new Target("price", TargetScaling.NONE, List.of(), ClassKind.TEXT));

        assertThat(text()).contains("target:    price, a number, not scaled\n");
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "21, 1", "1000, 980"})
    void ofManyFeaturesTheTextShowsTheFirst(int features, int left) throws IOException {
        Architecture architecture = new Architecture(List.of(features, 1), List.of(Activation.STEP));
        List<String> names = IntStream.range(0, features).mapToObj(i -> "f" + i).toList();
        FeatureScaling scaling = new FeatureScaling(
                FeatureScaling.Kind.STANDARD, Collections.nCopies(features, 0.0), Collections.nCopies(features, 1.0));
        ModelFile.write(
                file(),
                new SavedModel(
                        new Network(Parameters.of(architecture, new double[features + 1])),
                        Optional.of(new Inputs(names, scaling)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(text().lines().filter(line -> line.matches("f\\d+ +0 +1"))).hasSize(20);
        assertThat(text().lines().filter(line -> line.contains(" more ")).toList())
                .isEqualTo(left == 0 ? List.of() : List.of("and " + left + " more (--json shows all)"));
        assertThat(text()).endsWith("\nabsent:    target, loss, provenance\n");
        assertThat(json().getAsJsonArray("features")).hasSize(features);
    }

    @Test
    void layersAloneSayWhatIsAbsent() throws IOException {
        Files.writeString(file(), LAYERS_ALONE);

        assertThat(text()).isEqualTo(file() + """
                : network 2-3-1, 13 parameters

                layer  units  inputs  activation  weights  min  max  zeros  biases  min  max  distinct weights
                    0      3       2  not named         6   -1    1      3       3   -2  0.5  3: -1, 0, 1
                    1      1       3  not named         3    1    3      0       1    0    0  3: 1, 2, 3

                absent:    activations, features, target, loss, provenance
                           training from it takes activations from network.activations
                """);
        JsonObject json = json();
        assertThat(json.get("architecture")).isEqualTo(parsed("{\"sizes\": [2, 3, 1], \"activations\": null}"));
        assertThat(json.getAsJsonArray("layers"))
                .allSatisfy(layer -> assertThat(
                                layer.getAsJsonObject().get("activation").isJsonNull())
                        .isTrue());
        for (String absent : List.of("scaling", "features", "target", "loss_name", "provenance")) {
            assertThat(json.get(absent).isJsonNull()).as(absent).isTrue();
        }
    }

    @Test
    void aNameCannotBreakItsLine() throws IOException {
        save("search", "{}", new Target("a\nb\u001b[2J", TargetScaling.NONE, List.of(), ClassKind.TEXT));

        assertThat(text()).contains("target:    a b [2J, a number");
        assertThat(json().getAsJsonObject("target").get("name").getAsString()).isEqualTo("a\nb\u001b[2J");
    }

    @Test
    void aFileThatIsNotThere() {
        assertRefused("--model: cannot read the model file '" + file() + "': there is no such file");
    }

    @Test
    void aFileThatIsNoJson() throws IOException {
        Files.writeString(file(), "{\"layers\": [}");
        assertRefused("--model: the model file '" + file() + "' is no valid JSON: see line 1 column 13");
    }

    @Test
    void aFileWhoseLayersDoNotFit() throws IOException {
        Files.writeString(file(), "{\"layers\": [{\"weight\": [[1, 2]], \"bias\": [1, 2]}]}");
        assertRefused(
                "--model: the model file '" + file() + "' is broken: layers[0] has 1 rows of weights but 2 biases");
    }

    @Test
    void noFileNamed() {
        CommandRun run = CommandRun.of("inspect");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("sweepnet: Missing required option: '--model=FILE' (see 'sweepnet inspect --help')\n");
    }

    private void assertRefused(String message) {
        for (List<String> more : List.of(List.<String>of(), List.of("--json"))) {
            CommandRun run = more.isEmpty()
                    ? CommandRun.of("inspect", "--model", file().toString())
                    : CommandRun.of("inspect", "--model", file().toString(), more.get(0));
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("sweepnet: " + message + "\n");
        }
    }
}
