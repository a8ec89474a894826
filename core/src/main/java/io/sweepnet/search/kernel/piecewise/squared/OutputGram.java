package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.walk.ResidualPieceLoss;
import java.util.function.Consumer;

/**
 * Squared error as a function of the output layer, whose outputs are sums: with A the layer's inputs and a column of ones, W
 * the rows' weights and r the residuals of an output, a change by t of the weight of input j adds 2 t (A' W r)_j + t^2
 * (A' W A)_jj. One pass over the rows gives the Gram matrix A' W A and all A' W r; a move of one weight changes the latter by
 * a column of the former. So all parameters of the layer cost one pass together.
 */
public final class OutputGram {

    /** With more inputs for each output a pass for each parameter is less work. */
    private static final int INPUTS_PER_OUTPUT = 16;

    /** Moves after which everything is computed anew, since each rounds. */
    private static final int MOVES = 100;

    private final Consumer<double[]> rows;
    private final GramRows.Layout layout;
    private final int last;
    private final double[] sums;
    private boolean isKnown;

    /** The largest that r' W r and any of A' W r have been since they were computed, by which moves round. */
    private double largestSquares;

    private double largestMoment;
    private int moves;

    /** @param rows sets its argument to the sums of all rows, laid out as {@link GramRows.Layout} says */
    public OutputGram(Architecture architecture, Consumer<double[]> rows) {
        this.rows = rows;
        this.layout = GramRows.Layout.of(architecture);
        this.last = architecture.layerCount() - 1;
        this.sums = new double[layout.length()];
    }

    /** Whether the loss is of this kind, the outputs are sums, and this pays. */
    public static boolean serves(Architecture architecture, Loss loss) {
        int last = architecture.layerCount() - 1;
        return ResidualPieceLoss.isSquare(loss)
                && architecture.activation(last).isIdentity()
                && architecture.inputs(last) <= INPUTS_PER_OUTPUT * architecture.outputSize();
    }

    /** Whether a parameter is one of the output layer's. */
    public boolean has(ParameterIndex parameter) {
        return parameter.layer() == last;
    }

    /** Adds all rows, for a parameter that this {@link #has}. */
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

    /** A parameter has changed by this much. */
    public void moved(ParameterIndex parameter, double change) {
        if (parameter.layer() < last || ++moves % MOVES == 0) {
            isKnown = false;
        }
        if (!isKnown) {
            return;
        }
        int index = index(parameter);
        int output = parameter.unit();
        sums[layout.squares()] += change * (2 * sums[layout.moment(output, index)] + change * sums[layout.gram(index, index)]);
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
