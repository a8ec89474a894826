package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Coordinate search as a state machine: {@link #ask()} gives the next step, {@link #tell} takes its answer and moves on,
 * {@link #endSweep(SweepEnd)} closes a sweep. It knows nothing of losses, kernels, threads or clocks; {@link #run} asks
 * and lets each step be played until the search has ended.
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
        this(settings, SearchState.initial(initial, initialLoss));
    }

    /** A search of the same settings that goes on, at the start of a sweep, where another had a {@link #state}. */
    public static CoordinateSearch resume(SearchSettings settings, SearchState state) {
        return new CoordinateSearch(settings, state);
    }

    private CoordinateSearch(SearchSettings settings, SearchState state) {
        this.architecture = state.parameters().architecture();
        this.settings = settings;
        this.parameters = state.parameters().toArray();
        this.lowestAt = state.lowestParameters().toArray();
        this.sweepStart = state.loss();
        this.lowest = state.lowestLoss();
        this.sweep = state.sweep();
        this.step = state.step();
        this.sweepsWithoutGain = state.sweepsWithoutGain();
        this.evaluations = state.candidateEvaluations();
        this.nonFinite = state.nonFiniteEvaluations();
        applyStopRule();
    }

    /**
     * The state of the search between two sweeps, for {@link #resume}.
     *
     * @throws IllegalStateException in the middle of a sweep
     */
    public SearchState state() {
        if (inSweep) {
            throw new IllegalStateException("sweep " + sweep + " is not complete");
        }
        return new SearchState(
                sweep,
                step,
                sweepStart,
                lowest,
                sweepsWithoutGain,
                evaluations,
                nonFinite,
                parameters(),
                lowestParameters());
    }

    /**
     * Plays the search to its end. What fails once the search is cancelled does not fail it, and it ends where it stands: what
     * cancels a program may end, at the same time, what a step runs on.
     *
     * @param player plays one step: it {@linkplain #tell tells} its answer, and {@linkplain #endSweep ends} the sweep where
     *     that is due
     * @param cancelled asked before each step; true ends the search where it stands
     */
    public StopReason run(Consumer<Step> player, BooleanSupplier cancelled) {
        for (Optional<Step> next = ask(); next.isPresent(); next = ask()) {
            if (cancelled.getAsBoolean()) {
                end(StopReason.CANCELLED);
                break;
            }
            try {
                player.accept(next.get());
            } catch (Exception e) {
                if (!cancelled.getAsBoolean()) {
                    throw e;
                }
                end(StopReason.CANCELLED);
                break;
            }
        }
        return stopReason;
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
        return endSweep(SweepEnd.of(loss));
    }

    /**
     * Closes the current sweep and applies the stop rule. A search that is dead ends, whatever the rule says.
     *
     * @param end what was found of the parameters as they now are
     */
    public Sweep endSweep(SweepEnd end) {
        if (!isSweepDone()) {
            throw new IllegalStateException("sweep " + sweep + " is not complete");
        }
        double loss = end.loss();
        boolean gained = settings.stop().gains(sweepStart, loss, lowest, settings.keepCurrent());
        sweepsWithoutGain = gained ? 0 : sweepsWithoutGain + 1;
        if (loss < lowest) {
            lowest = loss;
            System.arraycopy(parameters, 0, lowestAt, 0, parameters.length);
        }
        sweepStart = loss;
        inSweep = false;
        applyStopRule();
        if (end.isDead()) {
            end(StopReason.DEAD);
        }
        return new Sweep(sweep, end, acceptedInSweep, evaluationsInSweep);
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

    /**
     * Ends the search where it stands, also where another reason has ended it before.
     *
     * @param reason why; {@link StopReason#DEAD} is found after a whole sweep alone
     * @throws IllegalStateException where the search is called dead before its first sweep or in the middle of one
     */
    public void end(StopReason reason) {
        if (reason == StopReason.DEAD && (inSweep || sweep == 0)) {
            throw new IllegalStateException("a search is found dead after a whole sweep, not in sweep " + sweep);
        }
        stopReason = reason;
    }

    /** Why the search has ended; empty where it goes on. */
    public Optional<StopReason> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** How the search goes about its work. */
    public SearchSettings settings() {
        return settings;
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
