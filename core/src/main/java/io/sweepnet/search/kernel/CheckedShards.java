package io.sweepnet.search.kernel;

import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.remote.ForwardPassQuestion;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.ShardSections;

/**
 * Shards for a {@link CheckedEvaluator} over remote rows: they answer a {@link ForwardPassQuestion} by {@link DirectLoss}, and
 * leave every other question to the shards of the kernel that is checked.
 */
final class CheckedShards implements RowShards {

    private final RowShards checked;
    private final Architecture architecture;
    private final double[] parameters;
    private final ShardGroup group;
    private final Loss loss;

    /** The direct rule of each shard, [shard]. */
    private final DirectLoss[] losses;

    /**
     * Creates the shards of a kernel, with the direct rule for each.
     *
     * @param at the current parameters of the search
     * @throws IllegalArgumentException if the kernel does not serve, or network, shards and loss do not fit
     */
    CheckedShards(Kernel kernel, Parameters at, ShardGroup group, Loss loss) {
        this.checked = kernel.shards(at, group, loss);
        this.architecture = at.architecture();
        this.parameters = at.toArray();
        this.group = group;
        this.loss = loss;
        this.losses = new DirectLoss[group.shards().size()];
        for (int shard = 0; shard < losses.length; shard++) {
            losses[shard] = DirectLoss.ofShard(architecture, group.shards().get(shard), loss);
        }
    }

    @Override
    public double[] answer(RowQuestion question) {
        return question instanceof ForwardPassQuestion asked ? sums(asked) : checked.answer(question);
    }

    private double[] sums(ForwardPassQuestion question) {
        double[] values = question.values();
        ShardSections sections = ShardSections.of(group.facts().rows(), values.length, loss.statisticSize());
        double[] answer = new double[sections.length()];
        int index = architecture.flatIndex(question.parameter());
        double current = parameters[index];
        for (int value = 0; value < values.length; value++) {
            parameters[index] = values[value];
            for (int shard = 0; shard < losses.length; shard++) {
                double[] sums = losses[shard].sums(parameters);
                int to = sections.from(group.first() + shard) + value * sums.length;
                System.arraycopy(sums, 0, answer, to, sums.length);
            }
        }
        parameters[index] = current;
        return answer;
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        checked.moved(parameter, value);
    }

    @Override
    public void forgetMoves() {
        checked.forgetMoves();
    }
}
