package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.ShardSections;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/** Sums of a loss's statistics over each shard of a group, with the bits of the direct rule. */
public final class ShardStatistics {

    private final ShardGroup group;
    private final int statisticSize;
    private final ShardSums[] sums;

    /** The kept activations of each shard; null if activations are computed for each question. */
    private final KeptActivations[] kept;

    private final double[] column = new double[ForwardPass.TILE_ROWS];
    private double[] section = {};

    private ShardStatistics(
            Architecture architecture, double[] parameters, ShardGroup group, Loss loss, boolean areKept) {
        this.group = group;
        this.statisticSize = loss.statisticSize();
        int count = group.shards().size();
        this.sums = new ShardSums[count];
        this.kept = areKept ? new KeptActivations[count] : null;
        for (int i = 0; i < count; i++) {
            Dataset shard = group.shards().get(i);
            DirectLoss.check(architecture, shard, loss);
            LayerInputs inputs;
            if (areKept) {
                kept[i] = new KeptActivations(architecture, parameters, shard.features());
                inputs = kept[i].inputs();
            } else {
                inputs = LayerInputs.passed(architecture, parameters, shard.features());
            }
            sums[i] = new ShardSums(
                    shard, loss, ShardSums.weights(shard), new StepTile(architecture, parameters, inputs));
        }
    }

    /**
     * Returns sums that keep no activations from question to question.
     *
     * @param parameters flat parameters; read at every question, not changed
     * @throws IllegalArgumentException if network, shards and loss do not fit
     */
    public static ShardStatistics ofForwardPasses(
            Architecture architecture, double[] parameters, ShardGroup group, Loss loss) {
        return new ShardStatistics(architecture, parameters, group, loss, false);
    }

    /** Returns sums that keep the activations of all hidden units; {@link #follow} must be called after every move. */
    static ShardStatistics ofActivations(Architecture architecture, double[] parameters, ShardGroup group, Loss loss) {
        return new ShardStatistics(architecture, parameters, group, loss, true);
    }

    /** Updates the kept activations after a parameter has moved. */
    void follow(ParameterIndex parameter) {
        for (int i = 0; i < kept.length; i++) {
            if (kept[i].depend(parameter)) {
                kept[i].follow(parameter, 0, group.shards().get(i).rows(), column);
            }
        }
    }

    /** Returns the answer of these shards, laid out as {@link ShardSections}; the sections of other shards are 0. */
    public double[] answer(StatisticsQuestion question) {
        double[] values = question.values();
        ShardSections sections = ShardSections.of(group.facts().rows(), values.length, statisticSize);
        double[] answer = new double[sections.length()];
        if (section.length < sections.sectionLength()) {
            section = new double[sections.sectionLength()];
        }
        for (int i = 0; i < sums.length; i++) {
            int rows = group.shards().get(i).rows();
            sums[i].sum(question.parameter(), values, values.length, 0, rows, section);
            System.arraycopy(section, 0, answer, sections.from(group.first() + i), sections.sectionLength());
        }
        return answer;
    }
}
