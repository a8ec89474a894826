package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.piecewise.pieces.HingeLoops;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;

/**
 * The current parameters of a search, and the error bounds of the pre-activations that follow it. Both depend only on
 * the initial parameters, the moves and the facts of the table, so all processes with rows of the table have the same
 * position.
 */
final class SearchPosition {

    /**
     * Moves after which pre-activations are recomputed; the rounding errors of this many additions are far below the
     * guard band.
     */
    private static final int MOVES = 1000;

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivationErrors bounds;
    private final boolean isFlat;
    private final boolean canJump;
    private int moves;
    private double size;

    /** Creates the position at which a search begins. */
    SearchPosition(Parameters initial, TableFacts facts, Loss loss) {
        this.architecture = initial.architecture();
        this.parameters = initial.toArray();
        this.bounds = new PreActivationErrors(architecture, parameters, facts.featureSizes());
        this.isFlat = loss.isFlat();
        this.canJump = canJumpFrom(0);
    }

    /** Returns the network. */
    Architecture architecture() {
        return architecture;
    }

    /** Returns all parameters in flat order. The array is shared: it changes with the moves. */
    double[] parameters() {
        return parameters;
    }

    /** Returns the error bounds of the current step; see {@link #begin}. */
    PreActivationErrors bounds() {
        return bounds;
    }

    /** Returns whether a row's loss may jump when some parameter changes. */
    boolean canJump() {
        return canJump;
    }

    /** Returns whether a row's loss may jump when a parameter of a layer changes. */
    boolean canJumpFrom(int layer) {
        return isFlat || !HingeLoops.areContinuousFrom(architecture, layer);
    }

    /** Returns the current value of a parameter. */
    double current(ParameterIndex parameter) {
        return parameters[architecture.flatIndex(parameter)];
    }

    /** Begins a step in which the absolute value of a parameter is at most {@code size}. */
    void begin(ParameterIndex parameter, double size) {
        this.size = size;
        bounds.compute(parameter, size);
    }

    /** Returns the largest absolute value of the parameter in the current step. */
    double size() {
        return size;
    }

    /** Forgets earlier moves and their rounding errors; pre-activations are about to be recomputed. */
    void forgetMoves() {
        moves = 0;
        bounds.begin();
    }

    /** Moves a parameter to a new value; returns how pre-activations have to be updated. */
    PreActivations.Update move(ParameterIndex parameter, double value) {
        int index = architecture.flatIndex(parameter);
        double before = parameters[index];
        parameters[index] = value;
        PreActivations.Update update = PreActivations.Update.ADD;
        if (canJump) {
            // Where rows jump, pre-activations need the bits of a forward pass.
            update = PreActivations.Update.FROM_LAYER;
        } else if (++moves % MOVES == 0) {
            update = PreActivations.Update.ALL;
        }
        // After an overflow, adding changes cannot restore finite values.
        return bounds.moved(parameter, before, value, update != PreActivations.Update.ADD)
                ? PreActivations.Update.ALL
                : update;
    }
}
