package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import java.util.Arrays;
import java.util.Optional;

/**
 * For activations that bend or jump at 0 and are straight or flat elsewhere: the outputs of a row are straight lines in a
 * parameter between a few breakpoints, and its loss is a quadratic, a line or a constant on each piece. So one pass over
 * the rows gives the loss at any number of candidates.
 *
 * <p>These sums round otherwise than the direct rule. They narrow the candidates down to those within a guard band of the
 * best; where more than one value is left, and not all of them certainly have the same loss, the direct rule decides.
 *
 * <p>Of an {@link Interval} it finds the best of all values that {@link Interval#round} gives, {@code low + k 2^-40 (high -
 * low)}; of a flat stretch the middle. What lies between two of these values is not found: a kink or a vertex is missed by at
 * most half of their distance, and a piece between two jumps that has none of them in it, or only within rounding of a jump, is
 * missed altogether. Nor is anything found that {@link IntervalSearch} says is not searched. Where sums may overflow, or a row
 * has too many pieces, the best of {@value IntervalSearch#POINTS} even steps over the range is taken, by the direct rule. Of
 * equally good values the lowest wins, or one at random, staying first as ever.
 *
 * <p>Several threads share out the rows where values are compared and where the search moves; a continuous range is searched
 * in the calling thread alone, part by part of the rows.
 */
public final class PiecewiseEvaluator implements CandidateEvaluator {

    private final Architecture architecture;
    private final Loss loss;
    private final double[] parameters;
    private final double totalWeight;
    private final boolean areCounts;
    private final Workers workers;
    private final PreActivations z;
    private final ErrorBounds bounds;
    private final SumErrors sumErrors;
    /** Null for other losses. */
    private final SquaredRows squaredRows;

    /** Null where all is squared errors of units that do not jump: its columns would be of no use. */
    private final WalkedRows walkedRows;

    private final PieceSums pieces = new PieceSums();
    private final CandidateLine line = new CandidateLine();
    private final Shortlist shortlist = new Shortlist(line, pieces);
    private final Plateaus plateaus;
    private final DirectRule direct;
    private final IntervalSearch intervalSearch;
    private final double[] sum = new double[1];

    private double[] sums = {};
    private double[] errors = {};

    /** Of the groups that are left. */
    private double[] losses = {};

    /**
     * An evaluator at the given parameters.
     *
     * @param threads the most threads that sum the rows, the calling one included; choices do not depend on it
     * @throws IllegalArgumentException where it does not serve, or network, table and loss do not fit
     */
    public PiecewiseEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
        this(initial, dataset, loss, threads, IntervalSearch.bucketsFor(dataset.rows()), IntervalSearch.BREAKPOINTS);
    }

    /** @param buckets see {@link IntervalSearch}, as of breakpoints; choices depend on neither */
    PiecewiseEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads, int buckets, int breakpoints) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, dataset, loss);
        refusal(architecture, loss).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        this.loss = loss;
        this.parameters = initial.toArray();
        this.totalWeight = dataset.totalWeight();
        double[] weights = new double[dataset.rows()];
        Arrays.setAll(weights, dataset::weight);
        this.areCounts = loss.isCount() && Arrays.stream(weights).allMatch(weight -> weight == Math.rint(weight));
        this.bounds = new ErrorBounds(architecture, parameters, dataset);
        this.sumErrors = new SumErrors(architecture, dataset, loss, bounds, areCounts);
        this.intervalSearch = new IntervalSearch(buckets, breakpoints, areCounts);
        boolean jumps = loss.isCount()
                || architecture.activations().stream()
                        .anyMatch(activation -> activation.shape() == Activation.Shape.CONSTANT);
        boolean isSquared = loss instanceof SquaredLoss;
        this.workers = new Workers(threads);
        try {
            this.direct = new DirectRule(architecture, parameters, dataset, loss, workers);
            this.z = new PreActivations(architecture, dataset, parameters, jumps, workers);
            this.plateaus = new Plateaus(architecture, parameters, z, weights, bounds);
            this.walkedRows = isSquared && !jumps
                    ? null
                    : new WalkedRows(architecture, parameters, z, bounds, weights, () -> rowLoss(dataset), workers);
            this.squaredRows =
                    isSquared ? new SquaredRows(architecture, parameters, z, dataset, bounds, workers) : null;
        } catch (Throwable e) {
            // What fails must not leave threads behind.
            workers.close();
            throw e;
        }
    }

    private RowLoss rowLoss(Dataset dataset) {
        return loss instanceof ZeroOneLoss
                ? new ZeroOneRows(bounds, dataset.targets()[0])
                : ResidualRows.of(loss, dataset.targets());
    }

    /** Why losses are not made of pieces that this evaluator knows, in the words of an error message; empty where they are. */
    public static Optional<String> refusal(Architecture architecture, Loss loss) {
        if (!ResidualRows.serves(loss) && !(loss instanceof ZeroOneLoss)) {
            return Optional.of(
                    "loss '" + loss.name() + "' is not made of pieces; squared, absolute, huber and zero-one are");
        }
        return architecture.activations().stream()
                .filter(activation -> activation.shape() == Activation.Shape.SMOOTH)
                .findFirst()
                .map(activation -> "activation '" + activation
                        + "' is not made of pieces; identity, relu, leaky-relu, step and sign are");
    }

    /** Into how many parts a table of so many rows is cut, of which each is one thread's. */
    public static int parts(int rows) {
        return new Tiles(rows).parts();
    }

    @Override
    public Choice best(Step step) {
        double current = parameters[architecture.flatIndex(step.parameter())];
        if (step.candidates() instanceof Interval interval) {
            return bestOf(interval, step, current);
        }
        line.set(step.candidates(), current);
        return narrow(step) ? decided(step, current) : direct.best(step, line, current);
    }

    private Choice bestOf(Interval interval, Step step, double current) {
        bounds.compute(step.parameter(), Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
        RowSums rows = rowsOf(step.parameter());
        boolean isFound = bounds.areFinite()
                && intervalSearch.find(
                        interval,
                        current,
                        step.withCurrent(),
                        (low, high, sink) -> rows.addAll(step.parameter(), low, high, sink),
                        sumErrors::of);
        if (!isFound) {
            intervalSearch.setPoints(interval);
            line.set(intervalSearch.values(), current);
            return answer(direct.best(step, line, current));
        }
        if (intervalSearch.isDecided(step.withCurrent())) {
            double bound = lossOf(2 * intervalSearch.error());
            return new Choice(0, intervalSearch.values().value(0), lossOf(intervalSearch.sum()), bound, 0);
        }
        if (intervalSearch.values().count() == 0) {
            double sum = intervalSearch.atCurrent();
            return new Choice(Choice.STAY, current, lossOf(sum), lossOf(2 * sumErrors.of(sum)), 0);
        }
        line.set(intervalSearch.values(), current);
        boolean isUsable = narrow(step);
        if (isUsable && pieces.isAnyDoubtful()) {
            intervalSearch.addAlternatives(interval, current, step.withCurrent());
            line.set(intervalSearch.values(), current);
            isUsable = narrow(step);
        }
        return answer(isUsable ? decided(step, current) : direct.best(step, line, current));
    }

    /** The answer from a range has one index, whatever values were left to choose from. */
    private static Choice answer(Choice choice) {
        return choice.moves()
                ? new Choice(0, choice.value(), choice.loss(), choice.bound(), choice.nonFinite())
                : choice;
    }

    /**
     * The narrowing losses of a step, of its candidates in ascending order and then of the current value, NaN where one is
     * left to the direct rule; for tests.
     */
    double[] narrowed(Step step) {
        line.set(step.candidates(), parameters[architecture.flatIndex(step.parameter())]);
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
        bounds.compute(step.parameter(), Math.max(Math.abs(line.value(0)), Math.abs(line.value(count - 1))));
        if (!bounds.areFinite()) {
            return false;
        }
        if (!rowsOf(step.parameter()).add(step.parameter(), line, pieces)) {
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

    private RowSums rowsOf(ParameterIndex parameter) {
        return squaredRows != null && Bends.areStraightFrom(architecture, parameter.layer()) ? squaredRows : walkedRows;
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
        boolean isConstant = loss.isCount()
                || !Bends.areStraightFrom(architecture, step.parameter().layer());
        shortlist.set(
                step,
                sums,
                errors,
                error,
                highest,
                isConstant,
                (from, to) -> plateaus.isFlat(step.parameter(), from, to));
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

    private double lossOf(double total) {
        sum[0] = loss.isForClasses() ? total : total / architecture.outputSize();
        return loss.finish(sum, totalWeight);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        int place = architecture.flatIndex(parameter);
        double before = parameters[place];
        parameters[place] = value;
        if (bounds.moved(parameter, before, value, z.move(parameter, value - before))) {
            // What has overflowed once does not come back by changes.
            z.computeAnew();
        }
        if (walkedRows != null) {
            walkedRows.moved(parameter, value - before);
        }
        if (squaredRows != null) {
            squaredRows.moved(parameter, value - before);
        }
    }

    @Override
    public long directDecisions() {
        return direct.decisions();
    }

    @Override
    public double loss() {
        return direct.loss();
    }

    @Override
    public void close() {
        workers.close();
    }
}
