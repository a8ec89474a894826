package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.network.ParameterIndex;

/**
 * An evaluator under test beside the reference: both are asked the same and hear of the same moves, and every answer is
 * compared. A loss with a bound of 0 must have the reference's bits, any other must lie within its bound. A pair may itself
 * be the reference of another, so that several evaluators are compared with a reference that is asked but once.
 */
public final class EvaluatorPair implements CandidateEvaluator {

    private final CandidateEvaluator tested;
    private final CandidateEvaluator reference;
    private final String problem;
    private long steps;

    /** Takes both, closing included; the text of the problem is in every message. */
    public EvaluatorPair(CandidateEvaluator tested, CandidateEvaluator reference, Object problem) {
        this.tested = tested;
        this.reference = reference;
        this.problem = problem.toString();
    }

    /** The reference's choice, after a check that the evaluator under test makes the same. */
    @Override
    public Choice best(Step step) {
        Choice actual = tested.best(step);
        Choice expected = reference.best(step);
        String what = problem + ", " + step;
        assertThat(actual.index()).as("index, %s", what).isEqualTo(expected.index());
        assertBits(actual.value(), expected.value(), "value, " + what);
        assertThat(actual.nonFinite()).as("non-finite losses, %s", what).isEqualTo(expected.nonFinite());
        assertThat(actual.bound()).as("bound, %s", what).isFinite().isGreaterThanOrEqualTo(0);
        if (actual.bound() == 0) {
            assertBits(actual.loss(), expected.loss(), "loss, " + what);
        } else {
            assertThat(actual.loss()).as("loss, %s", what).isCloseTo(expected.loss(), within(actual.bound()));
        }
        steps++;
        assertThat(directDecisions()).as("direct decisions, %s", what).isBetween(0L, steps);
        return expected;
    }

    /** The best of the answers to so many shares of a step, each compared. */
    Choice bestOfShares(Step step, int shares) {
        BestChoice best = new BestChoice(step);
        for (int share = 0; share < shares; share++) {
            best.offer(best(step.share(share, shares, 0.4)));
        }
        return best.choice();
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        tested.accept(parameter, value);
        reference.accept(parameter, value);
    }

    @Override
    public double loss() {
        double expected = reference.loss();
        assertBits(tested.loss(), expected, "loss of the current parameters, " + problem);
        return expected;
    }

    @Override
    public long directDecisions() {
        return tested.directDecisions();
    }

    @Override
    public void close() {
        tested.close();
        reference.close();
    }

    /** The text of a double tells it from all others, -0.0 from 0.0 too. */
    private static void assertBits(double actual, double expected, String what) {
        assertThat(Double.toString(actual)).as(what).isEqualTo(Double.toString(expected));
    }
}
