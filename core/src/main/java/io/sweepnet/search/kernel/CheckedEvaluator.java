package io.sweepnet.search.kernel;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;
import io.sweepnet.search.kernel.remote.ForwardPassQuestion;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/**
 * Checks another evaluator: plays every step by it and by the direct rule, and throws a {@link CheckFailedException} where
 * the two differ. The answers are those of the checked evaluator, so a search that passes ends with the same bits as without
 * the check, and takes as long as with {@link DirectEvaluator}.
 *
 * <p>Of a grid, a list or a share of one, index, value, loss and the number of losses that are not finite must be those of
 * the direct rule: a loss with a bound of 0 to the bit, any other within its bound. So must the loss of the current
 * parameters, to the bit.
 *
 * <p>The direct rule cannot go through the values of an {@link Interval}. There the chosen value must be one that {@link
 * Interval#round} gives, or the current one; the loss told for it must be the direct rule's within its bound; and where the
 * current value takes part, the direct rule's loss must not be above that of the current value. That no other value is
 * better is not checked.
 *
 * <pre>{@code
 * try (CandidateEvaluator evaluator = CheckedEvaluator.of(Kernel.PIECEWISE, initial, dataset, loss, 1)) {
 *     new CoordinateSearch(settings, initial, evaluator.loss()).run(evaluator, SearchListener.NONE, () -> false);
 * }
 * }</pre>
 */
public final class CheckedEvaluator implements CandidateEvaluator {

    private final String name;
    private final CandidateEvaluator checked;
    private final CandidateEvaluator direct;
    private final Architecture architecture;
    private final double[] parameters;

    /** The last step that was played; null before the first. */
    private Step last;

    /**
     * Checks an evaluator.
     *
     * @param name what messages call it, such as {@code kernel 'piecewise'}
     * @param checked at the initial parameters; closed with this one
     * @param direct an evaluator with the bits of the direct rule, at the same parameters; closed with this one
     */
    public CheckedEvaluator(String name, CandidateEvaluator checked, CandidateEvaluator direct, Parameters initial) {
        this.name = name;
        this.checked = checked;
        this.direct = direct;
        this.architecture = initial.architecture();
        this.parameters = initial.toArray();
    }

    /**
     * A kernel's evaluator over a table, checked by {@link DirectEvaluator}.
     *
     * @param threads the most threads that the kernel may use, the calling one included, at least 1
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public static CheckedEvaluator of(Kernel kernel, Parameters initial, Dataset dataset, Loss loss, int threads) {
        CandidateEvaluator direct = new DirectEvaluator(initial, dataset, loss);
        return new CheckedEvaluator(name(kernel), kernel.create(initial, dataset, loss, threads), direct, initial);
    }

    /**
     * A kernel's evaluator over remote rows, checked by the losses of all candidates: each shard gives its sums of the loss's
     * statistics by a forward pass for each candidate.
     *
     * @param rows is asked by both, and told of every move once; what answers are {@link CheckedShards}
     * @throws IllegalArgumentException where the kernel does not serve, or network, table and loss do not fit
     */
    public static CheckedEvaluator of(Kernel kernel, Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        RemoteRows questions = new RemoteRows() {
            @Override
            public double[] ask(RowQuestion question) {
                return rows.ask(new ForwardPassQuestion((StatisticsQuestion) question));
            }

            @Override
            public void moved(ParameterIndex parameter, double value) {
                // The checked evaluator tells them.
            }
        };
        CandidateEvaluator direct = new IncrementalEvaluator(initial, facts, loss, questions);
        return new CheckedEvaluator(name(kernel), kernel.create(initial, facts, loss, rows), direct, initial);
    }

    private static String name(Kernel kernel) {
        return "kernel '" + kernel.label() + "'";
    }

    /**
     * The choice of the checked evaluator.
     *
     * @throws CheckFailedException where it is not that of the direct rule
     */
    @Override
    public Choice best(Step step) {
        last = step;
        Choice choice = checked.best(step);
        if (step.candidates() instanceof Interval interval) {
            checkRange(step, interval, choice);
            return choice;
        }
        Choice expected = direct.best(step);
        boolean isSame = choice.index() == expected.index()
                && isSame(choice.value(), expected.value())
                && isLoss(choice, expected.loss())
                && choice.nonFinite() == expected.nonFinite();
        if (!isSame) {
            throw new CheckFailedException(
                    where(step) + ": " + name + " chooses " + text(choice) + "; the direct rule " + text(expected));
        }
        return choice;
    }

    private void checkRange(Step step, Interval interval, Choice choice) {
        double current = parameters[architecture.flatIndex(step.parameter())];
        double currentLoss = lossAt(step, current);
        if (Double.isNaN(choice.value())) {
            // Nothing that was evaluated could win: the current value neither, where it takes part.
            if (step.withCurrent() && Double.isFinite(currentLoss)) {
                throw new CheckFailedException(where(step) + ": " + name + " finds no finite loss; the direct rule has "
                        + currentLoss + " at the current value " + current);
            }
            return;
        }
        boolean isOfRange = choice.moves()
                ? isSame(choice.value(), interval.round(choice.value()))
                : isSame(choice.value(), current) && step.withCurrent();
        double expected = lossAt(step, choice.value());
        boolean isNoLoss = !step.withCurrent() || !(expected > currentLoss);
        if (!isOfRange || !isLoss(choice, expected) || !isNoLoss) {
            throw new CheckFailedException(where(step) + ": " + name + " chooses " + text(choice) + " of " + interval
                    + "; the direct rule has loss " + expected + " there, and " + currentLoss + " at the current value "
                    + current);
        }
    }

    /** The direct rule's loss with another value of a step's parameter; NaN where it is not finite. */
    private double lossAt(Step step, double value) {
        return direct.best(new Step(step.number(), step.parameter(), Values.of(value), false, step.ties(), step.seed()))
                .loss();
    }

    private static boolean isLoss(Choice choice, double expected) {
        return choice.bound() == 0
                ? isSame(choice.loss(), expected)
                : Math.abs(choice.loss() - expected) <= choice.bound();
    }

    /** To the bit: zeros of either sign differ, and NaN is NaN. */
    private static boolean isSame(double a, double b) {
        return Double.compare(a, b) == 0;
    }

    private String where(Step step) {
        ParameterIndex parameter = step.parameter();
        return "check failed at " + number(step) + ", layer " + parameter.layer() + ", "
                + parameter.kind().label() + ", unit " + parameter.unit()
                + (parameter.isWeight() ? ", input " + parameter.input() : "");
    }

    /** A sweep has a step for each parameter. */
    private String number(Step step) {
        long perSweep = architecture.parameterCount();
        return "step " + (step.number() % perSweep + 1) + " of sweep " + (step.number() / perSweep + 1);
    }

    private static String text(Choice choice) {
        return (choice.moves() ? "candidate " + choice.index() + ", value " : "the current value ") + choice.value()
                + ", loss " + choice.loss()
                + (choice.bound() == 0 ? "" : " within " + choice.bound())
                + (choice.nonFinite() == 0 ? "" : ", " + choice.nonFinite() + " losses not finite");
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        checked.accept(parameter, value);
        direct.accept(parameter, value);
    }

    /**
     * The loss at the current parameters.
     *
     * @throws CheckFailedException where it is not that of the direct rule, to the bit
     */
    @Override
    public double loss() {
        double loss = checked.loss();
        double expected = direct.loss();
        if (!isSame(loss, expected)) {
            String after = "check failed " + (last == null ? "before the first step" : "after " + number(last));
            throw new CheckFailedException(after + ": " + name + " has loss " + loss + "; the direct rule " + expected);
        }
        return loss;
    }

    @Override
    public long directDecisions() {
        return checked.directDecisions();
    }

    @Override
    public void close() {
        checked.close();
        direct.close();
    }
}
