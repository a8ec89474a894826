package io.sweepnet.search.kernel.incremental;

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
    private final double[] parameters;

    /** Activations of hidden units, [layer][unit][row]. */
    private final double[][][] activations;

    private final Shards shards;
    private final Workers workers;
    private final CandidateLosses losses;

    /** Of each worker, for a unit's activations in a tile, [worker][row]. */
    private final double[][] workerColumns;

    private final Workers.Part acceptPart = this::acceptShard;

    /** The parameter that moves. */
    private ParameterIndex moving;

    /** A block of candidates. */
    private double[] values = {};

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
        this.parameters = initial.toArray();
        this.shards = Shards.of(dataset.rows());
        int layers = architecture.layerCount();
        this.activations = new double[layers - 1][][];
        double[][][] inputs = new double[layers][][];
        inputs[0] = dataset.features();
        for (int layer = 0; layer < layers - 1; layer++) {
            activations[layer] = new double[architecture.units(layer)][dataset.rows()];
            inputs[layer + 1] = activations[layer];
        }
        fillActivations();
        int used = Math.min(Workers.check(threads), shards.count());
        this.workerColumns = new double[used][ForwardPass.TILE_ROWS];
        this.workers = new Workers(used);
        try {
            LayerInputs kept = LayerInputs.kept(inputs);
            this.losses = new CandidateLosses(architecture, parameters, dataset, loss, () -> kept, workers);
        } catch (Throwable e) {
            // What fails must not leave threads behind.
            workers.close();
            throw e;
        }
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
        step.checkNumbered("incremental");
        double current = parameters[architecture.flatIndex(step.parameter())];
        long total = (long) step.candidates().count() + (step.withCurrent() ? 1 : 0);
        BestChoice best = new BestChoice(step);
        if (values.length < Math.min(BLOCK, total)) {
            values = new double[(int) Math.min(BLOCK, total)];
        }
        for (long start = 0; start < total; start += BLOCK) {
            int count = (int) Math.min(BLOCK, total - start);
            for (int i = 0; i < count; i++) {
                int index = index(step, start + i);
                values[i] = index == Choice.STAY ? current : step.candidates().value(index);
            }
            losses.compute(step.parameter(), values, count);
            for (int i = 0; i < count; i++) {
                best.offer(index(step, start + i), values[i], losses.loss(i));
            }
        }
        return best.choice();
    }

    /** The index of what a step tries at some position: the current value first, where it takes part. */
    private static int index(Step step, long position) {
        long before = step.withCurrent() ? 1 : 0;
        return position < before ? Choice.STAY : (int) (step.candidates().from() + position - before);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        if (parameter.layer() < activations.length) {
            moving = parameter;
            workers.run(shards.count(), acceptPart);
        }
    }

    private void acceptShard(int shard, int worker) {
        int end = shards.to(shard);
        for (int from = shards.from(shard); from < end; from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, end - from);
            for (int layer = moving.layer(); layer < activations.length; layer++) {
                boolean first = layer == moving.layer();
                int to = first ? moving.unit() + 1 : architecture.units(layer);
                for (int unit = first ? moving.unit() : 0; unit < to; unit++) {
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
        losses.compute(bias, new double[] {parameters[architecture.flatIndex(bias)]}, 1);
        return losses.loss(0);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
