package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.ResidualPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import java.util.Optional;

/** How far sums of row losses may be from the direct rule's because the lines of outputs are rounded. */
final class LossErrorBound {

    /** Guard band around the lowest sum, as a share of it. */
    private static final double BAND = 1e-9;

    /** Rounding error of a row's coefficients, as a share of the largest that they may become on the way. */
    private static final double ROUNDING = 1e-14;

    /** Empty for a loss of decisions: lines that are off do not show in it but near jumps, where rows are in doubt. */
    private final Optional<ResidualPieces> pieces;

    private final PreActivationErrors bounds;
    private final boolean areWhole;
    private final double allWeight;
    private final double targetSize;

    /** @param areWhole whether sums are whole numbers */
    LossErrorBound(
            Architecture architecture, TableFacts facts, Loss loss, PreActivationErrors bounds, boolean areWhole) {
        this.pieces = loss.residualPieces();
        this.bounds = bounds;
        this.areWhole = areWhole;
        this.allWeight = facts.totalWeight() * architecture.outputSize();
        this.targetSize = facts.targetSize();
    }

    /** Of sums near the lowest, the guard band included. */
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
