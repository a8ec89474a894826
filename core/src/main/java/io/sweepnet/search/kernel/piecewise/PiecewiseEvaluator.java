package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.incremental.CandidateLosses;
import io.sweepnet.search.kernel.incremental.SummedLosses;
import io.sweepnet.search.kernel.piecewise.exact.ExactLineSearch;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.walk.DecisionPieceLoss;
import io.sweepnet.search.kernel.remote.RemoteRows;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates candidates where activations and loss are made of pieces: the outputs of a row are straight lines in a
 * parameter between a few breakpoints, and its loss is a quadratic, a line or a constant on each piece. So one pass
 * over the rows gives the loss at any number of candidates; the package description has the mathematics.
 *
 * <p>These sums round differently from the direct rule. They rule out all candidates except those within a guard band
 * of the best. Where several values are left, and their losses are not certainly the same, the direct rule decides.
 *
 * <p>For an {@link Interval} it finds the best of all values of {@link Interval#round}, {@code low + k 2^-40 (high -
 * low)}, and the middle of a flat stretch. Values between two of these are not considered: a kink or a vertex is missed
 * by at most half of their distance, and a piece between two jumps that contains none of them, or only within rounding
 * of a jump, is missed. Stretches that {@link ExactLineSearch} does not search are only tried at even steps. Where sums
 * may overflow, or a row has too many pieces, the direct rule chooses among {@value ExactLineSearch#POINTS} even steps
 * over the range. Of equally good values the lowest wins, or a random one; staying comes first, as in every step.
 *
 * <p>Over a table in this JVM several threads share the rows when candidates are evaluated and when the search moves; a
 * continuous range is searched by the calling thread alone, part by part of the rows. Over remote rows {@link
 * PiecewiseShards} answer with sums: a step takes one question, none for an output layer whose Gram matrix is known,
 * and further ones where several values are left.
 *
 * <pre>{@code
 * try (PiecewiseEvaluator evaluator = new PiecewiseEvaluator(initial, dataset, new SquaredLoss(), 1)) {
 *     Choice choice = evaluator.best(step);
 *     if (choice.moves()) {
 *         evaluator.accept(step.parameter(), choice.value());
 *     }
 * }
 * }</pre>
 */
public final class PiecewiseEvaluator implements CandidateEvaluator {

    /** The reason, for an error message, why a continuous range is not searched over remote rows. */
    public static final String NO_REMOTE_INTERVAL =
            "a continuous range is not searched over rows in several processes, since its"
                    + " best value would depend on the order of their sums; use candidates = grid";

    private final SearchPosition position;
    private final StepDecision decision;

    /** Null over remote rows. */
    private final ExactLineSearch lineSearch;

    private final Runnable release;

    /**
     * Creates an evaluator at the given parameters, over a table in this JVM.
     *
     * @param initial the parameters at which the search begins
     * @param dataset the rows
     * @param loss the loss; see {@link #refusal}
     * @param threads the largest number of threads that sum the rows, including the calling one; choices do not depend
     *     on it
     * @throws IllegalArgumentException where activations or loss are not made of pieces, or network, table and loss do
     *     not fit
     */
    public PiecewiseEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
        this(initial, dataset, loss, threads, ExactLineSearch.bucketsFor(dataset.rows()), ExactLineSearch.BREAKPOINTS);
    }

    /**
     * Creates an evaluator with a given size of the exact line search; for tests.
     *
     * @param buckets see {@link ExactLineSearch}; choices do not depend on it
     * @param breakpoints see {@link ExactLineSearch}; choices do not depend on it
     */
    PiecewiseEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads, int buckets, int breakpoints) {
        Architecture architecture = initial.architecture();
        DirectLoss directLoss = new DirectLoss(architecture, dataset, loss);
        checkServes(architecture, loss);
        TableFacts facts = TableFacts.of(dataset);
        this.position = new SearchPosition(initial, facts, loss);
        this.lineSearch = new ExactLineSearch(buckets, breakpoints, StepDecision.areWhole(facts, loss));
        double[] parameters = position.parameters();
        Workers workers = new Workers(threads);
        this.release = workers::close;
        try {
            DirectRule direct = new DirectRule(
                    () -> directLoss.of(parameters),
                    () -> CandidateLosses.ofForwardPasses(architecture, parameters, dataset, loss, workers));
            this.decision = new StepDecision(
                    position, facts, loss, new LocalRowSource(position, List.of(dataset), loss, workers), direct);
        } catch (Throwable e) {
            // A failure must not leave threads behind.
            workers.close();
            throw e;
        }
    }

    /**
     * Creates an evaluator at the given parameters, over remote rows.
     *
     * @param initial the parameters at which the search begins
     * @param facts the facts of the table of these rows
     * @param loss the loss; see {@link #refusal}
     * @param rows rows served by {@link PiecewiseShards}, which are notified of every move; the caller closes them
     * @throws IllegalArgumentException where activations or loss are not made of pieces, or network and table do not
     *     fit
     */
    public PiecewiseEvaluator(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        Architecture architecture = initial.architecture();
        DirectLoss.check(architecture, facts);
        checkServes(architecture, loss);
        this.position = new SearchPosition(initial, facts, loss);
        SummedLosses losses = new SummedLosses(rows, facts, loss);
        DirectRule direct = new DirectRule(() -> losses.current(architecture, position.parameters()), () -> losses);
        this.decision = new StepDecision(position, facts, loss, new RemoteRowSource(position, rows), direct);
        this.lineSearch = null;
        this.release = () -> {};
    }

    /** Throws an exception with the reason for which activations or loss are not served, if there is one. */
    static void checkServes(Architecture architecture, Loss loss) {
        refusal(architecture, loss).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
    }

    /**
     * Returns the reason, for an error message, why activations or loss are not made of pieces that this evaluator
     * serves; empty where they are.
     */
    public static Optional<String> refusal(Architecture architecture, Loss loss) {
        if (!serves(loss, architecture.outputSize())) {
            return Optional.of("loss '" + loss.name() + "' is not made of pieces; "
                    + Losses.names(known -> serves(known, 2), "and") + " are");
        }
        return architecture.activations().stream()
                .filter(activation -> activation.pieces().isEmpty())
                .findFirst()
                .map(activation -> "activation '" + activation + "' is not made of pieces; "
                        + Activation.labelsOfPieces("and") + " are");
    }

    private static boolean serves(Loss loss, int outputs) {
        return loss.residualPieces().isPresent()
                || loss.decisions()
                        .filter(decisions -> DecisionPieceLoss.serves(decisions, outputs))
                        .isPresent();
    }

    /**
     * Returns the number of parts into which a table with the given number of rows is divided; threads share the parts.
     */
    public static int parts(int rows) {
        return new Tiles(rows).parts();
    }

    @Override
    public Choice best(Step step) {
        if (!(step.candidates() instanceof Interval interval)) {
            return decision.best(step);
        }
        if (lineSearch == null) {
            throw new IllegalArgumentException(NO_REMOTE_INTERVAL);
        }
        return bestOf(interval, step);
    }

    private Choice bestOf(Interval interval, Step step) {
        double current = position.current(step.parameter());
        position.begin(step.parameter(), Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
        boolean isFound = position.bounds().areFinite()
                && lineSearch.find(
                        interval,
                        current,
                        step.withCurrent(),
                        (low, high, collector) -> decision.addAll(step.parameter(), low, high, collector),
                        decision::sumError);
        if (!isFound) {
            lineSearch.setPoints(interval);
            return answer(decision.directBest(step, lineSearch.values()));
        }
        if (lineSearch.isDecided(step.withCurrent())) {
            double bound = decision.lossOf(2 * lineSearch.error());
            return new Choice(0, lineSearch.values().value(0), decision.lossOf(lineSearch.sum()), bound, 0);
        }
        if (lineSearch.values().count() == 0) {
            double sum = lineSearch.atCurrent();
            return new Choice(
                    Choice.STAY, current, decision.lossOf(sum), decision.lossOf(2 * decision.sumError(sum)), 0);
        }
        boolean isUsable = decision.narrow(step, lineSearch.values());
        if (isUsable && decision.isAnyUncertain()) {
            lineSearch.addAlternatives(interval, current, step.withCurrent());
            isUsable = decision.narrow(step, lineSearch.values());
        }
        return answer(decision.best(step, isUsable));
    }

    /** Returns a choice from a continuous range, which has index 0 for every value. */
    private static Choice answer(Choice choice) {
        return choice.moves()
                ? new Choice(0, choice.value(), choice.loss(), choice.bound(), choice.nonFinite())
                : choice;
    }

    /** Returns {@link StepDecision#narrowed}; for tests. */
    double[] narrowed(Step step) {
        return decision.narrowed(step);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        decision.accept(parameter, value);
    }

    @Override
    public long directDecisions() {
        return decision.directDecisions();
    }

    @Override
    public double loss() {
        return decision.loss();
    }

    /** Ends the threads. */
    @Override
    public void close() {
        release.run();
    }
}
