package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Coordinate search as a state machine: {@link #ask()} gives the next step, {@link #tell} takes its answer and moves on,
 * {@link #endSweep} closes a sweep. It knows nothing of losses, kernels, threads or clocks; {@link #run} plays it against
 * an evaluator.
 *
 * <p>For each parameter in turn the loss is evaluated at every candidate, all others fixed, and the parameter takes the
 * best value: cyclic coordinate descent with an exhaustive line search (Wright, "Coordinate descent algorithms",
 * Mathematical Programming 151, 2015, algorithm 1).
 */
public final class CoordinateSearch {

    private final Architecture architecture;
    private final SearchSettings settings;
    private final double[] parameters;

    private int[] order = {};
    private int position;
    private int sweep;
    private long step;
    private boolean inSweep;
    private StopReason stopReason;

    private double sweepStart;
    private double lowest;
    private final double[] lowestAt;
    private int sweepsWithoutGain;

    private int acceptedInSweep;
    private long evaluationsInSweep;
    private long evaluations;
    private long nonFinite;

    /**
     * A search that has not begun.
     *
     * @param initialLoss loss of the initial parameters
     */
    public CoordinateSearch(SearchSettings settings, Parameters initial, double initialLoss) {
        this.architecture = initial.architecture();
        this.settings = settings;
        this.parameters = initial.toArray();
        this.lowestAt = initial.toArray();
        this.sweepStart = initialLoss;
        this.lowest = Double.isFinite(initialLoss) ? initialLoss : Double.POSITIVE_INFINITY;
        applyStopRule();
    }

    /**
     * A search that goes on, at the start of a sweep, where another of the same settings had a {@link #state}.
     *
     * @throws IllegalArgumentException where the state is of another number of parameters
     */
    public static CoordinateSearch resume(SearchSettings settings, Architecture architecture, double[] state) {
        int count = architecture.parameterCount();
        if (state.length != State.HEAD + 2 * count) {
            throw new IllegalArgumentException("the state of a search of " + count + " parameters has "
                    + (State.HEAD + 2 * count) + " numbers, got " + state.length);
        }
        double[] initial = Arrays.copyOfRange(state, State.HEAD, State.HEAD + count);
        CoordinateSearch search =
                new CoordinateSearch(settings, Parameters.of(architecture, initial), state[State.SWEEP_START]);
        System.arraycopy(state, State.HEAD + count, search.lowestAt, 0, count);
        search.lowest = state[State.LOWEST];
        search.sweep = (int) state[State.SWEEP];
        search.step = (long) state[State.STEP];
        search.sweepsWithoutGain = (int) state[State.SWEEPS_WITHOUT_GAIN];
        search.evaluations = (long) state[State.EVALUATIONS];
        search.nonFinite = (long) state[State.NON_FINITE];
        search.applyStopRule();
        return search;
    }

    /** Where what is in {@link #state}; the parameters and those of the lowest loss follow. */
    private static final class State {
        static final int SWEEP = 0;
        static final int STEP = 1;
        static final int SWEEP_START = 2;
        static final int LOWEST = 3;
        static final int SWEEPS_WITHOUT_GAIN = 4;
        static final int EVALUATIONS = 5;
        static final int NON_FINITE = 6;
        static final int HEAD = 7;
    }

    /**
     * All there is to know of a search between two sweeps, for {@link #resume}: with the same settings it goes on as if nothing
     * had been. Counts are exact up to 2^53.
     */
    public double[] state() {
        if (inSweep) {
            throw new IllegalStateException("sweep " + sweep + " is not complete");
        }
        double[] state = new double[State.HEAD + 2 * parameters.length];
        state[State.SWEEP] = sweep;
        state[State.STEP] = step;
        state[State.SWEEP_START] = sweepStart;
        state[State.LOWEST] = lowest;
        state[State.SWEEPS_WITHOUT_GAIN] = sweepsWithoutGain;
        state[State.EVALUATIONS] = evaluations;
        state[State.NON_FINITE] = nonFinite;
        System.arraycopy(parameters, 0, state, State.HEAD, parameters.length);
        System.arraycopy(lowestAt, 0, state, State.HEAD + parameters.length, parameters.length);
        return state;
    }

    /**
     * Plays the search to its end: the evaluator answers every step and hears of every move. What fails once the
     * search is cancelled does not fail it, and it ends where it stands: what cancels a program may end, at the same time, what
     * a step runs on.
     *
     * @param cancelled asked before each step; true ends the search where it stands
     */
    public StopReason run(CandidateEvaluator evaluator, SearchListener listener, BooleanSupplier cancelled) {
        for (Optional<Step> next = ask(); next.isPresent(); next = ask()) {
            if (cancelled.getAsBoolean()) {
                stopReason = StopReason.CANCELLED;
                break;
            }
            try {
                play(next.get(), evaluator, listener);
            } catch (Exception e) {
                if (!cancelled.getAsBoolean()) {
                    throw e;
                }
                stopReason = StopReason.CANCELLED;
                break;
            }
        }
        return stopReason;
    }

    private void play(Step question, CandidateEvaluator evaluator, SearchListener listener) {
        Choice choice = evaluator.best(question);
        if (choice.moves()) {
            evaluator.accept(question.parameter(), choice.value());
        }
        tell(choice);
        listener.onStep(this);
        if (isSweepDone()) {
            listener.onSweep(this, endSweep(evaluator.loss()));
        }
    }

    /** The next step, the same until it is told; empty once the search has ended. */
    public Optional<Step> ask() {
        if (stopReason != null) {
            return Optional.empty();
        }
        if (isSweepDone()) {
            throw new IllegalStateException("sweep " + sweep + " is complete: end it first");
        }
        if (!inSweep) {
            sweep++;
            order = settings.order().ofSweep(architecture, settings.seed(), sweep);
            position = 0;
            acceptedInSweep = 0;
            evaluationsInSweep = 0;
            inSweep = true;
        }
        ParameterIndex parameter = architecture.parameterIndex(order[position]);
        return Optional.of(new Step(
                step,
                parameter,
                settings.candidates(parameter),
                settings.keepCurrent(),
                settings.ties(),
                settings.seed()));
    }

    /** Takes the answer to the step that {@link #ask} gives now. */
    public void tell(Choice choice) {
        Step asked = ask().orElseThrow(() -> new IllegalStateException("the search has ended"));
        if (choice.moves()) {
            parameters[order[position]] = choice.value();
            acceptedInSweep++;
        }
        evaluationsInSweep += asked.evaluations();
        evaluations += asked.evaluations();
        nonFinite += choice.nonFinite();
        position++;
        step++;
    }

    /** Whether every parameter of the current sweep had its step, so that {@link #endSweep} is due. */
    public boolean isSweepDone() {
        return inSweep && position == order.length;
    }

    /**
     * Closes the current sweep and applies the stop rule.
     *
     * @param loss loss of the parameters as they now are, by the direct rule
     */
    public Sweep endSweep(double loss) {
        if (!isSweepDone()) {
            throw new IllegalStateException("sweep " + sweep + " is not complete");
        }
        boolean gained = settings.stop().gains(sweepStart, loss, lowest, settings.keepCurrent());
        sweepsWithoutGain = gained ? 0 : sweepsWithoutGain + 1;
        if (loss < lowest) {
            lowest = loss;
            System.arraycopy(parameters, 0, lowestAt, 0, parameters.length);
        }
        sweepStart = loss;
        inSweep = false;
        applyStopRule();
        return new Sweep(sweep, loss, acceptedInSweep, evaluationsInSweep);
    }

    private void applyStopRule() {
        if (sweepsWithoutGain >= settings.stop().patience()) {
            stopReason = StopReason.CONVERGED;
        } else if (sweep >= settings.stop().maxSweeps()) {
            stopReason = StopReason.SWEEP_LIMIT;
        }
    }

    /** Whether there are no more steps. */
    public boolean hasEnded() {
        return stopReason != null;
    }

    /** Ends the search between two sweeps because it is dead, also where the stop rule has just ended it. */
    public void endDead() {
        if (inSweep || sweep == 0) {
            throw new IllegalStateException("a search is found dead after a whole sweep, not in sweep " + sweep);
        }
        stopReason = StopReason.DEAD;
    }

    /** The parameters as they now are. */
    public Parameters parameters() {
        return Parameters.of(architecture, parameters);
    }

    /** The lowest loss at the start and after any complete sweep; infinite where none was finite. */
    public double lowestLoss() {
        return lowest;
    }

    /** The parameters of {@link #lowestLoss}. Where the current value is no candidate, a sweep may lead away from them. */
    public Parameters lowestParameters() {
        return Parameters.of(architecture, lowestAt);
    }

    /** The current sweep, from 1; 0 before the first. */
    public int sweep() {
        return sweep;
    }

    /** Steps made in the current sweep, of as many as there are parameters. */
    public int stepsInSweep() {
        return position;
    }

    /** Steps of a sweep. */
    public int stepsPerSweep() {
        return architecture.parameterCount();
    }

    /** The most sweeps that will be made. */
    public int maxSweeps() {
        return settings.stop().maxSweeps();
    }

    /** Loss after the last complete sweep, or of the initial parameters. */
    public double loss() {
        return sweepStart;
    }

    /** Losses evaluated so far, as {@link Step#evaluations} counts them. */
    public long candidateEvaluations() {
        return evaluations;
    }

    /** How many of the evaluated losses were NaN or infinite. */
    public long nonFiniteEvaluations() {
        return nonFinite;
    }
}
