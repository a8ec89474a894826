package io.sweepnet.bench;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The benchmarks' data. */
final class Tables {

    private static final String DIABETES = "/io/sweepnet/golden/diabetes.csv";
    private static final int DIABETES_ROWS = 442;
    private static final int DIABETES_FEATURES = 10;
    private static final long SEED = 20260101;
    private static final double MEAN = 150;
    private static final double SCALE = 50;

    private Tables() {}

    /**
     * The table of a problem, its features scaled: the diabetes table where rows, inputs and outputs are its own, else
     * {@link #synthetic}.
     *
     * @param scaling {@code unit-norm} or {@code standard}
     */
    static Dataset of(Problem problem, String scaling) {
        boolean isDiabetes =
                problem.rows() == DIABETES_ROWS && problem.inputs() == DIABETES_FEATURES && problem.outputs() == 1;
        Dataset raw = isDiabetes ? diabetes() : synthetic(problem);
        return FeatureScaling.fit(FeatureScaling.Kind.of(scaling), raw).apply(raw);
    }

    /**
     * Features are independent standard normal numbers. A target is {@code 150 + 50 (u x / |u| + max(v x / |v|, 0) +
     * e / 2)} with u and v normal vectors of that target and e standard normal: about the range of the diabetes table's,
     * with a part that no linear model finds. {@link Random} gives the same numbers on every JDK.
     */
    private static Dataset synthetic(Problem problem) {
        Random random = new Random(SEED);
        double[][] features = new double[problem.inputs()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = normal(random, problem.rows());
        }
        double[][] targets = new double[problem.outputs()][];
        for (int k = 0; k < targets.length; k++) {
            double[] linear = project(unitVector(random, features.length), features);
            double[] bent = project(unitVector(random, features.length), features);
            double[] noise = normal(random, problem.rows());
            targets[k] = new double[problem.rows()];
            for (int n = 0; n < noise.length; n++) {
                targets[k][n] = MEAN + SCALE * (linear[n] + Math.max(bent[n], 0) + noise[n] / 2);
            }
        }
        return Dataset.of(features, targets);
    }

    private static double[] normal(Random random, int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }

    private static double[] unitVector(Random random, int size) {
        double[] vector = normal(random, size);
        double norm = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
        for (int i = 0; i < size; i++) {
            vector[i] /= norm;
        }
        return vector;
    }

    private static double[] project(double[] vector, double[][] features) {
        double[] projection = new double[features[0].length];
        for (int i = 0; i < vector.length; i++) {
            for (int n = 0; n < projection.length; n++) {
                projection[n] += vector[i] * features[i][n];
            }
        }
        return projection;
    }

    private static Dataset diabetes() {
        List<String> lines = lines(DIABETES);
        double[][] features = new double[DIABETES_FEATURES][lines.size() - 1];
        double[] target = new double[lines.size() - 1];
        for (int n = 0; n < target.length; n++) {
            String[] cells = lines.get(n + 1).split(",", -1);
            for (int i = 0; i < features.length; i++) {
                features[i][n] = Double.parseDouble(cells[i]);
            }
            target[n] = Double.parseDouble(cells[DIABETES_FEATURES]);
        }
        return Dataset.of(features, target);
    }

    private static List<String> lines(String resource) {
        InputStream stream = Tables.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing: it is a resource of core's tests");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
