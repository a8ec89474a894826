package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.network.Architecture;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.piecewise.pieces.BranchFree;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.pieces.WeightedTargets;
import java.util.Arrays;

/** Computes the sums of an {@link OutputGram} over the rows of this JVM. */
public final class GramRows {

    private final PreActivations z;
    private final WeightedTargets table;
    private final Workers workers;
    private final Layout layout;
    private final int last;
    private final int inputs;
    private final int outputs;
    private final Workers.Part sumPart = this::sum;

    /** Inputs of the output layer in a tile, [worker][input, ones last][row]. */
    private final double[][][] columns;

    /** Residuals in a tile, [worker][row]. */
    private final double[][] residuals;

    /** The sums of each part, [part][position in the layout]. */
    private final double[][] partSums;

    /**
     * Creates the sums over the rows of the given pre-activations.
     *
     * @param table targets and weights of the same rows
     * @param workers threads that share the rows
     */
    public GramRows(Architecture architecture, PreActivations z, WeightedTargets table, Workers workers) {
        this.z = z;
        this.table = table;
        this.workers = workers;
        this.layout = Layout.of(architecture);
        this.last = architecture.layerCount() - 1;
        this.inputs = layout.inputs();
        this.outputs = layout.outputs();
        this.columns = new double[workers.threads()][inputs + 1][Tiles.ROWS];
        this.residuals = new double[workers.threads()][Tiles.ROWS];
        this.partSums = new double[z.tiles().parts()][layout.length()];
    }

    /** Sets {@code sums} to those of all rows, in the order of {@link Layout}. */
    public void sum(double[] sums) {
        workers.run(partSums.length, sumPart);
        Arrays.fill(sums, 0);
        for (double[] part : partSums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
    }

    private void sum(int part, int worker) {
        Arrays.fill(partSums[part], 0);
        for (int tile = z.tiles().firstTile(part); tile < z.tiles().firstTile(part + 1); tile++) {
            sum(tile, columns[worker], residuals[worker], partSums[part]);
        }
    }

    private void sum(int tile, double[][] a, double[] residual, double[] total) {
        int rows = z.tiles().rows(tile);
        for (int input = 0; input < inputs; input++) {
            z.copyInput(last, input, tile, a[input]);
        }
        Arrays.fill(a[inputs], 0, rows, 1);
        for (int output = 0; output < outputs; output++) {
            subtract(z.of(last, output)[tile], table.target(output)[tile], residual, rows);
            total[layout.squares()] += weightedSquares(residual, tile, rows);
            for (int j = 0; j <= inputs; j++) {
                total[layout.moment(output, j)] += BranchFree.dotProduct(residual, a[j], rows);
            }
        }
        for (int i = 0; i <= inputs; i++) {
            if (table.weights() != null) {
                System.arraycopy(a[i], 0, residual, 0, rows);
                multiply(residual, table.weights()[tile], rows);
            }
            double[] weighted = table.weights() == null ? a[i] : residual;
            for (int j = i; j <= inputs; j++) {
                total[layout.gram(i, j)] += BranchFree.dotProduct(weighted, a[j], rows);
            }
        }
    }

    /** Returns the weighted sum of squares, and multiplies the residuals by the weights. */
    private double weightedSquares(double[] residual, int tile, int rows) {
        if (table.weights() == null) {
            return BranchFree.dotProduct(residual, residual, rows);
        }
        double[] weight = table.weights()[tile];
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weight[i] * residual[i] * residual[i];
        }
        multiply(residual, weight, rows);
        return sum;
    }

    private static void subtract(double[] output, double[] target, double[] residual, int rows) {
        for (int i = 0; i < rows; i++) {
            residual[i] = output[i] - target[i];
        }
    }

    private static void multiply(double[] column, double[] factor, int rows) {
        for (int i = 0; i < rows; i++) {
            column[i] *= factor[i];
        }
    }

    /**
     * The positions of the sums of {@link OutputGram} in their array: the upper triangle of the Gram matrix, then the
     * moments of each output, then the weighted sum of squared residuals.
     *
     * @param inputs number of inputs of the output layer, without the column of ones
     * @param outputs number of outputs
     */
    public record Layout(int inputs, int outputs) {

        /** Returns the layout for a network's output layer. */
        public static Layout of(Architecture architecture) {
            return new Layout(architecture.inputs(architecture.layerCount() - 1), architecture.outputSize());
        }

        /** Returns the length of the array of sums. */
        public int length() {
            return squares() + 1;
        }

        /** Returns the position of (A' W A)_ij, {@code i <= j}. */
        int gram(int i, int j) {
            return i * (inputs + 1) + j;
        }

        /** Returns the position of (A' W r)_j of an output. */
        int moment(int output, int j) {
            return (inputs + 1) * (inputs + 1 + output) + j;
        }

        /** Returns the position of r' W r, summed over all outputs. */
        int squares() {
            return moment(outputs, 0);
        }
    }
}
