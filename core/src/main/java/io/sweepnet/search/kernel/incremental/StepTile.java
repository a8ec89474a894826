package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.UnitColumns;
import java.util.Arrays;

/**
 * The outputs of a tile of rows at the candidates of a step, a group of candidates at a time. What they have in common is
 * computed once, by {@link #begin}: the sums of the changed unit and of the units after it up to the changed input.
 */
final class StepTile {

    /** Rows of a tile, as of a forward pass, whose activations it may read. */
    static final int ROWS = ForwardPass.TILE_ROWS;

    /** Candidates of a group: as many as are summed side by side. */
    static final int GROUP = OrderedSums.COLUMNS;

    private final Architecture architecture;
    private final double[] parameters;

    private final LayerInputs layerInputs;

    /** Of each layer, [layer][input][row]. */
    private final double[][][] inputs;

    private ParameterIndex parameter;
    private int rows;

    /** The input whose weight is tried; for a bias a column of ones. */
    private final double[] changing = new double[ROWS];

    /** Of the changed unit: the sum of what comes before the changed input, and the products of what comes after it. */
    private final double[] head = new double[ROWS];

    private final double[][] rest;
    private int restCount;

    /** Of each unit of the next layer: the sum of what comes before the changed unit. */
    private final double[][] nextHeads;

    /** The units beside the changed one; and times the weights of a unit of the next layer. */
    private final double[][] beside;

    private final double[][] nextRest;

    /** Activations of the changed unit, [candidate][row]. */
    private final double[][] changed = new double[GROUP][ROWS];

    /** Activations of the layers after it, [candidate][layer][unit][row]. */
    private final double[][][][] later;

    /** Outputs that the step does not change, [output][row]. */
    private final double[][] fixed;

    /** The columns among the above that hold outputs, [candidate][output][row]. */
    private final double[][][] outputs;

    /**
     * Work space.
     *
     * @param parameters flat; read at every call
     * @param layerInputs where they are computed for a step, for this tile alone
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

    /** Computes what all candidates of a parameter have in common at some rows. */
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
            // -0.0 + value * 1 is the value, zeros of both signs too.
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

    /** A unit's sum of its first inputs. */
    private void sum(int layer, int unit, int upTo, int from, double[] column) {
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int weights = architecture.weightOffset(layer) + unit * architecture.inputs(layer);
        UnitColumns.addWeighted(column, parameters, weights, inputs[layer], 0, upTo, from, rows);
    }

    /**
     * The outputs at a group of candidates.
     *
     * @param values candidates, of which those from {@code first} on are the group
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

    /** Unit by unit, so that its products are made once for the group. */
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
