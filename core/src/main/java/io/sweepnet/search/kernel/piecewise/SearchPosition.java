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
 * Where the search is: the parameters, and how far pre-activations that followed it here may be off. It depends on where it
 * began, its moves and the facts of the table alone, so all processes with rows of the table have the same.
 */
final class SearchPosition {

    /** Moves that are added to pre-activations one by one: so many roundings are still far below the guard band. */
    private static final int MOVES = 1000;

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivationErrors bounds;
    private final boolean isFlat;
    private final boolean canJump;
    private int moves;
    private double size;

    /** Where it begins. */
    SearchPosition(Parameters initial, TableFacts facts, Loss loss) {
        this.architecture = initial.architecture();
        this.parameters = initial.toArray();
        this.bounds = new PreActivationErrors(architecture, parameters, facts.featureSizes());
        this.isFlat = loss.isFlat();
        this.canJump = canJumpFrom(0);
    }

    Architecture architecture() {
        return architecture;
    }

    /** Flat. The array is shared: it changes with the moves. */
    double[] parameters() {
        return parameters;
    }

    /** For the step that {@link #begin} began. */
    PreActivationErrors bounds() {
        return bounds;
    }

    /** Whether a row's loss may jump as any parameter moves. */
    boolean canJump() {
        return canJump;
    }

    /** Whether a row's loss may jump as a parameter of a layer moves. */
    boolean canJumpFrom(int layer) {
        return isFlat || !HingeLoops.areContinuousFrom(architecture, layer);
    }

    double current(ParameterIndex parameter) {
        return parameters[architecture.flatIndex(parameter)];
    }

    /** A step begins, in which a parameter may become as large as {@code size}. */
    void begin(ParameterIndex parameter, double size) {
        this.size = size;
        bounds.compute(parameter, size);
    }

    /** How large the parameter of the step may become. */
    double size() {
        return size;
    }

    /** Begins here. */
    void forgetMoves() {
        moves = 0;
        bounds.begin();
    }

    /** Moves on. */
    PreActivations.Update move(ParameterIndex parameter, double value) {
        int index = architecture.flatIndex(parameter);
        double before = parameters[index];
        parameters[index] = value;
        PreActivations.Update update = PreActivations.Update.ADD;
        if (canJump) {
            // Where rows jump, the last bit counts.
            update = PreActivations.Update.FROM_LAYER;
        } else if (++moves % MOVES == 0) {
            update = PreActivations.Update.ALL;
        }
        // What has overflowed once does not come back by changes.
        return bounds.moved(parameter, before, value, update != PreActivations.Update.ADD)
                ? PreActivations.Update.ALL
                : update;
    }
}
