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

    private final Architecture architecture;
    private final Dataset dataset;
    private final Loss loss;
    private final double[] parameters;

    /** Activations of hidden units, [layer][unit][row]. */
    private final double[][][] activations;

    /** Work space for a unit's activations in a tile, [row]. */
    private final double[] column;

    private final Shards shards;
    private final double totalWeight;

    /** Null where every row counts 1. */
    private final double[] weights;

    private final StepTile tile;

    /** Of a tile and a group of candidates, [candidate][statistic][row of the tile]. */
    private final double[][][] statistics;

    /** Of a group of candidates and one statistic, [candidate][row of the tile] and [candidate]. */
    private final double[][] columns = new double[StepTile.GROUP][];

    private final double[] groupSums = new double[StepTile.GROUP];

    private final int statisticSize;

    /** Of a step: what is tried, [candidate]; then as many of the last as make the last group whole. */
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
        this.weights = dataset.isWeighted() ? new double[dataset.rows()] : null;
        if (weights != null) {
            Arrays.setAll(weights, dataset::weight);
        }
        int layers = architecture.layerCount();
        this.activations = new double[layers - 1][][];
        double[][][] inputs = new double[layers][][];
        inputs[0] = dataset.features();
        for (int layer = 0; layer < layers - 1; layer++) {
            activations[layer] = new double[architecture.units(layer)][dataset.rows()];
            inputs[layer + 1] = activations[layer];
        }
        this.column = new double[ForwardPass.TILE_ROWS];
        this.tile = new StepTile(architecture, parameters, inputs);
        this.statisticSize = loss.statisticSize();
        this.statistics = new double[StepTile.GROUP][statisticSize][StepTile.ROWS];
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
        int padded = padded(count);
        if (values.length < padded) {
            values = new double[padded];
            sums = new double[padded][statisticSize];
            shardSums = new double[padded][statisticSize];
        }
    }

    private static int padded(int count) {
        return (count + StepTile.GROUP - 1) / StepTile.GROUP * StepTile.GROUP;
    }

    /** Sums the statistics of all candidates over all rows, as the direct rule does. */
    private void sumUp(ParameterIndex parameter, int count) {
        if (count == 0) {
            return;
        }
        // A group is always whole; what it holds beyond the candidates is summed and not looked at.
        int padded = padded(count);
        Arrays.fill(values, count, padded, values[count - 1]);
        for (int i = 0; i < padded; i++) {
            Arrays.fill(sums[i], 0);
        }
        for (int shard = 0; shard < shards.count(); shard++) {
            for (int i = 0; i < padded; i++) {
                Arrays.fill(shardSums[i], 0);
            }
            int to = shards.to(shard);
            for (int from = shards.from(shard); from < to; from += StepTile.ROWS) {
                int rows = Math.min(StepTile.ROWS, to - from);
                tile.begin(parameter, from, rows);
                for (int first = 0; first < count; first += StepTile.GROUP) {
                    double[][][] outputs = tile.outputs(values, first);
                    for (int i = 0; i < StepTile.GROUP; i++) {
                        loss.statistics(outputs[i], dataset.targets(), from, rows, statistics[i]);
                    }
                    for (int s = 0; s < statisticSize; s++) {
                        addUp(first, s, from, rows);
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

    private void addUp(int first, int s, int from, int rows) {
        for (int i = 0; i < StepTile.GROUP; i++) {
            columns[i] = statistics[i][s];
            groupSums[i] = shardSums[first + i][s];
        }
        if (weights == null) {
            OrderedSums.add(columns, groupSums, rows);
        } else {
            OrderedSums.addWeighted(columns, groupSums, weights, from, rows);
        }
        for (int i = 0; i < StepTile.GROUP; i++) {
            shardSums[first + i][s] = groupSums[i];
        }
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
                    activate(layer, unit, from, rows);
                }
            }
        }
    }

    private void activate(int layer, int unit, int from, int rows) {
        double[][] inputs = layer == 0 ? dataset.features() : activations[layer - 1];
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int unitWeights = architecture.weightOffset(layer) + unit * inputs.length;
        UnitColumns.addWeighted(column, parameters, unitWeights, inputs, 0, inputs.length, from, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
        System.arraycopy(column, 0, activations[layer][unit], from, rows);
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
