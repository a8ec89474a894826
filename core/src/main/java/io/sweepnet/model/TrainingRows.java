package io.sweepnet.model;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.DeadLayers;
import java.util.OptionalDouble;

/**
 * The rows that a model learns from, wherever they are, seen as what is computed of them. All losses are those of the direct
 * rule, to the last bit.
 */
public interface TrainingRows {

    /** The loss at flat parameters. */
    double loss(double[] parameters);

    /** The loss on rows that are watched and not learnt from; empty where there are none. */
    OptionalDouble validationLoss(double[] parameters);

    /**
     * Answers the steps of one search; the search closes it.
     *
     * @param search how the search goes about it, which tells all of its steps but for the answers
     * @param initial where the search begins
     * @param initialLoss the loss there
     */
    CandidateEvaluator evaluator(SearchSettings search, Parameters initial, double initialLoss);

    /**
     * Whether a search of such settings that goes on from these parameters can learn no more than a constant; see {@link
     * DeadLayers}.
     */
    boolean isDead(SearchSettings search, Parameters at);

    /**
     * A sample of these rows, the same wherever they are; all of them where the sample would have no row of a weight above 0.
     *
     * @param share how likely each row is in it, in (0, 1)
     * @param seed what the choice follows from
     */
    TrainingRows sample(double share, long seed);

    /** A training by gradients that has not begun. */
    GradientDescent descent(GradientDescent.Settings descent, Parameters initial);
}
