package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;
import java.util.List;

/**
 * Error bounds of the pre-activations of this kernel, compared with those of a forward pass, from the sizes of the
 * terms that are summed (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 3.1). The bounds are
 * wide; where they leave the choice open, the direct rule decides.
 */
public final class PreActivationErrors {

    /** Error of one term of a sum, as a share of the size of the sum. */
    private static final double PER_TERM = 1e-15;

    /** Sizes below this do not overflow when they are squared and summed. */
    private static final double HUGE = 1e140;

    private final Architecture architecture;
    private final double[] parameters;

    private final double[] featureSizes;

    /** True if activations are flat between jumps, [layer]. */
    private final boolean[] areFlat;

    /** The size of an activation is at most offset + steepest times the size of its pre-activation, [layer]. */
    private final double[] offsets;

    private final double[] steepest;

    /** The largest sum of the sizes of a pre-activation's terms, and its error bound, [layer][unit]. */
    private final double[][] sizes;

    private final double[][] errors;

    /** The rounding errors of earlier moves, [layer][unit]. */
    private final double[][] drift;

    private boolean haveBeenFinite = true;

    /**
     * Bounds at the given parameters, before any move.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param featureSizes the largest absolute value of each feature
     */
    public PreActivationErrors(Architecture architecture, double[] parameters, List<Double> featureSizes) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.featureSizes = new double[featureSizes.size()];
        Arrays.setAll(this.featureSizes, featureSizes::get);
        int layers = architecture.layerCount();
        sizes = new double[layers][];
        errors = new double[layers][];
        areFlat = new boolean[layers];
        offsets = new double[layers];
        steepest = new double[layers];
        drift = new double[layers][];
        for (int layer = 0; layer < layers; layer++) {
            sizes[layer] = new double[architecture.units(layer)];
            errors[layer] = new double[architecture.units(layer)];
            drift[layer] = new double[architecture.units(layer)];
            ActivationPieces pieces = architecture.activation(layer).pieces().orElseThrow();
            areFlat[layer] = pieces.areFlat();
            offsets[layer] = pieces.largestIntercept();
            steepest[layer] = pieces.steepest();
        }
    }

    /** Computes all bounds for a step in which the absolute value of a parameter is at most {@code size}. */
    public void compute(ParameterIndex parameter, double size) {
        for (int layer = 0; layer < sizes.length; layer++) {
            for (int unit = 0; unit < sizes[layer].length; unit++) {
                boolean isChanged = layer == parameter.layer() && unit == parameter.unit();
                compute(layer, unit, isChanged ? parameter.input() : Integer.MIN_VALUE, size);
                if (layer > parameter.layer() && areFlat[layer - 1]) {
                    // Pre-activations after a layer that jumps are added up in the order of a forward pass, and so have
                    // no error.
                    errors[layer][unit] = 0;
                }
            }
        }
    }

    /**
     * Updates the bounds after a move of a parameter.
     *
     * @param before value of the parameter before the move
     * @param after value of the parameter after it
     * @param isRecomputed whether pre-activations were recomputed, rather than changed by addition
     * @return whether they must be recomputed, because something may have overflowed before
     */
    public boolean moved(ParameterIndex parameter, double before, double after, boolean isRecomputed) {
        if (isRecomputed) {
            forgetMoves();
            return false;
        }
        move(parameter, Math.max(Math.abs(before), Math.abs(after)));
        boolean wereFinite = haveBeenFinite;
        haveBeenFinite = areFinite();
        if (haveBeenFinite && !wereFinite) {
            forgetMoves();
            return true;
        }
        return false;
    }

    /**
     * Adds the rounding errors of a move whose change is added to pre-activations; both values are at most {@code
     * size}.
     */
    private void move(ParameterIndex parameter, double size) {
        compute(parameter, size);
        for (int layer = parameter.layer(); layer < drift.length; layer++) {
            for (int unit = 0; unit < drift[layer].length; unit++) {
                if (layer > parameter.layer() || unit == parameter.unit()) {
                    drift[layer][unit] += PER_TERM * (architecture.inputs(layer) + 2) * sizes[layer][unit];
                }
            }
        }
    }

    /** Resets the bounds to those of pre-activations just computed by a forward pass. */
    public void begin() {
        haveBeenFinite = true;
        forgetMoves();
    }

    private void forgetMoves() {
        for (double[] ofLayer : drift) {
            Arrays.fill(ofLayer, 0);
        }
    }

    private void compute(int layer, int unit, int changed, double changedSize) {
        int inputs = architecture.inputs(layer);
        int weights = architecture.weightOffset(layer) + unit * inputs;
        double bias = Math.abs(parameters[architecture.biasOffset(layer) + unit]);
        double size = changed == ParameterIndex.NO_INPUT ? Math.max(bias, changedSize) : bias;
        double error = 0;
        for (int input = 0; input < inputs; input++) {
            double weight = Math.abs(parameters[weights + input]);
            if (input == changed) {
                weight = Math.max(weight, changedSize);
            }
            if (layer == 0) {
                size += weight * featureSizes[input];
            } else if (areFlat[layer - 1]) {
                size += weight * offsets[layer - 1];
            } else {
                size += weight * sizeOfActivation(layer - 1, input);
                error += weight * (steepest[layer - 1] * errors[layer - 1][input]);
            }
        }
        sizes[layer][unit] = size;
        errors[layer][unit] = error + PER_TERM * (inputs + 2) * size + drift[layer][unit];
    }

    /** Returns the largest size of a unit's activation, where activations of its layer are continuous. */
    private double sizeOfActivation(int layer, int unit) {
        return offsets[layer] + steepest[layer] * sizes[layer][unit];
    }

    /** Returns the error bound of a unit's pre-activation, for any row and any candidate. */
    public double of(int layer, int unit) {
        return errors[layer][unit];
    }

    /** Returns whether no pre-activation can overflow. */
    public boolean areFinite() {
        for (double[] ofLayer : sizes) {
            for (double size : ofLayer) {
                if (!(size < HUGE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the largest size of any output, or of its pre-activation where outputs jump. */
    public double sizeOfOutputs() {
        int last = sizes.length - 1;
        double largest = 0;
        for (int unit = 0; unit < sizes[last].length; unit++) {
            largest = Math.max(largest, areFlat[last] ? sizes[last][unit] : sizeOfActivation(last, unit));
        }
        return largest;
    }

    /** Returns the largest error bound of any output, or of its pre-activation where outputs jump. */
    public double ofOutputs() {
        int last = errors.length - 1;
        double largest = 0;
        for (double error : errors[last]) {
            // The sum of an intercept and of a slope times a pre-activation is rounded.
            largest = Math.max(largest, areFlat[last] ? error : steepest[last] * error + PER_TERM * offsets[last]);
        }
        return largest;
    }
}
