package io.sweepnet.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.ParameterOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One run of the independent implementation on the diabetes table: its settings, data, losses and parameters.
 *
 * <p>The files diabetes-*.json beside this class's resources were made in float64 by a PyTorch implementation of the three
 * models; diabetes.csv is the table of Efron, Hastie, Johnstone and Tibshirani, "Least Angle Regression", Annals of
 * Statistics 32, 2004.
 */
public final class GoldenRun {

    /** What two correct float64 implementations may differ by, relative. */
    public static final double RELATIVE = 1e-9;

    private static final Architecture ARCHITECTURE =
            Architecture.of(10, List.of(5, 4), 1, List.of(Activation.IDENTITY, Activation.RELU));

    /** The settings of all golden runs. */
    public static final ModelSettings SETTINGS = ModelSettings.builder()
            .architecture(ARCHITECTURE)
            .weightRange(-5, 5)
            .biasRange(-5, 5)
            .rangeSizes(100, 100)
            .order(ParameterOrder.LAYER)
            .keepCurrent(false)
            .build();

    private final JsonObject root;

    private GoldenRun(JsonObject root) {
        this.root = root;
    }

    /** Run 0, 1 or 2. */
    public static GoldenRun of(int number) {
        return new GoldenRun(
                JsonParser.parseString(resource("diabetes-" + number + ".json")).getAsJsonObject());
    }

    /** The table, features centred and of unit norm. */
    public static Dataset data() {
        Dataset raw = rawData();
        return FeatureScaling.fit(FeatureScaling.Kind.UNIT_NORM, raw).apply(raw);
    }

    /** The table as it is. */
    public static Dataset rawData() {
        List<String> lines = resource("diabetes.csv").lines().toList();
        String[] names = lines.get(0).split(",", -1);
        double[][] columns = new double[names.length][lines.size() - 1];
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            for (int i = 0; i < cells.length; i++) {
                columns[i][row - 1] = Double.parseDouble(cells[i]);
            }
        }
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < names.length - 1; i++) {
            builder.feature(names[i], columns[i]);
        }
        return builder.target(names[names.length - 1], columns[names.length - 1])
                .build();
    }

    /** Parameters of one model, {@code initial} or {@code final}. */
    public Parameters parameters(String model, String when) {
        JsonArray layers = root.getAsJsonObject(model).getAsJsonArray(when);
        double[][][] weights = new double[layers.size()][][];
        double[][] biases = new double[layers.size()][];
        for (int l = 0; l < weights.length; l++) {
            JsonObject layer = layers.get(l).getAsJsonObject();
            JsonArray rows = layer.getAsJsonArray("weight");
            weights[l] = new double[rows.size()][];
            for (int unit = 0; unit < weights[l].length; unit++) {
                weights[l][unit] = numbers(rows.get(unit).getAsJsonArray());
            }
            biases[l] = numbers(layer.getAsJsonArray("bias"));
        }
        return Parameters.ofLayers(ARCHITECTURE, weights, biases);
    }

    /** A list of losses of one model. */
    public double[] losses(String model, String name) {
        return numbers(root.getAsJsonObject(model).getAsJsonArray(name));
    }

    /** A single loss of one model. */
    public double loss(String model, String name) {
        return root.getAsJsonObject(model).get(name).getAsDouble();
    }

    /** Asserts that each loss is the expected one up to a relative difference. */
    public static void assertLosses(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("loss %d of %d", i + 1, expected.length)
                    .isCloseTo(expected[i], within(Math.abs(expected[i]) * relative));
        }
    }

    private static double[] numbers(JsonArray array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsDouble();
        }
        return numbers;
    }

    private static String resource(String name) {
        try (InputStream stream = GoldenRun.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
