package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.Activation;
import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;

/**
 * Finds stretches of a parameter in which no output of any row changes by a bit: the parameter's unit stays on a flat
 * piece of its activation, or all units that depend on it do.
 */
public final class FlatStretches {

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final double[] weights;
    private final PreActivationErrors bounds;
    private final double[] input = new double[Tiles.ROWS];

    /** The pieces of the activation, [layer]. */
    private final ActivationPieces[] pieces;

    /**
     * The pre-activation below which an activation is flat, [layer]; negative infinity where its lowest piece is not
     * flat.
     */
    private final double[] flatBelow;

    /** The interval of possible changes of an activation, relative to its current value, [layer][unit]. */
    private final double[][] lowestChange;

    private final double[][] highestChange;

    /** True if an activation keeps its bits, [layer][unit]. */
    private final boolean[][] unchanged;

    /**
     * Stretches at the current parameters.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param weights the weights of the rows, [row]
     * @param bounds the error bounds of the current step
     */
    public FlatStretches(
            Architecture architecture,
            double[] parameters,
            PreActivations z,
            double[] weights,
            PreActivationErrors bounds) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.z = z;
        this.weights = weights;
        this.bounds = bounds;
        int layers = architecture.layerCount();
        lowestChange = new double[layers][];
        highestChange = new double[layers][];
        unchanged = new boolean[layers][];
        pieces = new ActivationPieces[layers];
        flatBelow = new double[layers];
        for (int layer = 0; layer < layers; layer++) {
            lowestChange[layer] = new double[architecture.units(layer)];
            highestChange[layer] = new double[architecture.units(layer)];
            unchanged[layer] = new boolean[architecture.units(layer)];
            pieces[layer] = architecture.activation(layer).pieces().orElseThrow();
            boolean isFlatBelow = pieces[layer].breakpointCount() > 0 && pieces[layer].slope(0) == 0;
            flatBelow[layer] = isFlatBelow ? pieces[layer].breakpoint(0) : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * Returns whether all outputs have the same bits at all distances between two.
     *
     * @param from one end of the stretch, as a distance from the current value
     * @param to its other end
     */
    public boolean isFlat(ParameterIndex parameter, double from, double to) {
        double certainlyFlatBelow = flatBelow[parameter.layer()] - bounds.of(parameter.layer(), parameter.unit());
        for (int tile = 0; tile < z.tiles().count(); tile++) {
            z.copyInput(parameter, tile, input);
            double[] own = z.of(parameter.layer(), parameter.unit())[tile];
            for (int i = 0; i < z.tiles().rows(tile); i++) {
                double change = Math.max(input[i] * from, input[i] * to);
                boolean staysFlatBelow = own[i] + change < certainlyFlatBelow;
                if (!staysFlatBelow
                        && weights[z.tiles().from(tile) + i] != 0
                        && input[i] != 0
                        && !isFlat(parameter, tile, i, input[i] * from, input[i] * to)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isFlat(ParameterIndex parameter, int tile, int i, double from, double to) {
        int layer = parameter.layer();
        Arrays.fill(lowestChange[layer], 0);
        Arrays.fill(highestChange[layer], 0);
        Arrays.fill(unchanged[layer], true);
        if (isUnchanged(layer, parameter.unit(), tile, i, Math.min(from, to), Math.max(from, to))) {
            return true;
        }
        for (int l = layer + 1; l < lowestChange.length; l++) {
            boolean isUnchanged = true;
            for (int k = 0; k < lowestChange[l].length; k++) {
                isUnchanged &= isUnchanged(l, k, tile, i);
            }
            if (isUnchanged) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a unit of a later layer than the parameter's keeps its bits. */
    private boolean isUnchanged(int l, int k, int tile, int i) {
        int inputs = architecture.inputs(l);
        int offset = architecture.weightOffset(l) + k * inputs;
        double low = 0;
        double high = 0;
        boolean areUnchanged = true;
        for (int index = 0; index < inputs; index++) {
            double weight = parameters[offset + index];
            areUnchanged &= unchanged[l - 1][index] || weight == 0;
            low += weight * (weight > 0 ? lowestChange[l - 1][index] : highestChange[l - 1][index]);
            high += weight * (weight > 0 ? highestChange[l - 1][index] : lowestChange[l - 1][index]);
        }
        unchanged[l][k] = areUnchanged || isUnchanged(l, k, tile, i, low, high);
        return unchanged[l][k];
    }

    private boolean isUnchanged(int l, int k, int tile, int i, double low, double high) {
        Activation activation = architecture.activation(l);
        double now = z.of(l, k)[tile][i];
        double error = bounds.of(l, k);
        if (isInFlatPiece(pieces[l], now + low, now + high, error)) {
            lowestChange[l][k] = 0;
            highestChange[l][k] = 0;
            unchanged[l][k] = true;
            return true;
        }
        double value = activation.apply(now);
        lowestChange[l][k] = Math.min(0, activation.apply(now + low) - value);
        highestChange[l][k] = Math.max(0, activation.apply(now + high) - value);
        unchanged[l][k] = false;
        return false;
    }

    /**
     * Returns whether all pre-activations between two are in one flat piece, farther from its ends than the error
     * bound.
     */
    private static boolean isInFlatPiece(ActivationPieces pieces, double low, double high, double error) {
        int piece = pieces.piece(low);
        boolean isAboveStart = piece == 0 || low > pieces.breakpoint(piece - 1) + error;
        boolean isBelowEnd = piece == pieces.count() - 1 || high < pieces.breakpoint(piece) - error;
        return pieces.slope(piece) == 0 && isAboveStart && isBelowEnd;
    }
}
