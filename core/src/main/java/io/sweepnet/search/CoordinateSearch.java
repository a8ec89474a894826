package io.sweepnet.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Coordinate search as a state machine: {@link #ask()} returns the next step, {@link #tell} takes its answer and goes to the
 * step after it, {@link #endSweep(SweepEnd)} closes a sweep. It does not depend on losses, kernels, threads or clocks;
 * {@link #run} passes step after step to a player until the search has ended.
 *
 * <p>For each parameter in turn the loss is evaluated at every candidate, all others fixed, and the parameter takes the
 * best value: cyclic coordinate descent with an exhaustive line search (Wright, "Coordinate descent algorithms",
 * Mathematical Programming 151, 2015, algorithm 1).
 *
 * <pre>{@code
 * CoordinateSearch search = new CoordinateSearch(searchSettings, initial, evaluator.loss());
 * StopReason reason = EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
 * Parameters found = search.parameters();
 * }</pre>
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
     * Creates a search that starts at the given parameters.
     *
     * @param initialLoss loss of the initial parameters, by the direct rule
     */
    public CoordinateSearch(SearchSettings settings, Parameters initial, double initialLoss) {
        this(settings, SearchState.initial(initial, initialLoss));
    }

    /** Creates a search that continues from the {@link #state} of another one with the same settings. */
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
     * Returns the state of the search between two sweeps, for {@link #resume}.
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
     * Plays the search to its end. An exception of the player is not thrown if the search is cancelled by then: the search
     * ends at its current parameters, since cancelling a program may at the same time stop the resources that a step uses.
     *
     * @param player plays one step: it passes the answer to {@link #tell} and calls {@link #endSweep} when {@link
     *     #isSweepDone}
     * @param cancelled called before each step; true ends the search at its current parameters
     * @return the reason why the search has ended
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

    /** Returns the next step, the same until {@link #tell} has its answer; empty once the search has ended. */
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
                settings.space().candidates(parameter),
                settings.keepCurrent(),
                settings.ties(),
                settings.seed()));
    }

    /**
     * Takes the answer to the step that {@link #ask} returns now.
     *
     * @throws IllegalStateException if the search has ended
     */
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

    /** Returns whether every parameter has had its step in the current sweep, so that {@link #endSweep} must be called. */
    public boolean isSweepDone() {
        return inSweep && position == order.length;
    }

    /**
     * Closes the current sweep and applies the stop rule.
     *
     * @param loss loss at the current parameters, by the direct rule
     */
    public Sweep endSweep(double loss) {
        return endSweep(SweepEnd.of(loss));
    }

    /**
     * Closes the current sweep and applies the stop rule. A dead search ends even if the rule would let it continue.
     *
     * @param end losses and deadness at the current parameters
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

    /** Returns whether the search has ended, so that there are no more steps. */
    public boolean hasEnded() {
        return stopReason != null;
    }

    /**
     * Ends the search at its current parameters. A search that has already ended takes the new reason.
     *
     * @param reason why; {@link StopReason#DEAD} only after a complete sweep
     * @throws IllegalStateException if the reason is {@code DEAD} before the first sweep or in the middle of one
     */
    public void end(StopReason reason) {
        if (reason == StopReason.DEAD && (inSweep || sweep == 0)) {
            throw new IllegalStateException("a search is found dead after a whole sweep, not in sweep " + sweep);
        }
        stopReason = reason;
    }

    /** Returns why the search has ended; empty if it has not. */
    public Optional<StopReason> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** Returns the settings of the search. */
    public SearchSettings settings() {
        return settings;
    }

    /** Returns the current parameters. */
    public Parameters parameters() {
        return Parameters.of(architecture, parameters);
    }

    /** Returns the lowest loss at the start and after any complete sweep; infinite if none was finite. */
    public double lowestLoss() {
        return lowest;
    }

    /**
     * Returns the parameters of {@link #lowestLoss}. They may differ from the current ones if the current value is not a
     * candidate, since a sweep may then raise the loss.
     */
    public Parameters lowestParameters() {
        return Parameters.of(architecture, lowestAt);
    }

    /** Returns the number of the current sweep, from 1; 0 before the first. */
    public int sweep() {
        return sweep;
    }

    /** Returns the number of steps made in the current sweep, 0 .. {@link #stepsPerSweep}. */
    public int stepsInSweep() {
        return position;
    }

    /** Returns the number of steps of a sweep: one for each parameter. */
    public int stepsPerSweep() {
        return architecture.parameterCount();
    }

    /** Returns the limit of sweeps. */
    public int maxSweeps() {
        return settings.stop().maxSweeps();
    }

    /** Returns the loss after the last complete sweep; before the first, that of the initial parameters. */
    public double loss() {
        return sweepStart;
    }

    /** Returns the number of losses evaluated so far, as counted by {@link Step#evaluations}. */
    public long candidateEvaluations() {
        return evaluations;
    }

    /** Returns the number of evaluated losses that were NaN or infinite. */
    public long nonFiniteEvaluations() {
        return nonFinite;
    }
}
