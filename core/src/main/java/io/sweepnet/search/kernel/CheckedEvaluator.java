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
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import io.sweepnet.search.kernel.remote.StatisticsQuestion;

/**
 * Checks another evaluator: evaluates every step both by it and by the direct rule, and throws a {@link CheckFailedException}
 * if the two differ. The answers are those of the checked evaluator, so a search that passes ends with the same bits as
 * without the check; it takes about as long as with {@link DirectEvaluator}.
 *
 * <p>For a grid, a list or a share of one, the index, the value, the loss and the number of non-finite losses must be those of
 * the direct rule. A loss with an error bound of 0 must be equal to the bit, any other within its bound. The loss at the
 * current parameters must be equal to the bit.
 *
 * <p>The direct rule cannot enumerate the values of an {@link Interval}. For it, the chosen value must be a result of {@link
 * Interval#round}, or the current value; the loss returned with it must be that of the direct rule within its bound; and if
 * the current value takes part, the chosen value's loss by the direct rule must not be above that of the current value. That
 * no other value is better is not checked.
 *
 * <pre>{@code
 * try (CandidateEvaluator evaluator = CheckedEvaluator.of(Kernel.PIECEWISE, initial, dataset, loss, 1)) {
 *     CoordinateSearch search = new CoordinateSearch(searchSettings, initial, evaluator.loss());
 *     EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
 * }
 * }</pre>
 */
public final class CheckedEvaluator implements CandidateEvaluator {

    private final String name;
    private final CandidateEvaluator checked;
    private final CandidateEvaluator direct;
    private final Architecture architecture;
    private final double[] parameters;

    /** The last step that was evaluated; null before the first. */
    private Step last;

    /**
     * Creates a check of an evaluator.
     *
     * @param name its name in messages, such as {@code kernel 'piecewise'}
     * @param checked the evaluator to check, at the initial parameters; closed with this one
     * @param direct an evaluator with the bits of the direct rule, at the same parameters; closed with this one
     * @param initial the parameters of both evaluators
     */
    public CheckedEvaluator(String name, CandidateEvaluator checked, CandidateEvaluator direct, Parameters initial) {
        this.name = name;
        this.checked = checked;
        this.direct = direct;
        this.architecture = initial.architecture();
        this.parameters = initial.toArray();
    }

    /**
     * Returns a kernel's evaluator over a table, checked by {@link DirectEvaluator}.
     *
     * @param threads the maximum number of threads of the kernel, including the calling one, at least 1
     * @throws IllegalArgumentException if the kernel does not serve, or network, table and loss do not fit
     */
    public static CheckedEvaluator of(Kernel kernel, Parameters initial, Dataset dataset, Loss loss, int threads) {
        CandidateEvaluator direct = new DirectEvaluator(initial, dataset, loss);
        return new CheckedEvaluator(name(kernel), kernel.create(initial, dataset, loss, threads), direct, initial);
    }

    /**
     * Returns a kernel's evaluator over remote rows, checked by the losses of all candidates: each shard gives its sums of the
     * loss's statistics by a forward pass for each candidate.
     *
     * @param rows answers the questions of both evaluators, and is notified once of every move; the answers come from {@link
     *     #shards}
     * @throws IllegalArgumentException if the kernel does not serve, or network, table and loss do not fit
     */
    public static CheckedEvaluator of(Kernel kernel, Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        RemoteRows questions = new RemoteRows() {
            @Override
            public double[] ask(RowQuestion question) {
                return rows.ask(new ForwardPassQuestion((StatisticsQuestion) question));
            }

            @Override
            public void moved(ParameterIndex parameter, double value) {
                // The checked evaluator notifies the rows.
            }
        };
        CandidateEvaluator direct = new IncrementalEvaluator(initial, facts, loss, questions);
        return new CheckedEvaluator(name(kernel), kernel.create(initial, facts, loss, rows), direct, initial);
    }

    /**
     * Returns the shards of one process, which answer the questions of a checked evaluator over remote rows: those of the
     * kernel's own evaluator, and those of the check by the direct rule.
     *
     * <pre>{@code
     * RowShards shards = CheckedEvaluator.shards(Kernel.PIECEWISE, initial, new ShardGroup(facts, 0, datasets), loss);
     * double[] sums = shards.answer(question);
     * }</pre>
     *
     * @param at the current parameters of the search
     * @throws IllegalArgumentException if the kernel does not serve, or network, shards and loss do not fit
     */
    public static RowShards shards(Kernel kernel, Parameters at, ShardGroup group, Loss loss) {
        return new CheckedShards(kernel, at, group, loss);
    }

    private static String name(Kernel kernel) {
        return "kernel '" + kernel.label() + "'";
    }

    /**
     * Returns the choice of the checked evaluator.
     *
     * @throws CheckFailedException if it is not that of the direct rule
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
            // No evaluated value had a finite loss, nor had the current value if it takes part.
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
        boolean isNotWorse = !step.withCurrent() || !(expected > currentLoss);
        if (!isOfRange || !isLoss(choice, expected) || !isNotWorse) {
            throw new CheckFailedException(where(step) + ": " + name + " chooses " + text(choice) + " of " + interval
                    + "; the direct rule has loss " + expected + " there, and " + currentLoss + " at the current value "
                    + current);
        }
    }

    /** Returns the loss by the direct rule at another value of a step's parameter; NaN if it is not finite. */
    private double lossAt(Step step, double value) {
        return direct.best(new Step(step.number(), step.parameter(), Values.of(value), false, step.ties(), step.seed()))
                .loss();
    }

    private static boolean isLoss(Choice choice, double expected) {
        return choice.bound() == 0
                ? isSame(choice.loss(), expected)
                : Math.abs(choice.loss() - expected) <= choice.bound();
    }

    /** Returns whether two numbers have the same bits: 0.0 and -0.0 differ, NaN equals NaN. */
    private static boolean isSame(double a, double b) {
        return Double.compare(a, b) == 0;
    }

    private String where(Step step) {
        ParameterIndex parameter = step.parameter();
        return "check failed at " + number(step) + ", layer " + parameter.layer() + ", "
                + parameter.kind().label() + ", unit " + parameter.unit()
                + (parameter.isWeight() ? ", input " + parameter.input() : "");
    }

    /** Returns step and sweep, from 1; a sweep has one step for each parameter. */
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
     * Returns the loss at the current parameters.
     *
     * @throws CheckFailedException if its bits are not those of the direct rule
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
