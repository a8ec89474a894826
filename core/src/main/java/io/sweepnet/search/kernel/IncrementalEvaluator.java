package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.network.UnitColumns;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import java.util.Arrays;

/**
 * Computes what changes. The activations of all hidden units are kept; a candidate changes one unit, and through it those
 * of later layers. What a step's candidates have in common, the sums up to the changed input, is computed once for all of
 * them. The order of every sum is that of the direct rule, so every loss has its bits, whatever activation and loss.
 */
public final class IncrementalEvaluator implements CandidateEvaluator {

    /** Candidates whose statistics are summed side by side. */
    private static final int BLOCK = 4;

    private final Architecture architecture;
    private final Dataset dataset;
    private final Loss loss;
    private final double[] parameters;

    /** Activations of hidden units, [layer][unit][row]. */
    private final double[][][] activations;

    private final Shards shards;
    private final double totalWeight;
    private final double[] weights;

    /** Of a tile and a step: sums up to the changed input, [0] of the changed unit, then of the units after it. */
    private final double[][] heads;

    /** Of a tile and a candidate, [layer][unit][row of the tile]. */
    private final double[][][] changed;

    /** Of a tile and a block of candidates, [candidate][statistic][row of the tile]. */
    private final double[][][] statistics;

    private final int statisticSize;

    /** Of a step: what is tried, [candidate]. */
    private double[] values = {};

    /** Of a step: sums over the rows of a shard, and over all, [candidate][statistic]. */
    private double[][] shardSums = {};

    private double[][] sums = {};

    /** An evaluator at the given parameters. */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, dataset, loss);
        this.dataset = dataset;
        this.loss = loss;
        this.parameters = initial.toArray();
        this.shards = Shards.of(dataset.rows());
        this.totalWeight = dataset.totalWeight();
        this.weights = new double[dataset.rows()];
        Arrays.setAll(weights, dataset::weight);
        int layers = architecture.layerCount();
        this.activations = new double[layers - 1][][];
        this.changed = new double[layers][][];
        int widest = 0;
        for (int layer = 0; layer < layers; layer++) {
            int units = architecture.units(layer);
            changed[layer] = new double[units][ForwardPass.TILE_ROWS];
            widest = Math.max(widest, units);
            if (layer < layers - 1) {
                activations[layer] = new double[units][dataset.rows()];
            }
        }
        this.heads = new double[widest + 1][ForwardPass.TILE_ROWS];
        this.statisticSize = loss.statisticSize();
        this.statistics = new double[BLOCK][statisticSize][ForwardPass.TILE_ROWS];
        fillActivations();
    }

    private void fillActivations() {
        ForwardPass forward = new ForwardPass(architecture);
        for (int from = 0; from < dataset.rows(); from += ForwardPass.TILE_ROWS) {
            int count = Math.min(ForwardPass.TILE_ROWS, dataset.rows() - from);
            forward.outputs(parameters, dataset.features(), from, count);
            for (int layer = 0; layer < activations.length; layer++) {
                for (int unit = 0; unit < activations[layer].length; unit++) {
                    System.arraycopy(forward.activations(layer)[unit], 0, activations[layer][unit], from, count);
                }
            }
        }
    }

    @Override
    public Choice best(Step step) {
        Candidates candidates = step.candidates();
        int first = step.withCurrent() ? 1 : 0;
        int count = first + candidates.count();
        reserve(count);
        int place = architecture.flatIndex(step.parameter());
        if (step.withCurrent()) {
            values[0] = parameters[place];
        }
        for (int i = first; i < count; i++) {
            values[i] = candidates.value(candidates.from() + i - first);
        }
        sumUp(step.parameter(), count);
        BestChoice best = new BestChoice(step);
        for (int i = 0; i < count; i++) {
            int index = i < first ? Choice.STAY : candidates.from() + i - first;
            best.offer(index, values[i], loss.finish(sums[i], totalWeight));
        }
        return best.choice();
    }

    private void reserve(int count) {
        if (values.length < count) {
            values = new double[count];
            sums = new double[count][statisticSize];
            shardSums = new double[count][statisticSize];
        }
    }

    /** Sums the statistics of all candidates over all rows, as the direct rule does. */
    private void sumUp(ParameterIndex parameter, int count) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(sums[i], 0);
        }
        for (int shard = 0; shard < shards.count(); shard++) {
            for (int i = 0; i < count; i++) {
                Arrays.fill(shardSums[i], 0);
            }
            for (int from = shards.from(shard); from < shards.to(shard); from += ForwardPass.TILE_ROWS) {
                int rows = Math.min(ForwardPass.TILE_ROWS, shards.to(shard) - from);
                prepare(parameter, from, rows);
                for (int first = 0; first < count; first += BLOCK) {
                    int block = Math.min(BLOCK, count - first);
                    for (int i = 0; i < block; i++) {
                        double[][] outputs = outputs(parameter, values[first + i], from, rows);
                        loss.statistics(outputs, dataset.targets(), from, rows, statistics[i]);
                    }
                    for (int s = 0; s < statisticSize; s++) {
                        addWeighted(first, block, s, from, rows);
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                for (int s = 0; s < statisticSize; s++) {
                    sums[i][s] += shardSums[i][s];
                }
            }
        }
    }

    /** Adds in row order, as the direct rule does; side by side, since each addition waits for the one before it. */
    private void addWeighted(int first, int block, int s, int from, int rows) {
        if (block < BLOCK) {
            for (int i = 0; i < block; i++) {
                shardSums[first + i][s] = sum(shardSums[first + i][s], statistics[i][s], from, rows);
            }
            return;
        }
        double[] statistic0 = statistics[0][s];
        double[] statistic1 = statistics[1][s];
        double[] statistic2 = statistics[2][s];
        double[] statistic3 = statistics[3][s];
        double sum0 = shardSums[first][s];
        double sum1 = shardSums[first + 1][s];
        double sum2 = shardSums[first + 2][s];
        double sum3 = shardSums[first + 3][s];
        for (int i = 0; i < rows; i++) {
            double weight = weights[from + i];
            if (weight != 0) {
                sum0 += weight * statistic0[i];
                sum1 += weight * statistic1[i];
                sum2 += weight * statistic2[i];
                sum3 += weight * statistic3[i];
            }
        }
        shardSums[first][s] = sum0;
        shardSums[first + 1][s] = sum1;
        shardSums[first + 2][s] = sum2;
        shardSums[first + 3][s] = sum3;
    }

    private double sum(double start, double[] statistic, int from, int rows) {
        double sum = start;
        for (int i = 0; i < rows; i++) {
            double weight = weights[from + i];
            // A row of weight 0 is no row, even where its statistic is infinite.
            if (weight != 0) {
                sum += weight * statistic[i];
            }
        }
        return sum;
    }

    /** The inputs of a layer, [input][row]. */
    private double[][] inputs(int layer) {
        return layer == 0 ? dataset.features() : activations[layer - 1];
    }

    /** Computes what the candidates of a tile have in common. */
    private void prepare(ParameterIndex parameter, int from, int rows) {
        int layer = parameter.layer();
        int unit = parameter.unit();
        double[][] inputs = inputs(layer);
        int unitWeights = architecture.weightOffset(layer) + unit * inputs.length;
        Arrays.fill(heads[0], 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int upTo = parameter.isWeight() ? parameter.input() : 0;
        UnitColumns.addWeighted(heads[0], parameters, unitWeights, inputs, 0, upTo, from, rows);
        if (layer + 1 < architecture.layerCount()) {
            int next = layer + 1;
            double[][] units = inputs(next);
            for (int k = 0; k < architecture.units(next); k++) {
                double[] head = heads[k + 1];
                Arrays.fill(head, 0, rows, parameters[architecture.biasOffset(next) + k]);
                UnitColumns.addWeighted(
                        head,
                        parameters,
                        architecture.weightOffset(next) + k * units.length,
                        units,
                        0,
                        unit,
                        from,
                        rows);
            }
        } else {
            // The other outputs stay.
            for (int k = 0; k < architecture.units(layer); k++) {
                if (k != unit) {
                    unit(layer, k, inputs, from, rows, changed[layer][k]);
                }
            }
        }
    }

    /** A unit's activations, in full. */
    private void unit(int layer, int unit, double[][] inputs, int offset, int rows, double[] column) {
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int unitWeights = architecture.weightOffset(layer) + unit * inputs.length;
        UnitColumns.addWeighted(column, parameters, unitWeights, inputs, 0, inputs.length, offset, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
    }

    /** The outputs of a tile at one candidate, [output][row of the tile]. */
    private double[][] outputs(ParameterIndex parameter, double value, int from, int rows) {
        int layer = parameter.layer();
        int unit = parameter.unit();
        changedUnit(parameter, value, from, rows, changed[layer][unit]);
        int next = layer + 1;
        if (next < architecture.layerCount()) {
            for (int k = 0; k < architecture.units(next); k++) {
                throughChanged(next, k, unit, layer, from, rows, changed[next][k]);
            }
        }
        for (int l = next + 1; l < architecture.layerCount(); l++) {
            for (int k = 0; k < architecture.units(l); k++) {
                unit(l, k, changed[l - 1], 0, rows, changed[l][k]);
            }
        }
        return changed[architecture.layerCount() - 1];
    }

    private void changedUnit(ParameterIndex parameter, double value, int from, int rows, double[] column) {
        int layer = parameter.layer();
        double[][] inputs = inputs(layer);
        int unitWeights = architecture.weightOffset(layer) + parameter.unit() * inputs.length;
        int rest;
        if (parameter.isWeight()) {
            double[] head = heads[0];
            double[] input = inputs[parameter.input()];
            for (int i = 0; i < rows; i++) {
                column[i] = head[i] + value * input[from + i];
            }
            rest = parameter.input() + 1;
        } else {
            Arrays.fill(column, 0, rows, value);
            rest = 0;
        }
        UnitColumns.addWeighted(column, parameters, unitWeights, inputs, rest, inputs.length, from, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
    }

    /** A unit of the layer after the changed unit. */
    private void throughChanged(
            int layer, int unit, int changedUnit, int changedLayer, int from, int rows, double[] column) {
        double[][] inputs = inputs(layer);
        int unitWeights = architecture.weightOffset(layer) + unit * inputs.length;
        double weight = parameters[unitWeights + changedUnit];
        double[] head = heads[unit + 1];
        double[] input = changed[changedLayer][changedUnit];
        for (int i = 0; i < rows; i++) {
            column[i] = head[i] + weight * input[i];
        }
        UnitColumns.addWeighted(column, parameters, unitWeights, inputs, changedUnit + 1, inputs.length, from, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        for (int from = 0; from < dataset.rows(); from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, dataset.rows() - from);
            for (int layer = parameter.layer(); layer < activations.length; layer++) {
                boolean first = layer == parameter.layer();
                int to = first ? parameter.unit() + 1 : architecture.units(layer);
                for (int unit = first ? parameter.unit() : 0; unit < to; unit++) {
                    unit(layer, unit, inputs(layer), from, rows, heads[0]);
                    System.arraycopy(heads[0], 0, activations[layer][unit], from, rows);
                }
            }
        }
    }

    @Override
    public double loss() {
        reserve(1);
        int layer = architecture.layerCount() - 1;
        ParameterIndex bias = ParameterIndex.bias(layer, 0);
        values[0] = parameters[architecture.flatIndex(bias)];
        sumUp(bias, 1);
        return loss.finish(sums[0], totalWeight);
    }

    @Override
    public void close() {}
}
