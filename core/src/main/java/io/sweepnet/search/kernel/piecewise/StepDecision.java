package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.SelectedValues;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.piecewise.squared.OutputGram;
import java.util.Arrays;

/**
 * Decides the steps of a search from sums over all rows: they rule out candidates, and the direct rule decides among
 * those that are left. It holds no rows itself. Its decisions depend only on the facts of the table, the moves and the
 * sums, so processes with the same sums make the same decisions.
 */
final class StepDecision {

    private final Architecture architecture;
    private final Loss loss;
    private final SearchPosition position;
    private final double totalWeight;
    private final boolean areWhole;
    private final LossErrorBound lossErrors;
    private final RowSource rows;
    private final DirectRule direct;

    /** The Gram matrix of the output layer; null if that layer is handled like any other. */
    private final OutputGram gram;

    private final PiecewiseQuadratic pieces = new PiecewiseQuadratic();
    private final SortedCandidates candidates = new SortedCandidates();
    private final Finalists finalists = new Finalists(candidates, pieces);
    private final double[] sum = new double[1];

    private double[] sums = {};
    private double[] errors = {};

    /** The losses of the groups of finalists. */
    private double[] losses = {};

    /**
     * Decisions at a position, which every accepted move changes.
     *
     * @param position the current parameters
     * @param facts the facts of the table
     * @param loss the loss
     * @param rows the rows
     * @param direct decides where sums leave the choice open
     */
    StepDecision(SearchPosition position, TableFacts facts, Loss loss, RowSource rows, DirectRule direct) {
        this.architecture = position.architecture();
        this.loss = loss;
        this.position = position;
        this.totalWeight = facts.totalWeight();
        this.areWhole = areWhole(facts, loss);
        this.lossErrors = new LossErrorBound(architecture, facts, loss, position.bounds(), areWhole);
        this.rows = rows;
        this.direct = direct;
        this.gram = OutputGram.serves(architecture, loss) ? new OutputGram(architecture, rows::sumGram) : null;
    }

    /** Returns whether sums of row losses are whole numbers, and so exact. */
    static boolean areWhole(TableFacts facts, Loss loss) {
        return loss.hasWholeStatistics() && facts.hasWholeWeights();
    }

    /** Returns the best candidate of a grid or a list. */
    Choice best(Step step) {
        setCandidates(step);
        return best(step, narrow(step));
    }

    private void setCandidates(Step step) {
        candidates.set(step.candidates(), position.current(step.parameter()));
    }

    /**
     * Sets values of a continuous range in place of a step's candidates, and computes their sums; returns false where
     * these cannot be used.
     */
    boolean narrow(Step step, SelectedValues values) {
        candidates.set(values, position.current(step.parameter()));
        return narrow(step);
    }

    /** Returns whether a row may be near a jump at any of the values of the last sums. */
    boolean isAnyUncertain() {
        return pieces.isAnyUncertain();
    }

    /** Returns the best of the values set: from their sums if {@code isNarrowed}, else by the direct rule. */
    Choice best(Step step, boolean isNarrowed) {
        double current = position.current(step.parameter());
        return isNarrowed ? decide(step, current) : direct.best(step, candidates, current);
    }

    /** Returns the best of values of a continuous range by the direct rule alone. */
    Choice directBest(Step step, SelectedValues values) {
        double current = position.current(step.parameter());
        candidates.set(values, current);
        return direct.best(step, candidates, current);
    }

    /**
     * Returns the losses from sums of a step's candidates in ascending order, and then of the current value; NaN where
     * one is left to the direct rule. For tests.
     */
    double[] narrowed(Step step) {
        setCandidates(step);
        double[] losses = new double[candidates.count() + 1];
        Arrays.fill(losses, Double.NaN);
        if (narrow(step)) {
            for (int i = 0; i < candidates.count(); i++) {
                losses[i] = Double.isInfinite(errors[i]) ? Double.NaN : lossOf(sums[i]);
            }
            losses[candidates.count()] = lossOf(pieces.atCurrent());
        }
        return losses;
    }

    /** Computes the sums of all candidates and their error bounds; returns false where they cannot be used. */
    private boolean narrow(Step step) {
        int count = candidates.count();
        if (count == 0) {
            return false;
        }
        if (sums.length < count) {
            sums = new double[count];
            errors = new double[count];
        }
        double[] distances = candidates.distances();
        position.begin(step.parameter(), candidates.size());
        if (!position.bounds().areFinite() || !addAll(step.parameter())) {
            return false;
        }
        pieces.evaluate(sums, errors);
        int zeroIndex = pieces.zeroIndex();
        for (int i = zeroIndex; i < count && distances[i] == 0; i++) {
            sums[i] = pieces.atCurrent();
            errors[i] = pieces.errorAtCurrent();
        }
        return !Double.isNaN(pieces.atCurrent());
    }

    /** Sets the pieces to the sum of all rows; returns false where a row has too many pieces. */
    private boolean addAll(ParameterIndex parameter) {
        if (gram == null || !gram.has(parameter)) {
            return rows.add(parameter, candidates, pieces);
        }
        pieces.begin(candidates);
        gram.add(parameter, pieces);
        return true;
    }

    /** Adds all rows along a continuous range; returns false where a row has too many pieces. */
    boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector collector) {
        if (gram == null || !gram.has(parameter)) {
            return rows.addAll(parameter, low, high, collector);
        }
        gram.add(parameter, collector);
        return true;
    }

    private Choice decide(Step step, double current) {
        int count = candidates.count();
        double lowest = step.withCurrent() ? pieces.atCurrent() : Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, sums[i]);
        }
        double error = lossErrors.of(lowest);
        double highest = step.withCurrent() ? pieces.atCurrent() + pieces.errorAtCurrent() + error : Double.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            highest = Math.min(highest, sums[i] + errors[i] + error);
        }
        boolean isConstant = position.canJumpFrom(step.parameter().layer());
        finalists.set(
                step, sums, errors, error, highest, isConstant, (from, to) -> rows.isFlat(step.parameter(), from, to));
        if (areWhole && !finalists.isUncertain()) {
            return bestOfEqualSums(step, current, lowest);
        }
        BestChoice best = new BestChoice(step);
        double bound = lossOf(2 * (highest - lowest + error));
        boolean isSettled = finalists.count() == 1 && bound < Double.POSITIVE_INFINITY;
        if (losses.length < finalists.count()) {
            losses = new double[2 * finalists.count()];
        }
        if (isSettled) {
            losses[0] = lossOf(lowest);
        } else {
            direct.losses(step.parameter(), group -> finalists.value(group, current), finalists.count(), losses);
        }
        for (int group = 0; group < finalists.count(); group++) {
            finalists.offer(group, current, losses[group], best);
        }
        double before = best.choice().loss();
        for (int group = 0; group < finalists.count(); group++) {
            finalists.offerExtra(group, losses[group], before, best);
        }
        if (!isSettled) {
            direct.countDecision();
            return best.choice();
        }
        Choice choice = best.choice();
        return new Choice(choice.index(), choice.value(), choice.loss(), bound, 0);
    }

    /** Returns the best candidate where sums are whole numbers, so that equal sums are equal losses. */
    private Choice bestOfEqualSums(Step step, double current, double lowest) {
        BestChoice best = new BestChoice(step);
        double lowestLoss = lossOf(lowest);
        if (step.withCurrent() && pieces.atCurrent() == lowest) {
            best.offer(Choice.STAY, current, lowestLoss);
        }
        offerEqual(lowest, lowestLoss, false, best);
        if (Double.isNaN(best.choice().loss())) {
            offerEqual(lowest, lowestLoss, true, best);
        }
        return best.choice();
    }

    private void offerEqual(double lowest, double lowestLoss, boolean extra, BestChoice best) {
        for (int i = 0; i < candidates.count(); i++) {
            if (sums[i] == lowest && candidates.isExtra(i) == extra) {
                best.offer(candidates.index(i), candidates.value(i), lowestLoss);
            }
        }
    }

    /** Returns the loss that belongs to a sum over rows and outputs. */
    double lossOf(double total) {
        sum[0] = loss.isForClasses() ? total : total / architecture.outputSize();
        return loss.finish(sum, totalWeight);
    }

    /** Returns the error bound of sums near the lowest one, in addition to their own. */
    double sumError(double lowest) {
        return lossErrors.of(lowest);
    }

    /** Updates parameters and rows after an accepted move. */
    void accept(ParameterIndex parameter, double value) {
        double before = position.current(parameter);
        rows.follow(position.move(parameter, value), parameter, value - before);
        if (gram != null) {
            gram.moved(parameter, value - before);
        }
    }

    /** Returns the loss at the current parameters. */
    double loss() {
        return direct.loss();
    }

    /** Returns the number of steps that the direct rule has decided. */
    long directDecisions() {
        return direct.decisions();
    }
}
