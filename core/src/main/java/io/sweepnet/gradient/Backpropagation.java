package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;
import org.ojalgo.matrix.store.R064Store;

/**
 * The gradient of a loss by backpropagation (Rumelhart, Hinton and Williams, "Learning representations by
 * back-propagating errors", Nature 323, 1986) over batches of one size. Matrix products are those of ojAlgo, between stores
 * that are allocated once and wrap arrays of this class; stores are column-major, so a unit's values for all rows are
 * contiguous.
 *
 * <p>Per layer, with n rows, X (n x inputs), W (units x inputs), b (units) and D the derivative of the loss by the
 * pre-activations Z:
 *
 * <pre>
 *   Z = X W' + 1 b'        A = f(Z)
 *   dW' = X' D             db = column sums of D        D below = (D W) * f'(Z below)
 * </pre>
 *
 * <p>For example the gradient over all rows of a table:
 *
 * <pre>{@code
 * Backpropagation pass = new Backpropagation(architecture, table, loss, table.rows());
 * pass.load(IntStream.range(0, table.rows()).toArray(), 0);
 * double value = pass.loss(parameters.toArray());
 * double[] gradient = pass.gradient();
 * }</pre>
 *
 * <p>Reuses its arrays from call to call; not for use by several threads at once.
 */
public final class Backpropagation {

    private final Architecture architecture;
    private final Dataset dataset;
    private final Loss loss;
    private final int batchRows;

    private final double[][] batchTargets;
    private final double[] batchWeights;
    private final LayerStores[] layers;
    private final double[][] outputColumns;
    private final double[][] outputGradients;
    private final double[][] statistics;
    private final double[] sums;
    private final double[] gradient;
    private double batchWeight;

    /** The arrays and stores of one layer. {@code x} is the activation of the layer below, or the features. */
    private static final class LayerStores {
        final double[] x;
        final double[] xT;
        final double[] w;
        final double[] wT;
        final double[] z;
        final double[] delta;
        final double[] dwT;
        final R064Store xStore;
        final R064Store xTStore;
        final R064Store wStore;
        final R064Store wTStore;
        final R064Store zStore;
        final R064Store deltaStore;
        final R064Store dwTStore;

        LayerStores(int rows, int inputs, int units) {
            x = new double[rows * inputs];
            xT = new double[rows * inputs];
            w = new double[units * inputs];
            wT = new double[units * inputs];
            z = new double[rows * units];
            delta = new double[rows * units];
            dwT = new double[units * inputs];
            xStore = R064Store.wrap(x, rows);
            xTStore = R064Store.wrap(xT, inputs);
            wStore = R064Store.wrap(w, units);
            wTStore = R064Store.wrap(wT, inputs);
            zStore = R064Store.wrap(z, rows);
            deltaStore = R064Store.wrap(delta, rows);
            dwTStore = R064Store.wrap(dwT, inputs);
        }
    }

    /**
     * Allocates the arrays for gradients over batches of a table's rows.
     *
     * @param batchRows number of rows of a batch, from 1 to the number of rows of the table
     * @throws IllegalArgumentException if an activation or the loss has no useful gradient, which the message names, or if
     *     architecture, table and loss do not fit each other
     */
    public Backpropagation(Architecture architecture, Dataset dataset, Loss loss, int batchRows) {
        requireGradient(architecture, loss);
        DirectLoss.check(architecture, dataset, loss);
        this.architecture = architecture;
        this.dataset = dataset;
        this.loss = loss;
        this.batchRows = batchRows;
        this.layers = new LayerStores[architecture.layerCount()];
        for (int l = 0; l < layers.length; l++) {
            layers[l] = new LayerStores(batchRows, architecture.inputs(l), architecture.units(l));
        }
        int outputs = architecture.outputSize();
        this.batchTargets = new double[dataset.targets().length][batchRows];
        this.batchWeights = new double[batchRows];
        this.outputColumns = new double[outputs][batchRows];
        this.outputGradients = new double[outputs][batchRows];
        this.statistics = new double[loss.statisticSize()][batchRows];
        this.sums = new double[statistics.length];
        this.gradient = new double[architecture.parameterCount()];
    }

    /**
     * Checks that gradients can train a network with a loss.
     *
     * @throws IllegalArgumentException if an activation or the loss has no useful gradient; the message names it
     */
    public static void requireGradient(Architecture architecture, Loss loss) {
        if (!loss.isDifferentiable()) {
            throw new IllegalArgumentException("loss '" + loss.name()
                    + "' has no useful gradient: train it by search, or take a loss such as cross-entropy");
        }
        for (int l = 0; l < architecture.layerCount(); l++) {
            Activation activation = architecture.activation(l);
            if (!activation.isDifferentiable()) {
                throw new IllegalArgumentException("activation '" + activation.label() + "' of layer " + l
                        + " has no useful gradient: train it by search, or take one such as relu or tanh");
            }
        }
    }

    /** Returns the number of rows of a batch. */
    public int rows() {
        return batchRows;
    }

    /** Loads the rows {@code order[from .. from + rows() - 1]} of the table as the batch. */
    public void load(int[] order, int from) {
        int count = batchRows;
        double[] x = layers[0].x;
        double[][] features = dataset.features();
        for (int feature = 0; feature < features.length; feature++) {
            for (int i = 0; i < count; i++) {
                x[feature * batchRows + i] = features[feature][order[from + i]];
            }
        }
        for (int target = 0; target < batchTargets.length; target++) {
            for (int i = 0; i < count; i++) {
                batchTargets[target][i] = dataset.targets()[target][order[from + i]];
            }
        }
        batchWeight = 0;
        for (int i = 0; i < count; i++) {
            batchWeights[i] = dataset.weight(order[from + i]);
            batchWeight += batchWeights[i];
        }
        transpose(x, layers[0].xT, batchRows, features.length);
    }

    /**
     * Returns the loss of the batch at flat parameters, and keeps what {@link #gradient()} needs. For a batch of all rows
     * this is the loss of the table, except for rounding.
     */
    public double loss(double[] parameters) {
        return loss.finish(statisticSums(parameters), batchWeight);
    }

    /** Returns the weighted sums of the batch's statistics at flat parameters, [statistic]; valid until the next call. */
    double[] statisticSums(double[] parameters) {
        forward(parameters);
        loss.statistics(outputColumns, batchTargets, 0, batchRows, statistics);
        for (int s = 0; s < sums.length; s++) {
            double sum = 0;
            for (int i = 0; i < batchRows; i++) {
                sum += batchWeights[i] * statistics[s][i];
            }
            sums[s] = sum;
        }
        return sums;
    }

    /**
     * Returns the gradient at the parameters of the last call of {@link #loss}, in their layout; valid until the next call.
     * The gradient of a batch whose rows all have weight 0 is 0.
     */
    public double[] gradient() {
        return gradient(batchWeight);
    }

    /** Returns the batch's part of the gradient of a table with a given total weight, at the parameters of the last pass. */
    double[] gradient(double totalWeight) {
        Arrays.fill(gradient, 0);
        if (batchWeight > 0) {
            outputDelta(totalWeight);
            for (int l = layers.length - 1; l >= 0; l--) {
                backward(l);
            }
        }
        return gradient;
    }

    private void forward(double[] parameters) {
        for (int l = 0; l < layers.length; l++) {
            LayerStores layer = layers[l];
            int inputs = architecture.inputs(l);
            int units = architecture.units(l);
            System.arraycopy(parameters, architecture.weightOffset(l), layer.wT, 0, units * inputs);
            layer.zStore.fillByMultiplying(layer.xStore, layer.wTStore);
            int biases = architecture.biasOffset(l);
            Activation activation = architecture.activation(l);
            double[] a = l + 1 < layers.length ? layers[l + 1].x : null;
            for (int unit = 0; unit < units; unit++) {
                double bias = parameters[biases + unit];
                double[] target = a == null ? outputColumns[unit] : a;
                int at = a == null ? 0 : unit * batchRows;
                for (int i = 0; i < batchRows; i++) {
                    double z = layer.z[unit * batchRows + i] + bias;
                    layer.z[unit * batchRows + i] = z;
                    target[at + i] = activation.apply(z);
                }
            }
        }
    }

    private void outputDelta(double totalWeight) {
        int last = layers.length - 1;
        loss.gradient(outputColumns, batchTargets, 0, batchRows, outputGradients);
        Activation activation = architecture.activation(last);
        for (int unit = 0; unit < outputGradients.length; unit++) {
            for (int i = 0; i < batchRows; i++) {
                int at = unit * batchRows + i;
                layers[last].delta[at] = outputGradients[unit][i]
                        * (batchWeights[i] / totalWeight)
                        * activation.derivative(layers[last].z[at]);
            }
        }
    }

    private void backward(int l) {
        LayerStores layer = layers[l];
        int inputs = architecture.inputs(l);
        int units = architecture.units(l);
        if (l > 0) {
            transpose(layer.x, layer.xT, batchRows, inputs);
        }
        layer.dwTStore.fillByMultiplying(layer.xTStore, layer.deltaStore);
        System.arraycopy(layer.dwT, 0, gradient, architecture.weightOffset(l), units * inputs);
        int biases = architecture.biasOffset(l);
        for (int unit = 0; unit < units; unit++) {
            double sum = 0;
            for (int i = 0; i < batchRows; i++) {
                sum += layer.delta[unit * batchRows + i];
            }
            gradient[biases + unit] = sum;
        }
        if (l > 0) {
            LayerStores below = layers[l - 1];
            transpose(layer.wT, layer.w, inputs, units);
            below.deltaStore.fillByMultiplying(layer.deltaStore, layer.wStore);
            Activation activation = architecture.activation(l - 1);
            for (int at = 0; at < below.delta.length; at++) {
                below.delta[at] *= activation.derivative(below.z[at]);
            }
        }
    }

    /** Transposes a column-major matrix. */
    private static void transpose(double[] source, double[] target, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                target[row * columns + column] = source[column * rows + row];
            }
        }
    }
}
