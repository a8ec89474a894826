package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Architecture;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/** Sums, over rows in this JVM, what an {@link OutputGram} asks for. */
final class GramRows {

    private final PreActivations z;
    private final SquaredTable table;
    private final Workers workers;
    private final GramLayout layout;
    private final int last;
    private final int inputs;
    private final int outputs;
    private final Workers.Part sumPart = this::sum;

    /** Of each worker, [input, ones last][row]. */
    private final double[][][] columns;

    /** Of each worker, [row]. */
    private final double[][] residuals;

    /** Of each part. */
    private final double[][] partSums;

    GramRows(Architecture architecture, PreActivations z, SquaredTable table, Workers workers) {
        this.z = z;
        this.table = table;
        this.workers = workers;
        this.layout = GramLayout.of(architecture);
        this.last = architecture.layerCount() - 1;
        this.inputs = layout.inputs();
        this.outputs = layout.outputs();
        this.columns = new double[workers.threads()][inputs + 1][Tiles.ROWS];
        this.residuals = new double[workers.threads()][Tiles.ROWS];
        this.partSums = new double[z.tiles().parts()][layout.length()];
    }

    /** Sets sums to those of all rows, laid out as {@link GramLayout} says. */
    void sum(double[] sums) {
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
                total[layout.moment(output, j)] += Columns.product(residual, a[j], rows);
            }
        }
        for (int i = 0; i <= inputs; i++) {
            if (table.weights() != null) {
                System.arraycopy(a[i], 0, residual, 0, rows);
                multiply(residual, table.weights()[tile], rows);
            }
            double[] weighted = table.weights() == null ? a[i] : residual;
            for (int j = i; j <= inputs; j++) {
                total[layout.gram(i, j)] += Columns.product(weighted, a[j], rows);
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
