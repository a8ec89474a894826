package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/**
 * Squared error as a function of the output layer, whose outputs are sums: with A the layer's inputs and a column of ones, W
 * the rows' weights and r the residuals of an output, a change by t of the weight of input j adds 2 t (A' W r)_j + t^2
 * (A' W A)_jj. One pass over the rows gives the Gram matrix A' W A and all A' W r; a move of one weight changes the latter by
 * a column of the former. So all parameters of the layer cost one pass together.
 */
final class OutputGram {

    /** With more inputs for each output a pass for each parameter is less work. */
    private static final int INPUTS_PER_OUTPUT = 16;

    /** Moves after which everything is computed anew, since each rounds. */
    private static final int MOVES = 100;

    private final PreActivations z;
    private final SquaredTable table;
    private final Workers workers;
    private final int last;
    private final int inputs;
    private final int outputs;
    private final Workers.Part sumPart = this::sum;

    /** Of each worker, [input, ones last][row]. */
    private final double[][][] columns;

    /** Of each worker, [row]. */
    private final double[][] residuals;

    /** Of each part and in all: upper triangle of the Gram matrix [i * (inputs + 1) + j], then A' W r, then r' W r. */
    private final double[][] partSums;

    private final double[] sums;
    private boolean isKnown;

    /** The largest that r' W r and any of A' W r have been since they were computed, by which moves round. */
    private double largestSquares;

    private double largestMoment;
    private int moves;

    OutputGram(Architecture architecture, PreActivations z, SquaredTable table, Workers workers) {
        this.z = z;
        this.table = table;
        this.workers = workers;
        this.last = architecture.layerCount() - 1;
        this.inputs = architecture.inputs(last);
        this.outputs = architecture.outputSize();
        this.columns = new double[workers.threads()][inputs + 1][Tiles.ROWS];
        this.residuals = new double[workers.threads()][Tiles.ROWS];
        int size = (inputs + 1) * (inputs + 1) + outputs * (inputs + 1) + 1;
        this.partSums = new double[z.tiles().parts()][size];
        this.sums = new double[size];
    }

    /** Whether this pays, and the outputs are sums. */
    static boolean serves(Architecture architecture) {
        int last = architecture.layerCount() - 1;
        return architecture.activation(last) == Activation.IDENTITY
                && architecture.inputs(last) <= INPUTS_PER_OUTPUT * architecture.outputSize();
    }

    /** Adds all rows, for a parameter of the output layer. */
    void add(ParameterIndex parameter, PieceSink pieces) {
        if (!isKnown) {
            compute();
        }
        int index = index(parameter);
        pieces.add(sums[sums.length - 1], sums[moment(parameter.unit(), index)], sums[gram(index, index)]);
        pieces.grow(largestSquares, largestMoment, 0);
    }

    private int index(ParameterIndex parameter) {
        return parameter.isWeight() ? parameter.input() : inputs;
    }

    private int gram(int i, int j) {
        return i * (inputs + 1) + j;
    }

    private int moment(int output, int index) {
        return (inputs + 1) * (inputs + 1 + output) + index;
    }

    /** A parameter has changed by this much. */
    void moved(ParameterIndex parameter, double by) {
        if (parameter.layer() < last || ++moves % MOVES == 0) {
            isKnown = false;
        }
        if (!isKnown) {
            return;
        }
        int index = index(parameter);
        int output = parameter.unit();
        sums[sums.length - 1] += by * (2 * sums[moment(output, index)] + by * sums[gram(index, index)]);
        for (int other = 0; other <= inputs; other++) {
            sums[moment(output, other)] += by * sums[gram(Math.min(index, other), Math.max(index, other))];
        }
        noteSizes();
    }

    private void compute() {
        workers.run(partSums.length, sumPart);
        Arrays.fill(sums, 0);
        for (double[] part : partSums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        isKnown = true;
        largestSquares = 0;
        largestMoment = 0;
        noteSizes();
    }

    private void noteSizes() {
        largestSquares = Math.max(largestSquares, Math.abs(sums[sums.length - 1]));
        for (int i = moment(0, 0); i < sums.length - 1; i++) {
            largestMoment = Math.max(largestMoment, Math.abs(sums[i]));
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
            total[total.length - 1] += weightedSquares(residual, tile, rows);
            for (int j = 0; j <= inputs; j++) {
                total[moment(output, j)] += Columns.product(residual, a[j], rows);
            }
        }
        for (int i = 0; i <= inputs; i++) {
            if (table.weights() != null) {
                System.arraycopy(a[i], 0, residual, 0, rows);
                multiply(residual, table.weights()[tile], rows);
            }
            double[] weighted = table.weights() == null ? a[i] : residual;
            for (int j = i; j <= inputs; j++) {
                total[gram(i, j)] += Columns.product(weighted, a[j], rows);
            }
        }
    }

    /** Leaves the residuals weighted. */
    private double weightedSquares(double[] residual, int tile, int rows) {
        if (table.weights() == null) {
            return Columns.product(residual, residual, rows);
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
}
