package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import java.util.Arrays;
import java.util.Random;

/**
 * A random problem around whose parameters the loss is smooth, so that differences can be compared with derivatives: no
 * pre-activation is near a kink, and residuals are near 0.35 or 3 in size, away from 0 and from every delta of Huber's
 * loss used here.
 */
record SmoothProblem(Parameters at, Loss loss, Dataset dataset, long seed) {

    /** How far from a kink pre-activations are, many times what the differences move them. */
    private static final double MARGIN = 0.02;

    /** A problem of the first seed, from the given one on, that stays clear of kinks. */
    static SmoothProblem of(Architecture architecture, Loss loss, int rows, boolean weighted, long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + 10_000; seed++) {
            Random random = new Random(seed);
            double[] parameters =
                    random.doubles(architecture.parameterCount(), -1.5, 1.5).toArray();
            double[][] features = new double[architecture.inputSize()][];
            Arrays.setAll(features, i -> random.doubles(rows, -2, 2).toArray());
            if (isClearOfKinks(architecture, parameters, features)) {
                Dataset dataset = dataset(architecture, loss, parameters, features, weighted, random);
                return new SmoothProblem(Parameters.of(architecture, parameters), loss, dataset, seed);
            }
        }
        throw new IllegalStateException("no seed from " + firstSeed + " on is clear of kinks for " + architecture);
    }

    private static boolean isClearOfKinks(Architecture architecture, double[] parameters, double[][] features) {
        for (int row = 0; row < features[0].length; row++) {
            double[] inputs = new double[features.length];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = features[i][row];
            }
            for (int layer = 0; layer < architecture.layerCount(); layer++) {
                Activation activation = architecture.activation(layer);
                double[] outputs = new double[architecture.units(layer)];
                for (int unit = 0; unit < outputs.length; unit++) {
                    double z = parameters[architecture.biasOffset(layer) + unit];
                    for (int i = 0; i < inputs.length; i++) {
                        z += parameters[architecture.weightOffset(layer) + unit * inputs.length + i] * inputs[i];
                    }
                    if (activation.isDifferentiable()
                            && activation.pieces().isPresent()
                            && activation.derivative(z - MARGIN) != activation.derivative(z + MARGIN)) {
                        return false;
                    }
                    outputs[unit] = activation.apply(z);
                }
                inputs = outputs;
            }
        }
        return true;
    }

    private static Dataset dataset(
            Architecture architecture,
            Loss loss,
            double[] parameters,
            double[][] features,
            boolean weighted,
            Random random) {
        int rows = features[0].length;
        double[][] outputs = new Network(Parameters.of(architecture, parameters)).predict(features);
        Dataset.Builder builder = Dataset.builder();
        for (int i = 0; i < features.length; i++) {
            builder.feature("x" + i, features[i]);
        }
        for (int i = 0; i < loss.targetColumns(outputs.length); i++) {
            double[] target = outputs[i].clone();
            for (int row = 0; row < rows; row++) {
                double size = (random.nextBoolean() ? 0.35 : 3) + 0.1 * random.nextDouble();
                target[row] += random.nextBoolean() ? size : -size;
            }
            builder.target(
                    "y" + i,
                    loss.isForClasses()
                            ? random.ints(rows, 0, outputs.length)
                                    .asDoubleStream()
                                    .toArray()
                            : target);
        }
        if (weighted) {
            builder.weights(random.doubles(rows, 0.1, 3).toArray());
        }
        return builder.build();
    }

    Architecture architecture() {
        return at.architecture();
    }

    double[] parameters() {
        return at.toArray();
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + architecture() + ", loss " + loss.name();
    }
}
