package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;
import java.util.List;

/**
 * Bounds of how far the pre-activations of this package may be from those of a forward pass, by the sizes of what is summed
 * (Higham, "Accuracy and Stability of Numerical Algorithms", 2002, section 3.1). They are wide; what they leave open the
 * direct rule decides.
 */
public final class PreActivationErrors {

    /** Share of the sizes by which one term of a sum may be off. */
    private static final double PER_TERM = 1e-15;

    /** Squares of what is below this do not overflow, nor do their sums. */
    private static final double HUGE = 1e140;

    private final Architecture architecture;
    private final double[] parameters;

    private final double[] featureSizes;

    /** [layer]: whether activations are flat between jumps. */
    private final boolean[] areFlat;

    /** [layer]: the size of an activation is at most offset + steepest times that of its pre-activation. */
    private final double[] offsets;

    private final double[] steepest;

    /** [layer][unit]: the largest size of a pre-activation's terms together, and its largest error. */
    private final double[][] sizes;

    private final double[][] errors;

    /** [layer][unit]: what moves have left behind. */
    private final double[][] drift;

    private boolean haveBeenFinite = true;

    /**
     * Bounds that nothing has moved yet.
     *
     * @param parameters flat; read at every call
     * @param featureSizes of each feature the largest absolute value
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

    /** Computes all bounds where a parameter may be as large as {@code size}. */
    public void compute(ParameterIndex parameter, double size) {
        for (int layer = 0; layer < sizes.length; layer++) {
            for (int unit = 0; unit < sizes[layer].length; unit++) {
                boolean isChanged = layer == parameter.layer() && unit == parameter.unit();
                compute(layer, unit, isChanged ? parameter.input() : Integer.MIN_VALUE, size);
                if (layer > parameter.layer() && areFlat[layer - 1]) {
                    // What comes of jumps alone, of 0 and 1 for example, is added up in the order of a forward pass.
                    errors[layer][unit] = 0;
                }
            }
        }
    }

    /**
     * A parameter has moved.
     *
     * @param isRecomputed whether pre-activations have been computed anew, rather than changed
     * @return whether they have to be computed anew, because something may have overflowed before
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

    /** A parameter moves, and its change is added to pre-activations, to between two values of at most this size. */
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

    /** Whatever has moved before, pre-activations begin as a forward pass has them. */
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

    /** Of a unit whose activation is continuous. */
    private double sizeOfActivation(int layer, int unit) {
        return offsets[layer] + steepest[layer] * sizes[layer][unit];
    }

    /** Of a unit's pre-activation in any row, at any candidate. */
    public double of(int layer, int unit) {
        return errors[layer][unit];
    }

    /** Whether nothing can have overflowed. */
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

    /** The largest size of any output; of outputs that jump, of their pre-activations. */
    public double sizeOfOutputs() {
        int last = sizes.length - 1;
        double largest = 0;
        for (int unit = 0; unit < sizes[last].length; unit++) {
            largest = Math.max(largest, areFlat[last] ? sizes[last][unit] : sizeOfActivation(last, unit));
        }
        return largest;
    }

    /** The largest error of any output; of outputs that jump, of their pre-activations. */
    public double ofOutputs() {
        int last = errors.length - 1;
        double largest = 0;
        for (double error : errors[last]) {
            // An intercept and a pre-activation times a slope round as they are added.
            largest = Math.max(largest, areFlat[last] ? error : steepest[last] * error + PER_TERM * offsets[last]);
        }
        return largest;
    }
}
