package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Interval;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Ties;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Tells whether a search is dead: whether, whatever it still does, its network gives every row the same outputs.
 *
 * <p>A hidden layer is dead where each of its units has one value for all rows, and no candidate of any single parameter
 * of this layer or of those before it changes any of these values on any row. Then no step of these parameters changes the
 * outputs, so that they stay where they are; the parameters after the layer work on numbers that do not depend on the
 * features, and can fit no more than a constant. A layer of ReLU units that are 0 on every row, too far from 0 for any one
 * candidate, is such a layer. Rows of weight 0 are no rows.
 *
 * <p>This holds for a search that stays where all losses are equal: ties go to the first, and the current value takes part,
 * or is the first candidate itself. One whose ties go at random wanders about such a plateau and may leave it: it is never
 * dead, nor is a network without hidden layers.
 *
 * <p>All is compared as the forward pass computes it, to the bit. As sums, products and activations are monotone, rounded
 * ones too, bounds of the values that candidates give are carried through the layers; where they do not settle it, every
 * candidate is passed through. Of an {@link Interval} bounds alone count, so that a dead layer behind two others may go
 * unnoticed; a living one is never called dead.
 *
 * <p>Holds its work space; not for use by several threads at once.
 */
public final class DeadLayers {

    /** That many rows tell nearly every living network. */
    private static final int FIRST_ROWS = 8;

    private final Architecture architecture;
    private final Dataset dataset;
    private final SearchSettings settings;
    private final int hiddenLayers;
    private final ForwardPass forward;

    /** Of the first row, [layer][unit]: the values of constant layers. */
    private final double[][] values;

    private final boolean[] isConstant;

    /** Bounds of the values that the candidates of a parameter give on one row, [layer][unit]. */
    private final double[][] lows;

    private final double[][] highs;

    /** A search with such settings on such rows. */
    public DeadLayers(Architecture architecture, Dataset dataset, SearchSettings settings) {
        this.architecture = architecture;
        this.dataset = dataset;
        this.settings = settings;
        this.hiddenLayers = architecture.layerCount() - 1;
        this.forward = new ForwardPass(architecture);
        this.values = new double[hiddenLayers][];
        this.lows = new double[hiddenLayers][];
        this.highs = new double[hiddenLayers][];
        this.isConstant = new boolean[hiddenLayers];
        for (int layer = 0; layer < hiddenLayers; layer++) {
            values[layer] = new double[architecture.units(layer)];
            lows[layer] = new double[architecture.units(layer)];
            highs[layer] = new double[architecture.units(layer)];
        }
    }

    /** Whether a search that goes on from these parameters is dead. Of a living one a few rows are looked at. */
    public boolean isAnyAt(Parameters at) {
        if (!isPossible(architecture, settings)) {
            return false;
        }
        double[] parameters = at.toArray();
        findConstantLayers(parameters);
        for (int layer = hiddenLayers - 1; layer >= 0; layer--) {
            if (isConstant[layer]
                    && stays(settings, architecture, layer, parameters)
                    && !isMovable(layer, parameters)) {
                return true;
            }
        }
        return false;
    }

    /** Whether such a search can be dead at all. */
    public static boolean isPossible(Architecture architecture, SearchSettings settings) {
        return settings.ties() == Ties.FIRST && architecture.layerCount() > 1;
    }

    /**
     * What has to be known of these rows where they are a part of a table's: of the answers of all its parts, the largest of
     * each number is what {@link #isDead} asks for.
     *
     * @return of each hidden layer whether its values vary, 1 or 0, and each unit's value and its negative; all negative
     *     infinity where no row counts
     */
    public double[] extremes(Parameters at) {
        boolean isAnyRow = findConstantLayers(at.toArray());
        int length = 0;
        for (int layer = 0; layer < hiddenLayers; layer++) {
            length += 1 + 2 * values[layer].length;
        }
        double[] extremes = new double[length];
        Arrays.fill(extremes, Double.NEGATIVE_INFINITY);
        int place = 0;
        for (int layer = 0; isAnyRow && layer < hiddenLayers; layer++) {
            extremes[place++] = isConstant[layer] ? 0 : 1;
            for (double value : values[layer]) {
                extremes[place++] = value;
                extremes[place++] = -value;
            }
        }
        return extremes;
    }

    /**
     * Whether a layer is dead on all rows of a table, of which some are here.
     *
     * @param extremes the largest of those of all parts
     * @param isMovable whether {@link #isMovable(int, Parameters)} is true in any part
     */
    public static boolean isDead(SearchSettings settings, Parameters at, double[] extremes, IntPredicate isMovable) {
        Architecture architecture = at.architecture();
        int end = extremes.length;
        for (int layer = architecture.layerCount() - 2; layer >= 0; layer--) {
            int units = architecture.units(layer);
            int begin = end - 1 - 2 * units;
            boolean isSame = extremes[begin] == 0;
            for (int unit = 0; unit < units; unit++) {
                isSame &= extremes[begin + 1 + 2 * unit] == -extremes[begin + 2 + 2 * unit];
            }
            if (isSame && stays(settings, architecture, layer, at.toArray()) && !isMovable.test(layer)) {
                return true;
            }
            end = begin;
        }
        return false;
    }

    /** Whether a candidate changes a value of a layer on any of these rows, for which {@link #extremes} was asked before. */
    public boolean isMovable(int layer, Parameters at) {
        return isMovable(layer, at.toArray());
    }

    /** False where no row counts. */
    private boolean findConstantLayers(double[] parameters) {
        Arrays.fill(isConstant, false);
        int first = 0;
        while (first < dataset.rows() && dataset.weight(first) == 0) {
            first++;
        }
        if (first == dataset.rows()) {
            return false;
        }
        forward.layers(hiddenLayers, parameters, dataset.features(), first, 1);
        for (int layer = 0; layer < hiddenLayers; layer++) {
            isConstant[layer] = true;
            for (int unit = 0; unit < values[layer].length; unit++) {
                values[layer][unit] = forward.activations(layer)[unit][0];
            }
        }
        int count;
        boolean isAny = true;
        for (int from = first; isAny && from < dataset.rows(); from += count) {
            count = Math.min(from == first ? FIRST_ROWS : ForwardPass.TILE_ROWS, dataset.rows() - from);
            forward.layers(hiddenLayers, parameters, dataset.features(), from, count);
            isAny = false;
            for (int layer = 0; layer < hiddenLayers; layer++) {
                isConstant[layer] = isConstant[layer] && isConstantOver(layer, from, count);
                isAny |= isConstant[layer];
            }
        }
        return true;
    }

    private boolean isConstantOver(int layer, int from, int count) {
        for (int unit = 0; unit < values[layer].length; unit++) {
            double[] column = forward.activations(layer)[unit];
            double value = values[layer][unit];
            for (int i = 0; i < count; i++) {
                if (column[i] != value && dataset.weight(from + i) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a search whose losses are all equal leaves the parameters up to a layer as they are. */
    private static boolean stays(SearchSettings settings, Architecture architecture, int layer, double[] parameters) {
        if (settings.keepCurrent()) {
            return true;
        }
        for (int i = 0; i < architecture.weightOffset(layer + 1); i++) {
            Candidates candidates = settings.candidates(architecture.parameterIndex(i));
            if (candidates instanceof Interval || candidates.value(candidates.from()) != parameters[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a candidate of a parameter up to a layer changes a value of this layer on any row. */
    private boolean isMovable(int layer, double[] parameters) {
        for (int from = 0; from < dataset.rows(); from += ForwardPass.TILE_ROWS) {
            int count = Math.min(ForwardPass.TILE_ROWS, dataset.rows() - from);
            forward.layers(layer + 1, parameters, dataset.features(), from, count);
            for (int i = architecture.weightOffset(layer + 1) - 1; i >= 0; i--) {
                if (isMovable(layer, architecture.parameterIndex(i), parameters, from, count)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isMovable(int layer, ParameterIndex parameter, double[] parameters, int from, int count) {
        Candidates candidates = settings.candidates(parameter);
        double lowest = candidates.low();
        double highest = candidates.high();
        int own = parameter.layer();
        double[] column = forward.activations(own)[parameter.unit()];
        for (int i = 0; i < count; i++) {
            if (dataset.weight(from + i) == 0) {
                continue;
            }
            double atLowest = valueAt(parameter, lowest, parameters, from, i);
            double atHighest = valueAt(parameter, highest, parameters, from, i);
            if (atLowest == column[i] && atHighest == column[i]) {
                continue;
            }
            if (own == layer) {
                return true;
            }
            setUnits(parameter, Math.min(atLowest, atHighest), Math.max(atLowest, atHighest), i);
            if (mayChange(layer, own, parameters) && changes(layer, parameter, candidates, parameters, from, i)) {
                return true;
            }
        }
        return false;
    }

    /** The value of a parameter's unit on a row of the tile, with a candidate in the parameter's place. */
    private double valueAt(ParameterIndex parameter, double candidate, double[] parameters, int from, int i) {
        int layer = parameter.layer();
        double[][] inputs = layer == 0 ? dataset.features() : forward.activations(layer - 1);
        int row = layer == 0 ? from + i : i;
        int weights = architecture.weightOffset(layer) + parameter.unit() * inputs.length;
        double z = parameter.isWeight() ? parameters[architecture.biasOffset(layer) + parameter.unit()] : candidate;
        for (int input = 0; input < inputs.length; input++) {
            boolean isPlace = parameter.isWeight() && input == parameter.input();
            z += (isPlace ? candidate : parameters[weights + input]) * inputs[input][row];
        }
        return architecture.activation(layer).apply(z);
    }

    /** Sets the bounds of a layer to the values on a row of the tile, but of one unit to the given ones. */
    private void setUnits(ParameterIndex parameter, double low, double high, int i) {
        int layer = parameter.layer();
        for (int unit = 0; unit < lows[layer].length; unit++) {
            lows[layer][unit] = forward.activations(layer)[unit][i];
            highs[layer][unit] = lows[layer][unit];
        }
        lows[layer][parameter.unit()] = low;
        highs[layer][parameter.unit()] = high;
    }

    /** Carries bounds from one layer to another; whether they leave room for other values there than the constant ones. */
    private boolean mayChange(int layer, int from, double[] parameters) {
        for (int l = from + 1; l <= layer; l++) {
            Activation activation = architecture.activation(l);
            int weight = architecture.weightOffset(l);
            int biases = architecture.biasOffset(l);
            for (int unit = 0; unit < lows[l].length; unit++) {
                double low = parameters[biases + unit];
                double high = low;
                for (int input = 0; input < lows[l - 1].length; input++) {
                    double w = parameters[weight++];
                    low += w * (w < 0 ? highs[l - 1][input] : lows[l - 1][input]);
                    high += w * (w < 0 ? lows[l - 1][input] : highs[l - 1][input]);
                }
                lows[l][unit] = activation.apply(low);
                highs[l][unit] = activation.apply(high);
            }
        }
        for (int unit = 0; unit < lows[layer].length; unit++) {
            if (lows[layer][unit] != values[layer][unit] || highs[layer][unit] != values[layer][unit]) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the candidates changes a value of the layer on a row of the tile: each is passed through. */
    private boolean changes(
            int layer, ParameterIndex parameter, Candidates candidates, double[] parameters, int from, int i) {
        if (candidates instanceof Interval) {
            return true;
        }
        for (int index = candidates.from(); index < candidates.to(); index++) {
            double value = valueAt(parameter, candidates.value(index), parameters, from, i);
            setUnits(parameter, value, value, i);
            if (mayChange(layer, parameter.layer(), parameters)) {
                return true;
            }
        }
        return false;
    }
}
