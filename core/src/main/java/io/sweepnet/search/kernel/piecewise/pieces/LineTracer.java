package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.Activation;
import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.UnitColumns;
import java.util.Arrays;

/** Computes the {@link UnitLines} of a unit, one tile at a time. Holds the work space of one thread. */
public final class LineTracer {

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final UnitLines lines;
    private final int last;

    /** Work space, by [row]. */
    private final double[] slope = new double[Tiles.ROWS];

    private final double[] activationSlope = new double[Tiles.ROWS];
    private final double[] residual = new double[Tiles.ROWS];
    private final double[] nextUp = new double[Tiles.ROWS];
    private final double[] nextDown = new double[Tiles.ROWS];
    private final double[] squares = new double[Tiles.ROWS];

    /** Slopes of hidden activations in the activation of the unit, [layer][unit][row]. */
    private final double[][][] slopes;

    private final double[] upFactors;
    private final double[] downFactors;
    private final double[][] next;

    private int layer;
    private int unit;
    private int tile;
    private int rows;

    /**
     * Creates a tracer of all units of a network.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param z the pre-activations at these parameters
     * @param lines receives the lines
     */
    public LineTracer(Architecture architecture, double[] parameters, PreActivations z, UnitLines lines) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.z = z;
        this.lines = lines;
        int layers = architecture.layerCount();
        this.last = layers - 1;
        slopes = new double[last][][];
        int widest = 0;
        for (int l = 0; l < layers; l++) {
            widest = Math.max(widest, architecture.units(l));
            if (l < last) {
                slopes[l] = new double[architecture.units(l)][Tiles.ROWS];
            }
        }
        upFactors = new double[widest];
        downFactors = new double[widest];
        next = new double[widest][];
    }

    /**
     * Computes the slopes of a unit's lines in a tile, and on request the distances to the nearest breakpoints.
     *
     * @param layer layer of the unit
     * @param unit index of the unit in its layer
     * @param tile index of the tile
     * @param withDistances whether {@link UnitLines#up} and {@link UnitLines#down} are computed too
     */
    public void trace(int layer, int unit, int tile, boolean withDistances) {
        this.layer = layer;
        this.unit = unit;
        this.tile = tile;
        this.rows = z.tiles().rows(tile);
        double[] own = z.of(layer, unit)[tile];
        Activation activation = architecture.activation(layer);
        HingeLoops.slopes(activation, own, slope, rows);
        if (layer < last) {
            if (withDistances) {
                nextLayerDistances();
            }
            nextLayerSlopes();
            for (int l = layer + 2; l <= last; l++) {
                laterLayer(l);
            }
        }
        if (withDistances) {
            distances(activation, own);
        }
    }

    private void distances(Activation activation, double[] own) {
        if (layer < last) {
            toPreActivation(lines.up[tile], nextUp);
            toPreActivation(lines.down[tile], nextDown);
        } else {
            Arrays.fill(lines.up[tile], Double.MAX_VALUE);
            Arrays.fill(lines.down[tile], Double.MAX_VALUE);
        }
        HingeLoops.lowerDistances(-1, activation, own, lines.up[tile], rows);
        HingeLoops.lowerDistances(1, activation, own, lines.down[tile], rows);
    }

    /**
     * Converts distances in the unit's activation to distances in its pre-activation, which are 1 / slope times as
     * long.
     */
    private void toPreActivation(double[] distances, double[] activationDistances) {
        Activation activation = architecture.activation(layer);
        if (activation.shape() != Activation.Shape.HINGE) {
            for (int i = 0; i < rows; i++) {
                distances[i] = activationDistances[i]
                        / Math.max(slope[i], 1 / (HingeLoops.UNREACHABLE * HingeLoops.UNREACHABLE));
            }
            return;
        }
        double below = HingeLoops.lowestSlope(activation);
        double farther = below == 0 ? HingeLoops.UNREACHABLE * HingeLoops.UNREACHABLE : 1 / below;
        double slopeFactor = below == 1 ? 0 : (1 - farther) / (1 - below);
        double scale = 1 - slopeFactor;
        for (int i = 0; i < rows; i++) {
            distances[i] = activationDistances[i] * (scale + slopeFactor * slope[i]);
        }
    }

    private void nextLayerDistances() {
        int l = layer + 1;
        int size = architecture.inputs(l);
        int weight = architecture.weightOffset(l) + unit;
        Activation activation = architecture.activation(l);
        int count = 0;
        for (int k = 0; k < architecture.units(l) && !activation.isIdentity(); k++) {
            double w = parameters[weight + k * size];
            if (w != 0) {
                next[count] = z.of(l, k)[tile];
                upFactors[count] = -1 / w;
                downFactors[count] = 1 / w;
                count++;
            }
        }
        HingeLoops.breakpointDistances(upFactors, activation, next, count, nextUp, rows);
        HingeLoops.breakpointDistances(downFactors, activation, next, count, nextDown, rows);
    }

    private void nextLayerSlopes() {
        int l = layer + 1;
        if (isLastBeforeSums(l)) {
            return;
        }
        int size = architecture.inputs(l);
        int weight = architecture.weightOffset(l) + unit;
        Activation activation = architecture.activation(l);
        for (int k = 0; k < architecture.units(l); k++) {
            next[0] = z.of(l, k)[tile];
            upFactors[0] = parameters[weight + k * size];
            HingeLoops.sumSlopes(upFactors, activation, next, 1, slopeOf(l, k), rows);
        }
    }

    private double[] slopeOf(int l, int k) {
        return l == last ? lines.slopes[k][tile] : slopes[l][k];
    }

    /**
     * Returns whether a layer is the last hidden one and the outputs are plain sums (the output activation is the
     * identity).
     */
    private boolean isLastBeforeSums(int l) {
        return l == last - 1 && architecture.activation(last).isIdentity();
    }

    private void laterLayer(int l) {
        int size = architecture.inputs(l);
        for (int j = 0; j < architecture.units(l); j++) {
            double[] slopeOf = slopeOf(l, j);
            int weights = architecture.weightOffset(l) + j * size;
            if (l == layer + 2 && isLastBeforeSums(l - 1)) {
                // Between the two layers, rows differ only in the slopes of the units' activations.
                int weightsToNext = architecture.weightOffset(l - 1) + unit;
                for (int k = 0; k < size; k++) {
                    next[k] = z.of(l - 1, k)[tile];
                    upFactors[k] = parameters[weights + k] * parameters[weightsToNext + k * architecture.inputs(l - 1)];
                }
                HingeLoops.sumSlopes(upFactors, architecture.activation(l - 1), next, size, slopeOf, rows);
                continue;
            }
            Arrays.fill(slopeOf, 0, rows, 0);
            UnitColumns.addWeighted(slopeOf, parameters, weights, slopes[l - 1], 0, size, 0, rows);
            if (!architecture.activation(l).isIdentity()) {
                passThrough(l, j);
            }
        }
    }

    /**
     * Processes a unit whose slope differs from row to row: lowers the distances to its breakpoints, and multiplies its
     * slope by that of its activation.
     */
    private void passThrough(int l, int j) {
        double[] slopeOf = slopeOf(l, j);
        double[] zOf = z.of(l, j)[tile];
        ActivationPieces pieces = architecture.activation(l).pieces().orElseThrow();
        for (int index = 0; index < pieces.breakpointCount(); index++) {
            double breakpoint = pieces.breakpoint(index);
            for (int i = 0; i < rows; i++) {
                double crossing = (breakpoint - zOf[i]) / slopeOf[i];
                nextUp[i] = Math.min(nextUp[i], Math.max(crossing, -HingeLoops.UNREACHABLE * crossing));
            }
            for (int i = 0; i < rows; i++) {
                double crossing = (zOf[i] - breakpoint) / slopeOf[i];
                nextDown[i] = Math.min(nextDown[i], Math.max(crossing, -HingeLoops.UNREACHABLE * crossing));
            }
        }
        HingeLoops.slopes(architecture.activation(l), zOf, activationSlope, rows);
        for (int i = 0; i < rows; i++) {
            slopeOf[i] *= activationSlope[i];
        }
    }

    /**
     * Computes {@link UnitLines#linear} and {@link UnitLines#quadratic} in the tile traced last.
     *
     * @return the sum of the weighted squared residuals of its rows
     */
    public double sumSquares(WeightedTargets table) {
        double[] linear = lines.linear[tile];
        double[] quadratic = lines.quadratic[tile];
        for (int o = 0; o < table.outputs(); o++) {
            residual(table, o);
            double[] moving = slope;
            if (layer < last) {
                double[] slopeOf = lines.slopes[o][tile];
                for (int i = 0; i < rows; i++) {
                    activationSlope[i] = slope[i] * slopeOf[i];
                }
                moving = activationSlope;
            } else if (o != unit) {
                Arrays.fill(activationSlope, 0, rows, 0);
                moving = activationSlope;
            }
            if (o == 0) {
                setProduct(squares, residual, residual);
                setProduct(linear, residual, moving);
                setProduct(quadratic, moving, moving);
            } else {
                addProduct(squares, residual, residual);
                addProduct(linear, residual, moving);
                addProduct(quadratic, moving, moving);
            }
        }
        if (table.weights() != null) {
            double[] weight = table.weights()[tile];
            multiply(squares, weight);
            multiply(linear, weight);
            multiply(quadratic, weight);
        }
        return BranchFree.sum(squares, rows);
    }

    private void residual(WeightedTargets table, int o) {
        double[] output = z.of(last, o)[tile];
        double[] target = table.target(o)[tile];
        Activation activation = architecture.activation(last);
        if (!activation.isIdentity()) {
            System.arraycopy(output, 0, residual, 0, rows);
            UnitColumns.apply(activation, residual, rows);
            output = residual;
        }
        for (int i = 0; i < rows; i++) {
            residual[i] = output[i] - target[i];
        }
    }

    private void setProduct(double[] product, double[] a, double[] b) {
        for (int i = 0; i < rows; i++) {
            product[i] = a[i] * b[i];
        }
    }

    private void addProduct(double[] sum, double[] a, double[] b) {
        for (int i = 0; i < rows; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    private void multiply(double[] column, double[] factor) {
        for (int i = 0; i < rows; i++) {
            column[i] *= factor[i];
        }
    }
}
