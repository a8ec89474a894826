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
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import java.util.Arrays;

/**
 * Computes what changes. The activations of all hidden units are kept; a candidate changes one unit, and through it those
 * of later layers. What a step's candidates have in common, the sums up to the changed input, is computed once for all of
 * them. The order of every sum is that of the direct rule, so every loss has its bits, whatever activation and loss.
 *
 * <p>Several threads share out the shards of the rows. The sums of shards are added in the order of the shards, so that
 * the threads do not change a bit either.
 */
public final class IncrementalEvaluator implements CandidateEvaluator {

    /** Candidates whose sums are kept at once, so that a grid of millions does not fill the memory. */
    private static final int BLOCK = 1024;

    private final Architecture architecture;
    private final Dataset dataset;
    private final Loss loss;
    private final double[] parameters;

    /** Activations of hidden units, [layer][unit][row]. */
    private final double[][][] activations;

    private final Shards shards;
    private final double totalWeight;
    private final int statisticSize;

    private final Workers workers;

    /** Work space of each worker. */
    private final ShardSums[] workerSums;

    /** Of each worker, for a unit's activations in a tile, [worker][row]. */
    private final double[][] workerColumns;

    private final Workers.Part sumPart = this::sumShard;
    private final Workers.Part acceptPart = this::acceptShard;

    /** The parameter of the current step or move. */
    private ParameterIndex parameter;

    /** Of a block of candidates: what is tried; then as many of the last as make the last group whole. */
    private double[] values = {};

    private int count;

    /** Of a block of candidates: sums over the rows of each shard, [shard][candidate * statistics + statistic]. */
    private final double[][] shardSums;

    /** Of one candidate, over all rows. */
    private final double[] sums;

    /** An evaluator at the given parameters that works in the calling thread. */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this(initial, dataset, loss, 1);
    }

    /**
     * An evaluator at the given parameters.
     *
     * @param threads number of threads, the calling one among them, at least 1; more than {@link Shards} has shards for
     *     the table are not started
     */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, dataset, loss);
        this.dataset = dataset;
        this.loss = loss;
        this.parameters = initial.toArray();
        this.shards = Shards.of(dataset.rows());
        this.totalWeight = dataset.totalWeight();
        this.statisticSize = loss.statisticSize();
        this.sums = new double[statisticSize];
        this.shardSums = new double[shards.count()][0];
        int layers = architecture.layerCount();
        this.activations = new double[layers - 1][][];
        double[][][] inputs = new double[layers][][];
        inputs[0] = dataset.features();
        for (int layer = 0; layer < layers - 1; layer++) {
            activations[layer] = new double[architecture.units(layer)][dataset.rows()];
            inputs[layer + 1] = activations[layer];
        }
        fillActivations();
        double[] weights = dataset.isWeighted() ? new double[dataset.rows()] : null;
        if (weights != null) {
            Arrays.setAll(weights, dataset::weight);
        }
        int used = Math.min(Workers.check(threads), shards.count());
        this.workerSums = new ShardSums[used];
        this.workerColumns = new double[used][ForwardPass.TILE_ROWS];
        for (int worker = 0; worker < used; worker++) {
            workerSums[worker] = new ShardSums(dataset, loss, weights, new StepTile(architecture, parameters, inputs));
        }
        // Last, so that nothing that fails leaves threads behind.
        this.workers = new Workers(used);
    }

    private void fillActivations() {
        ForwardPass forward = new ForwardPass(architecture);
        for (int from = 0; from < dataset.rows(); from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, dataset.rows() - from);
            forward.outputs(parameters, dataset.features(), from, rows);
            for (int layer = 0; layer < activations.length; layer++) {
                for (int unit = 0; unit < activations[layer].length; unit++) {
                    System.arraycopy(forward.activations(layer)[unit], 0, activations[layer][unit], from, rows);
                }
            }
        }
    }

    @Override
    public Choice best(Step step) {
        Kernel.INCREMENTAL.checkNumbered(step.candidates());
        double current = parameters[architecture.flatIndex(step.parameter())];
        long total = (long) step.candidates().count() + (step.withCurrent() ? 1 : 0);
        BestChoice best = new BestChoice(step);
        for (long start = 0; start < total; start += BLOCK) {
            begin(step.parameter(), (int) Math.min(BLOCK, total - start));
            for (int i = 0; i < count; i++) {
                int index = index(step, start + i);
                values[i] = index == Choice.STAY ? current : step.candidates().value(index);
            }
            sumUp();
            for (int i = 0; i < count; i++) {
                best.offer(index(step, start + i), values[i], lossOf(i));
            }
        }
        return best.choice();
    }

    /** The index of what a step tries at some position: the current value first, where it takes part. */
    private static int index(Step step, long position) {
        long before = step.withCurrent() ? 1 : 0;
        return position < before ? Choice.STAY : (int) (step.candidates().from() + position - before);
    }

    private void begin(ParameterIndex parameter, int count) {
        this.parameter = parameter;
        this.count = count;
        int padded = ShardSums.padded(count);
        if (values.length < padded) {
            values = new double[padded];
            Arrays.setAll(shardSums, shard -> new double[padded * statisticSize]);
        }
    }

    /** Sums the statistics of the block's candidates over each shard. */
    private void sumUp() {
        Arrays.fill(values, count, ShardSums.padded(count), values[count - 1]);
        workers.run(shards.count(), sumPart);
    }

    private void sumShard(int shard, int worker) {
        workerSums[worker].sum(parameter, values, count, shards.from(shard), shards.to(shard), shardSums[shard]);
    }

    /** The loss at a candidate of the block, its sums added in the order of the shards. */
    private double lossOf(int candidate) {
        for (int s = 0; s < statisticSize; s++) {
            double sum = 0;
            for (double[] ofShard : shardSums) {
                sum += ofShard[candidate * statisticSize + s];
            }
            sums[s] = sum;
        }
        return loss.finish(sums, totalWeight);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        if (parameter.layer() < activations.length) {
            this.parameter = parameter;
            workers.run(shards.count(), acceptPart);
        }
    }

    private void acceptShard(int shard, int worker) {
        int end = shards.to(shard);
        for (int from = shards.from(shard); from < end; from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, end - from);
            for (int layer = parameter.layer(); layer < activations.length; layer++) {
                boolean first = layer == parameter.layer();
                int to = first ? parameter.unit() + 1 : architecture.units(layer);
                for (int unit = first ? parameter.unit() : 0; unit < to; unit++) {
                    activate(layer, unit, from, rows, workerColumns[worker]);
                }
            }
        }
    }

    private void activate(int layer, int unit, int from, int rows, double[] column) {
        double[][] inputs = layer == 0 ? dataset.features() : activations[layer - 1];
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int unitWeights = architecture.weightOffset(layer) + unit * inputs.length;
        UnitColumns.addWeighted(column, parameters, unitWeights, inputs, 0, inputs.length, from, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
        System.arraycopy(column, 0, activations[layer][unit], from, rows);
    }

    @Override
    public double loss() {
        ParameterIndex bias = ParameterIndex.bias(architecture.layerCount() - 1, 0);
        begin(bias, 1);
        values[0] = parameters[architecture.flatIndex(bias)];
        sumUp();
        return lossOf(0);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
