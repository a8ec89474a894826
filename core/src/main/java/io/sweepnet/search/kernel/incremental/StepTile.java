package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.UnitColumns;
import java.util.Arrays;

/**
 * Computes the outputs for a tile of rows at the candidates of a step, one group of candidates at a time. The terms that all
 * candidates have in common are computed once, by {@link #begin}: the sums up to the changed input of the changed unit and of
 * the units of the next layer.
 */
final class StepTile {

    /** The number of rows of a tile: that of a forward pass, whose activations it may read. */
    static final int ROWS = ForwardPass.TILE_ROWS;

    /** The number of candidates of a group: those that are summed side by side. */
    static final int GROUP = OrderedSums.COLUMNS;

    private final Architecture architecture;
    private final double[] parameters;

    private final LayerInputs layerInputs;

    /** The inputs of each layer, [layer][input][row]. */
    private final double[][][] inputs;

    private ParameterIndex parameter;
    private int rows;

    /** The input whose weight is tried, [row]; for a bias all ones. */
    private final double[] changing = new double[ROWS];

    /** The sums of the changed unit up to the changed input, [row]. */
    private final double[] head = new double[ROWS];

    /** The products of the changed unit after the changed input, [product][row]. */
    private final double[][] rest;

    private int restCount;

    /** The sums of each unit of the next layer up to the changed unit, [unit][row]. */
    private final double[][] nextHeads;

    /** The inputs after the changed one: first of the changed unit's layer, then of the next layer, [input][row]. */
    private final double[][] beside;

    /** The products of a unit of the next layer after the changed unit, [product][row]. */
    private final double[][] nextRest;

    /** Activations of the changed unit, [candidate][row]. */
    private final double[][] changed = new double[GROUP][ROWS];

    /** Activations of the layers after the changed unit, [candidate][layer][unit][row]. */
    private final double[][][][] later;

    /** Outputs that the candidates do not change, [output][row]. */
    private final double[][] fixed;

    /** The columns of the above that are outputs, [candidate][output][row]. */
    private final double[][][] outputs;

    /**
     * Creates the work space.
     *
     * @param parameters flat parameters; read at every call, not changed
     * @param layerInputs inputs of the layers; if they are computed for each step, not shared with other tiles
     */
    StepTile(Architecture architecture, double[] parameters, LayerInputs layerInputs) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.layerInputs = layerInputs;
        this.inputs = layerInputs.columns();
        int layers = architecture.layerCount();
        this.later = new double[GROUP][layers][][];
        int widest = 0;
        for (int layer = 0; layer < layers; layer++) {
            widest = Math.max(widest, Math.max(architecture.inputs(layer), architecture.units(layer)));
            for (int candidate = 0; candidate < GROUP && layer > 0; candidate++) {
                later[candidate][layer] = new double[architecture.units(layer)][ROWS];
            }
        }
        this.rest = StepColumns.rest(widest, ROWS);
        this.nextRest = StepColumns.rest(widest, ROWS);
        this.nextHeads = new double[widest][ROWS];
        this.beside = new double[widest][ROWS];
        this.fixed = new double[architecture.outputSize()][ROWS];
        this.outputs = new double[GROUP][architecture.outputSize()][];
    }

    /** Computes the terms that all candidates of a parameter have in common, for some rows of the table. */
    void begin(ParameterIndex parameter, int from, int rows) {
        this.parameter = parameter;
        this.rows = rows;
        int layer = parameter.layer();
        int fromHidden = layerInputs.begin(parameter, from, rows);
        int fromOwn = layer == 0 ? from : fromHidden;
        prepareChanged(layer, fromOwn);
        if (layer + 1 < architecture.layerCount()) {
            prepareNext(layer + 1, fromHidden);
        } else {
            prepareOutputs(layer, fromOwn);
        }
    }

    private void prepareChanged(int layer, int from) {
        int unit = parameter.unit();
        int size = architecture.inputs(layer);
        int weights = architecture.weightOffset(layer) + unit * size;
        int upTo;
        if (parameter.isWeight()) {
            sum(layer, unit, parameter.input(), from, head);
            System.arraycopy(inputs[layer][parameter.input()], from, changing, 0, rows);
            upTo = parameter.input() + 1;
        } else {
            // -0.0 + value * 1 has the bits of the value, also for 0.0 and -0.0.
            Arrays.fill(head, 0, rows, -0.0);
            Arrays.fill(changing, 0, rows, 1);
            upTo = 0;
        }
        copy(inputs[layer], upTo, from);
        restCount = StepColumns.multiply(rest, parameters, weights, beside, upTo, size, rows);
    }

    private void prepareNext(int next, int from) {
        for (int k = 0; k < architecture.units(next); k++) {
            sum(next, k, parameter.unit(), from, nextHeads[k]);
        }
        copy(inputs[next], parameter.unit() + 1, from);
        for (int candidate = 0; candidate < GROUP; candidate++) {
            double[][] last = later[candidate][architecture.layerCount() - 1];
            System.arraycopy(last, 0, outputs[candidate], 0, last.length);
        }
    }

    private void prepareOutputs(int layer, int from) {
        for (int k = 0; k < architecture.units(layer); k++) {
            boolean isChanged = k == parameter.unit();
            if (!isChanged) {
                sum(layer, k, architecture.inputs(layer), from, fixed[k]);
                UnitColumns.apply(architecture.activation(layer), fixed[k], rows);
            }
            for (int candidate = 0; candidate < GROUP; candidate++) {
                outputs[candidate][k] = isChanged ? changed[candidate] : fixed[k];
            }
        }
    }

    private void copy(double[][] columns, int fromInput, int from) {
        for (int input = fromInput; input < columns.length; input++) {
            System.arraycopy(columns[input], from, beside[input], 0, rows);
        }
    }

    /** Computes the sum of a unit's bias and its first {@code upTo} weighted inputs. */
    private void sum(int layer, int unit, int upTo, int from, double[] column) {
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int weights = architecture.weightOffset(layer) + unit * architecture.inputs(layer);
        UnitColumns.addWeighted(column, parameters, weights, inputs[layer], 0, upTo, from, rows);
    }

    /**
     * Computes the outputs at a group of candidates, for the rows of {@link #begin}.
     *
     * @param values values of candidates
     * @param first index of the first candidate of the group
     * @param count number of candidates in the group
     * @return [candidate of the group][output][row of the tile]
     */
    double[][][] outputs(double[] values, int first, int count) {
        int layer = parameter.layer();
        for (int candidate = 0; candidate < count; candidate++) {
            StepColumns.unit(
                    architecture.activation(layer),
                    changed[candidate],
                    head,
                    values[first + candidate],
                    changing,
                    rest,
                    restCount,
                    rows);
        }
        if (layer + 1 < architecture.layerCount()) {
            nextLayer(layer + 1, count);
            for (int candidate = 0; candidate < count; candidate++) {
                for (int l = layer + 2; l < architecture.layerCount(); l++) {
                    laterLayer(l, later[candidate]);
                }
            }
        }
        return outputs;
    }

    /** Computes the next layer unit by unit, so that the products of a unit are computed once for the group. */
    private void nextLayer(int layer, int candidates) {
        int unit = parameter.unit();
        int size = architecture.inputs(layer);
        for (int k = 0; k < architecture.units(layer); k++) {
            int weights = architecture.weightOffset(layer) + k * size;
            int count = StepColumns.multiply(nextRest, parameters, weights, beside, unit + 1, size, rows);
            double weight = parameters[weights + unit];
            for (int candidate = 0; candidate < candidates; candidate++) {
                StepColumns.unit(
                        architecture.activation(layer),
                        later[candidate][layer][k],
                        nextHeads[k],
                        weight,
                        changed[candidate],
                        nextRest,
                        count,
                        rows);
            }
        }
    }

    private void laterLayer(int layer, double[][][] units) {
        int size = architecture.inputs(layer);
        for (int k = 0; k < units[layer].length; k++) {
            double[] column = units[layer][k];
            Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + k]);
            int weights = architecture.weightOffset(layer) + k * size;
            UnitColumns.addWeighted(column, parameters, weights, units[layer - 1], 0, size, 0, rows);
            UnitColumns.apply(architecture.activation(layer), column, rows);
        }
    }
}
