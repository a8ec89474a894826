package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.ResidualPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import java.util.Optional;

/** Error bounds of sums of row losses, compared with the direct rule, that are due to the rounding of output lines. */
final class LossErrorBound {

    /** Guard band around the lowest sum, as a share of it. */
    private static final double BAND = 1e-9;

    /** Rounding error of a row's coefficients, as a share of their largest intermediate size. */
    private static final double ROUNDING = 1e-14;

    /**
     * Empty for a loss that depends on the predicted class alone: errors of output lines change it only near jumps,
     * where rows are uncertain.
     */
    private final Optional<ResidualPieces> pieces;

    private final PreActivationErrors bounds;
    private final boolean areWhole;
    private final double allWeight;
    private final double targetSize;

    /**
     * Creates the error bounds for a table and a loss.
     *
     * @param architecture the network
     * @param facts the weight and the target sizes of the table
     * @param loss the loss
     * @param bounds the error bounds of the current step
     * @param areWhole whether sums of row losses are whole numbers
     */
    LossErrorBound(
            Architecture architecture, TableFacts facts, Loss loss, PreActivationErrors bounds, boolean areWhole) {
        this.pieces = loss.residualPieces();
        this.bounds = bounds;
        this.areWhole = areWhole;
        this.allWeight = facts.totalWeight() * architecture.outputSize();
        this.targetSize = facts.targetSize();
    }

    /**
     * Returns the error bound of sums near the lowest one, including the guard band; 0 where sums are whole numbers.
     */
    double of(double lowest) {
        return areWhole ? 0 : lineError(lowest) + BAND * Math.abs(lowest);
    }

    private double lineError(double lowest) {
        if (pieces.isEmpty()) {
            return 0;
        }
        double output = bounds.ofOutputs();
        double size = bounds.sizeOfOutputs() + output + targetSize;
        if (pieces.get().isSquare()) {
            return 2 * output * Math.sqrt(allWeight * Math.abs(lowest))
                    + allWeight * (output * output + ROUNDING * size * size);
        }
        return allWeight * pieces.get().steepest(size) * (output + ROUNDING * size);
    }
}
