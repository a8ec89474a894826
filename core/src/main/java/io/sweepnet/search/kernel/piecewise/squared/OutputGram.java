package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.walk.ResidualPieceLoss;
import java.util.function.Consumer;

/**
 * Squared error as a function of the parameters of the output layer, where the output activation is the identity. Let A
 * be the layer's inputs and a column of ones, W the weights of the rows, and r the residuals of an output. A change by
 * t of the weight of input j adds {@code 2 t (A' W r)_j + t^2 (A' W A)_jj}. One pass over the rows gives the Gram
 * matrix A' W A and all moments A' W r; a move of one weight changes the moments by a multiple of a column of the
 * matrix. So all parameters of the layer share one pass.
 */
public final class OutputGram {

    /** With more inputs for each output, a pass for each parameter takes less work. */
    private static final int INPUTS_PER_OUTPUT = 16;

    /** Moves after which the sums are recomputed, since each move rounds. */
    private static final int MOVES = 100;

    private final Consumer<double[]> rows;
    private final GramRows.Layout layout;
    private final int last;
    private final double[] sums;
    private boolean isKnown;

    /**
     * The largest values that r' W r and any of A' W r have had since they were computed; the rounding of moves depends
     * on them.
     */
    private double largestSquares;

    private double largestMoment;
    private int moves;

    /**
     * Sums of an output layer.
     *
     * @param rows sets its argument to the sums of all rows, in the order of {@link GramRows.Layout}
     */
    public OutputGram(Architecture architecture, Consumer<double[]> rows) {
        this.rows = rows;
        this.layout = GramRows.Layout.of(architecture);
        this.last = architecture.layerCount() - 1;
        this.sums = new double[layout.length()];
    }

    /**
     * Returns whether the loss is squared error, outputs are plain sums, and the Gram matrix takes less work than other
     * ways.
     */
    public static boolean serves(Architecture architecture, Loss loss) {
        int last = architecture.layerCount() - 1;
        return ResidualPieceLoss.isSquare(loss)
                && architecture.activation(last).isIdentity()
                && architecture.inputs(last) <= INPUTS_PER_OUTPUT * architecture.outputSize();
    }

    /** Returns whether a parameter is in the output layer. */
    public boolean has(ParameterIndex parameter) {
        return parameter.layer() == last;
    }

    /** Adds the sum of all rows for a parameter of the output layer. */
    public void add(ParameterIndex parameter, PieceCollector collector) {
        if (!isKnown) {
            rows.accept(sums);
            isKnown = true;
            largestSquares = 0;
            largestMoment = 0;
            updateLargest();
        }
        int index = index(parameter);
        collector.add(
                sums[layout.squares()], sums[layout.moment(parameter.unit(), index)], sums[layout.gram(index, index)]);
        collector.growErrorBound(largestSquares, largestMoment, 0);
    }

    private int index(ParameterIndex parameter) {
        return parameter.isWeight() ? parameter.input() : layout.inputs();
    }

    /**
     * Updates the sums after a move of any parameter.
     *
     * @param change the new value of the parameter minus the old one
     */
    public void moved(ParameterIndex parameter, double change) {
        if (parameter.layer() < last || ++moves % MOVES == 0) {
            isKnown = false;
        }
        if (!isKnown) {
            return;
        }
        int index = index(parameter);
        int output = parameter.unit();
        sums[layout.squares()] +=
                change * (2 * sums[layout.moment(output, index)] + change * sums[layout.gram(index, index)]);
        for (int other = 0; other <= layout.inputs(); other++) {
            sums[layout.moment(output, other)] +=
                    change * sums[layout.gram(Math.min(index, other), Math.max(index, other))];
        }
        updateLargest();
    }

    private void updateLargest() {
        largestSquares = Math.max(largestSquares, Math.abs(sums[layout.squares()]));
        for (int i = layout.moment(0, 0); i < layout.squares(); i++) {
            largestMoment = Math.max(largestMoment, Math.abs(sums[i]));
        }
    }
}
