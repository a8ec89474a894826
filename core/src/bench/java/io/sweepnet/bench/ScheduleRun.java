package io.sweepnet.bench;

import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A search from one start whose sweeps may take several parameters' proposals from one base point. A proposal is a
 * parameter's best candidate while all others stay; those of a block are applied in the order of the losses they promise,
 * ties in the order of the sweep. What is applied never raises the loss. Sweeps go from the output layer to the input.
 */
final class ScheduleRun implements AutoCloseable {

    /** What becomes of the proposals of a block. */
    enum Rule {
        /** The best ones together, as many as give the lowest loss. */
        PREFIX,
        /** One by one, each that lowers the loss of those kept before it. */
        EACH
    }

    /**
     * How many parameters propose from one base point, at least 1, and what becomes of that.
     *
     * @param block 1: a sequential sweep; {@link Integer#MAX_VALUE}: the whole network
     */
    record Schedule(String name, int block, Rule rule) {}

    private record Proposal(ParameterIndex parameter, double value, double loss) {}

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final ScheduleProblem problem;
    private final Schedule schedule;
    private final double[] parameters;
    private final long seed;
    private final Ties ties;

    /** Finds the proposals. */
    private final CandidateEvaluator proposer;

    /** Has the losses of proposals together: it keeps activations, so that a loss costs what a move changes. */
    private final CandidateEvaluator walker;

    private long step;
    private double loss;
    private long proposals;
    private long kept;
    private long stepNanos;
    private long walkNanos;

    private ScheduleRun(ScheduleProblem problem, Schedule schedule, long seed) {
        Parameters initial = problem.initial(seed);
        this.problem = problem;
        this.schedule = schedule;
        this.parameters = initial.toArray();
        this.seed = seed;
        this.ties = problem.ties();
        this.proposer =
                Kernel.fastest(initial.architecture(), problem.loss()).create(initial, problem.table(), problem.loss());
        this.walker = Kernel.INCREMENTAL.create(initial, problem.table(), problem.loss());
        this.loss = proposer.loss();
    }

    /**
     * What came of a search.
     *
     * @param losses loss at the start and after each sweep
     * @param steps steps of all sweeps
     * @param proposals the proposals to move among their answers
     * @param kept those that were kept
     * @param stepNanos processor time of all steps
     * @param walkNanos processor time of applying all proposals, with the losses that took
     */
    record Outcome(List<Double> losses, long steps, long proposals, long kept, long stepNanos, long walkNanos) {}

    /** So many sweeps, fewer where one changes nothing and the next would be the same. */
    static Outcome search(ScheduleProblem problem, Schedule schedule, long seed, int sweeps) {
        try (ScheduleRun run = new ScheduleRun(problem, schedule, seed)) {
            double[] losses = new double[sweeps + 1];
            losses[0] = run.loss;
            for (int sweep = 1; sweep <= sweeps; sweep++) {
                long before = run.kept;
                run.sweep();
                losses[sweep] = run.loss;
                if (run.kept == before && run.ties == Ties.FIRST) {
                    Arrays.fill(losses, sweep, losses.length, run.loss);
                    break;
                }
            }
            return new Outcome(
                    Arrays.stream(losses).boxed().toList(),
                    run.step,
                    run.proposals,
                    run.kept,
                    run.stepNanos,
                    run.walkNanos);
        }
    }

    private void sweep() {
        List<ParameterIndex> order = problem.outputFirst();
        for (int from = 0; from < order.size(); ) {
            int to = (int) Math.min(order.size(), (long) from + schedule.block());
            long start = CLOCK.getCurrentThreadCpuTime();
            List<Proposal> block = propose(order.subList(from, to));
            proposals += block.size();
            long proposed = CLOCK.getCurrentThreadCpuTime();
            stepNanos += proposed - start;
            if (schedule.block() == 1) {
                keepOnly(block);
            } else if (schedule.rule() == Rule.PREFIX) {
                keepPrefix(block);
            } else {
                keepEach(block);
            }
            walkNanos += CLOCK.getCurrentThreadCpuTime() - proposed;
            from = to;
        }
    }

    /** The proposals of some parameters that would move, best first. */
    private List<Proposal> propose(List<ParameterIndex> block) {
        Grid grid = problem.candidates();
        List<Proposal> found = new ArrayList<>();
        for (ParameterIndex parameter : block) {
            Choice choice = proposer.best(new Step(step++, parameter, grid, true, ties, seed));
            if (choice.moves()) {
                found.add(new Proposal(parameter, choice.value(), choice.loss()));
            }
        }
        found.sort(Comparator.comparingDouble(Proposal::loss));
        return found;
    }

    private void keepOnly(List<Proposal> block) {
        for (Proposal proposal : block) {
            keep(proposal);
            loss = proposal.loss();
        }
    }

    private void keepPrefix(List<Proposal> block) {
        int best = 0;
        double lowest = loss;
        for (int i = 0; i < block.size(); i++) {
            Proposal proposal = block.get(i);
            walker.accept(proposal.parameter(), proposal.value());
            double reached = walker.loss();
            if (wins(reached, lowest)) {
                best = i + 1;
                lowest = reached;
            }
        }
        for (Proposal proposal : block.subList(best, block.size())) {
            takeBack(proposal);
        }
        block.subList(0, best).forEach(this::keep);
        loss = lowest;
    }

    private void keepEach(List<Proposal> block) {
        for (Proposal proposal : block) {
            walker.accept(proposal.parameter(), proposal.value());
            double reached = walker.loss();
            if (wins(reached, loss)) {
                keep(proposal);
                loss = reached;
            } else {
                takeBack(proposal);
            }
        }
    }

    /** On a plateau, where ties go at random, moving on wins over staying. */
    private boolean wins(double reached, double lowest) {
        return reached < lowest || (ties == Ties.RANDOM && reached == lowest);
    }

    private void keep(Proposal proposal) {
        proposer.accept(proposal.parameter(), proposal.value());
        parameters[problem.architecture().flatIndex(proposal.parameter())] = proposal.value();
        kept++;
    }

    private void takeBack(Proposal proposal) {
        walker.accept(proposal.parameter(), parameters[problem.architecture().flatIndex(proposal.parameter())]);
    }

    @Override
    public void close() {
        proposer.close();
        walker.close();
    }
}
