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
 * Detects dead searches: those whose network gives every row the same outputs, which no further step can change.
 *
 * <p>A hidden layer is dead if each of its units has the same value for all rows, and no candidate of any single parameter of
 * this layer or of an earlier one changes one of these values for any row. Then no step of these parameters changes the
 * outputs, so they keep their values; the parameters after the layer have inputs that do not depend on the features, so the
 * network can fit no more than a constant. An example is a layer of ReLU units that are 0 for every row, with pre-activations
 * too far below 0 for any single candidate to change that. Rows of weight 0 are ignored.
 *
 * <p>This holds for a search that keeps a parameter if all losses are equal: ties go to the first, and the current value takes
 * part or is the first candidate itself. A search with random ties moves over such a plateau and may leave it, so it is never
 * dead; nor is a network without hidden layers.
 *
 * <p>Values are compared to the bit, as the forward pass computes them. Sums, products and activations are monotone, also when
 * rounded, so bounds of the values that the candidates give are propagated through the layers; if the bounds do not decide,
 * a forward pass is made for every candidate. For an {@link Interval} only bounds are used, so a dead layer after two others
 * may be missed; a layer that is not dead is never reported as dead.
 *
 * <pre>{@code
 * boolean isDead = new DeadLayers(architecture, table, searchSettings).isAnyAt(search.parameters());
 * }</pre>
 *
 * <p>An instance has its own work space and must not be used by several threads at once.
 */
public final class DeadLayers {

    /** The number of rows that are enough to see, for nearly every network, that no layer is constant. */
    private static final int FIRST_ROWS = 8;

    private final Architecture architecture;
    private final Dataset dataset;
    private final SearchSettings settings;
    private final int hiddenLayers;
    private final ForwardPass forward;

    /** Values of the hidden units for the first row with a weight, [layer][unit]; for a constant layer, those of all rows. */
    private final double[][] values;

    private final boolean[] isConstant;

    /** Lower bounds of the values of the units for one row over the candidates of a parameter, [layer][unit]. */
    private final double[][] lows;

    /** Upper bounds, as {@link #lows}. */
    private final double[][] highs;

    /** Creates a detector for searches with the given settings over the rows of a table. */
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

    /** Returns whether a search that continues from these parameters is dead. If it is not, usually only a few rows are read. */
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

    /** Returns whether a search with such a network and settings can be dead at all. */
    public static boolean isPossible(Architecture architecture, SearchSettings settings) {
        return settings.ties() == Ties.FIRST && architecture.layerCount() > 1;
    }

    /**
     * Returns the numbers that {@link #isDead} needs of these rows if they are a part of a table: the element-wise maximum over
     * all parts of the table is its argument.
     *
     * @return for each hidden layer whether its values vary between rows, 1 or 0, then each unit's value and the negative of
     *     it; all negative infinity if no row has a weight above 0
     */
    public double[] extremes(Parameters at) {
        boolean isAnyRow = findConstantLayers(at.toArray());
        int length = 0;
        for (int layer = 0; layer < hiddenLayers; layer++) {
            length += 1 + 2 * values[layer].length;
        }
        double[] extremes = new double[length];
        Arrays.fill(extremes, Double.NEGATIVE_INFINITY);
        int next = 0;
        for (int layer = 0; isAnyRow && layer < hiddenLayers; layer++) {
            extremes[next++] = isConstant[layer] ? 0 : 1;
            for (double value : values[layer]) {
                extremes[next++] = value;
                extremes[next++] = -value;
            }
        }
        return extremes;
    }

    /**
     * Returns whether a layer is dead for all rows of a table that is divided into parts.
     *
     * @param extremes the element-wise maximum of {@link #extremes} over all parts
     * @param isMovable returns for a layer whether {@link #isMovable(int, Parameters)} is true in any part
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

    /** Returns whether a candidate changes a value of a layer for any of these rows. {@link #extremes} must be called before. */
    public boolean isMovable(int layer, Parameters at) {
        return isMovable(layer, at.toArray());
    }

    /** Determines which layers are constant. Returns false if no row has a weight above 0. */
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

    /** Returns whether a search keeps the parameters up to and including a layer if all losses are equal. */
    private static boolean stays(SearchSettings settings, Architecture architecture, int layer, double[] parameters) {
        if (settings.keepCurrent()) {
            return true;
        }
        for (int i = 0; i < architecture.weightOffset(layer + 1); i++) {
            Candidates candidates = settings.space().candidates(architecture.parameterIndex(i));
            if (candidates instanceof Interval || candidates.value(candidates.from()) != parameters[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a candidate of a parameter up to and including a layer changes a value of this layer for any row. */
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
        Candidates candidates = settings.space().candidates(parameter);
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

    /** Returns the activation of a parameter's unit for a row of the tile if the parameter has the value of a candidate. */
    private double valueAt(ParameterIndex parameter, double candidate, double[] parameters, int from, int i) {
        int layer = parameter.layer();
        double[][] inputs = layer == 0 ? dataset.features() : forward.activations(layer - 1);
        int row = layer == 0 ? from + i : i;
        int weights = architecture.weightOffset(layer) + parameter.unit() * inputs.length;
        double z = parameter.isWeight() ? parameters[architecture.biasOffset(layer) + parameter.unit()] : candidate;
        for (int input = 0; input < inputs.length; input++) {
            boolean isCandidate = parameter.isWeight() && input == parameter.input();
            z += (isCandidate ? candidate : parameters[weights + input]) * inputs[input][row];
        }
        return architecture.activation(layer).apply(z);
    }

    /** Sets the bounds of a parameter's layer to the values for a row of the tile, those of its unit to the given ones. */
    private void setUnits(ParameterIndex parameter, double low, double high, int i) {
        int layer = parameter.layer();
        for (int unit = 0; unit < lows[layer].length; unit++) {
            lows[layer][unit] = forward.activations(layer)[unit][i];
            highs[layer][unit] = lows[layer][unit];
        }
        lows[layer][parameter.unit()] = low;
        highs[layer][parameter.unit()] = high;
    }

    /**
     * Propagates the bounds of one layer to a later one. Returns whether they allow other values there than the constant
     * ones.
     */
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

    /**
     * Returns whether one of the candidates changes a value of the layer for a row of the tile, by a forward pass for each;
     * true for an interval, whose values cannot be enumerated.
     */
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
