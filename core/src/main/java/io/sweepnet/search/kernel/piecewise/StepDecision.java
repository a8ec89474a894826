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
 * Decides steps without rows of its own: sums over all rows narrow the candidates down, and the direct rule decides what
 * they leave open. What is decided depends on the facts of the table, the moves and what the rows tell alone, so processes
 * that get the same sums decide alike.
 */
final class StepDecision {

    private final Architecture architecture;
    private final Loss loss;
    private final SearchPosition point;
    private final double totalWeight;
    private final boolean areCounts;
    private final LossErrorBound sumErrors;
    private final RowSource rows;
    private final DirectRule direct;

    /** Null where the output layer is like any other. */
    private final OutputGram gram;

    private final PiecewiseQuadratic pieces = new PiecewiseQuadratic();
    private final SortedCandidates line = new SortedCandidates();
    private final Finalists shortlist = new Finalists(line, pieces);
    private final double[] sum = new double[1];

    private double[] sums = {};
    private double[] errors = {};

    /** Of the groups that are left. */
    private double[] losses = {};

    /** Decisions at a point, with which this moves on. */
    StepDecision(SearchPosition point, TableFacts facts, Loss loss, RowSource rows, DirectRule direct) {
        this.architecture = point.architecture();
        this.loss = loss;
        this.point = point;
        this.totalWeight = facts.totalWeight();
        this.areCounts = areCounts(facts, loss);
        this.sumErrors = new LossErrorBound(architecture, facts, loss, point.bounds(), areCounts);
        this.rows = rows;
        this.direct = direct;
        this.gram = OutputGram.serves(architecture, loss) ? new OutputGram(architecture, rows::sumGram) : null;
    }

    /** Whether sums of losses are whole numbers. */
    static boolean areCounts(TableFacts facts, Loss loss) {
        return loss.hasWholeStatistics() && facts.hasWholeWeights();
    }

    /** The best of a grid or a list. */
    Choice best(Step step) {
        setCandidates(step);
        return best(step, narrow(step));
    }

    private void setCandidates(Step step) {
        line.set(step.candidates(), point.current(step.parameter()));
    }

    /** Sets values of a continuous range in place of a step's candidates, and narrows them down; false where that is of no use. */
    boolean narrow(Step step, SelectedValues values) {
        line.set(values, point.current(step.parameter()));
        return narrow(step);
    }

    /** Whether a row may be near a jump at any of the values narrowed down. */
    boolean isAnyDoubtful() {
        return pieces.isAnyDoubtful();
    }

    /** The best of the values that were set, as far as narrowed down. */
    Choice best(Step step, boolean isNarrowed) {
        double current = point.current(step.parameter());
        return isNarrowed ? decided(step, current) : direct.best(step, line, current);
    }

    /** The best of values of a continuous range, by the direct rule alone. */
    Choice directBest(Step step, SelectedValues values) {
        double current = point.current(step.parameter());
        line.set(values, current);
        return direct.best(step, line, current);
    }

    /**
     * The narrowing losses of a step, of its candidates in ascending order and then of the current value, NaN where one is
     * left to the direct rule; for tests.
     */
    double[] narrowed(Step step) {
        setCandidates(step);
        double[] losses = new double[line.count() + 1];
        Arrays.fill(losses, Double.NaN);
        if (narrow(step)) {
            for (int place = 0; place < line.count(); place++) {
                losses[place] = Double.isInfinite(errors[place]) ? Double.NaN : lossOf(sums[place]);
            }
            losses[line.count()] = lossOf(pieces.atCurrent());
        }
        return losses;
    }

    /** Computes all losses but for rounding; false where they are of no use. */
    private boolean narrow(Step step) {
        int count = line.count();
        if (count == 0) {
            return false;
        }
        if (sums.length < count) {
            sums = new double[count];
            errors = new double[count];
        }
        double[] distances = line.distances();
        point.begin(step.parameter(), line.size());
        if (!point.bounds().areFinite() || !addAll(step.parameter())) {
            return false;
        }
        pieces.evaluate(sums, errors);
        int zero = pieces.zero();
        for (int place = zero; place < count && distances[place] == 0; place++) {
            sums[place] = pieces.atCurrent();
            errors[place] = pieces.errorAtCurrent();
        }
        return !Double.isNaN(pieces.atCurrent());
    }

    /** Sets the pieces to the sums of all rows; false where a row has too many of them. */
    private boolean addAll(ParameterIndex parameter) {
        if (gram == null || !gram.has(parameter)) {
            return rows.add(parameter, line, pieces);
        }
        pieces.begin(line);
        gram.add(parameter, pieces);
        return true;
    }

    /** Adds all rows along a continuous range; false where a row has too many pieces. */
    boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector sink) {
        if (gram == null || !gram.has(parameter)) {
            return rows.addAll(parameter, low, high, sink);
        }
        gram.add(parameter, sink);
        return true;
    }

    private Choice decided(Step step, double current) {
        int count = line.count();
        double lowest = step.withCurrent() ? pieces.atCurrent() : Double.POSITIVE_INFINITY;
        for (int place = 0; place < count; place++) {
            lowest = Math.min(lowest, sums[place]);
        }
        double error = sumErrors.of(lowest);
        double highest = step.withCurrent() ? pieces.atCurrent() + pieces.errorAtCurrent() + error : Double.MAX_VALUE;
        for (int place = 0; place < count; place++) {
            highest = Math.min(highest, sums[place] + errors[place] + error);
        }
        boolean isConstant = point.canJumpFrom(step.parameter().layer());
        shortlist.set(
                step, sums, errors, error, highest, isConstant, (from, to) -> rows.isFlat(step.parameter(), from, to));
        if (areCounts && !shortlist.isDoubtful()) {
            return ofEqualCounts(step, current, lowest);
        }
        BestChoice best = new BestChoice(step);
        double bound = lossOf(2 * (highest - lowest + error));
        boolean isSettled = shortlist.count() == 1 && bound < Double.POSITIVE_INFINITY;
        if (losses.length < shortlist.count()) {
            losses = new double[2 * shortlist.count()];
        }
        if (isSettled) {
            losses[0] = lossOf(lowest);
        } else {
            direct.losses(step.parameter(), group -> shortlist.value(group, current), shortlist.count(), losses);
        }
        for (int group = 0; group < shortlist.count(); group++) {
            shortlist.offer(group, current, losses[group], best);
        }
        double before = best.choice().loss();
        for (int group = 0; group < shortlist.count(); group++) {
            shortlist.offerExtra(group, losses[group], before, best);
        }
        if (!isSettled) {
            direct.count();
            return best.choice();
        }
        Choice choice = best.choice();
        return new Choice(choice.index(), choice.value(), choice.loss(), bound, 0);
    }

    /** Equal sums of counts are equal losses. */
    private Choice ofEqualCounts(Step step, double current, double lowest) {
        BestChoice best = new BestChoice(step);
        double found = lossOf(lowest);
        if (step.withCurrent() && pieces.atCurrent() == lowest) {
            best.offer(Choice.STAY, current, found);
        }
        offerEqual(lowest, found, false, best);
        if (Double.isNaN(best.choice().loss())) {
            offerEqual(lowest, found, true, best);
        }
        return best.choice();
    }

    private void offerEqual(double lowest, double found, boolean extra, BestChoice best) {
        for (int place = 0; place < line.count(); place++) {
            if (sums[place] == lowest && line.isExtra(place) == extra) {
                best.offer(line.index(place), line.value(place), found);
            }
        }
    }

    /** The loss of a sum over rows and outputs. */
    double lossOf(double total) {
        sum[0] = loss.isForClasses() ? total : total / architecture.outputSize();
        return loss.finish(sum, totalWeight);
    }

    /** By how much sums near the lowest may be off, beside their own errors. */
    double sumError(double lowest) {
        return sumErrors.of(lowest);
    }

    /** The search moves. */
    void accept(ParameterIndex parameter, double value) {
        double before = point.current(parameter);
        rows.follow(point.move(parameter, value), parameter, value - before);
        if (gram != null) {
            gram.moved(parameter, value - before);
        }
    }

    /** The loss at the current parameters. */
    double loss() {
        return direct.loss();
    }

    /** How many steps needed the direct rule. */
    long directDecisions() {
        return direct.decisions();
    }
}
