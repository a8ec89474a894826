package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.kernel.piecewise.pieces.FlatStretches;
import io.sweepnet.search.kernel.piecewise.pieces.HingeLoops;
import io.sweepnet.search.kernel.piecewise.pieces.ParallelRowSums;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.RowTiles;
import io.sweepnet.search.kernel.piecewise.pieces.SortedCandidates;
import io.sweepnet.search.kernel.piecewise.pieces.WeightedTargets;
import io.sweepnet.search.kernel.piecewise.squared.GramRows;
import io.sweepnet.search.kernel.piecewise.squared.OutputGram;
import io.sweepnet.search.kernel.piecewise.squared.SquaredErrorSums;
import io.sweepnet.search.kernel.piecewise.walk.DecisionPieceLoss;
import io.sweepnet.search.kernel.piecewise.walk.PieceLoss;
import io.sweepnet.search.kernel.piecewise.walk.ResidualPieceLoss;
import io.sweepnet.search.kernel.piecewise.walk.WalkSums;
import java.util.List;

/** The rows of this JVM, with pre-activations that are updated when the search moves. */
final class LocalRowSource implements RowSource {

    private final Architecture architecture;
    private final PreActivations z;
    private final FlatStretches flatStretches;

    /** Null unless the loss is squared error. */
    private final SquaredErrorSums squaredSums;

    /** Null where squared error without jumps needs no other sums; its columns would only take memory. */
    private final WalkSums walkSums;

    /** Null if the output layer is served like any other. */
    private final GramRows gramRows;

    /**
     * Creates a source of rows at the current parameters.
     *
     * @param position the parameters and error bounds
     * @param tables the tables of the rows: one table, or shards
     * @param loss the loss
     * @param workers threads that share the rows
     */
    LocalRowSource(SearchPosition position, List<Dataset> tables, Loss loss, Workers workers) {
        this.architecture = position.architecture();
        RowTiles rows = new RowTiles(tables);
        double[] parameters = position.parameters();
        PreActivationErrors bounds = position.bounds();
        double[][] targets = rows.targets(loss.targetColumns(architecture.outputSize()));
        double[] weights = rows.weights();
        this.z = new PreActivations(architecture, rows, parameters, workers);
        this.flatStretches = new FlatStretches(architecture, parameters, z, weights, bounds);
        boolean isSquared = ResidualPieceLoss.isSquare(loss);
        this.walkSums = isSquared && !position.canJump()
                ? null
                : new WalkSums(
                        architecture, parameters, z, bounds, weights, () -> pieceLoss(bounds, targets, loss), workers);
        WeightedTargets table = isSquared ? new WeightedTargets(rows, targets, weights) : null;
        this.squaredSums =
                isSquared ? new SquaredErrorSums(architecture, parameters, z, targets, table, bounds, workers) : null;
        this.gramRows = OutputGram.serves(architecture, loss) ? new GramRows(architecture, z, table, workers) : null;
    }

    private static PieceLoss pieceLoss(PreActivationErrors bounds, double[][] targets, Loss loss) {
        return loss.residualPieces()
                .<PieceLoss>map(pieces -> ResidualPieceLoss.of(pieces, targets))
                .orElseGet(() -> new DecisionPieceLoss(bounds, targets[0]));
    }

    private ParallelRowSums sumsOf(ParameterIndex parameter) {
        return squaredSums != null && HingeLoops.areContinuousFrom(architecture, parameter.layer())
                ? squaredSums
                : walkSums;
    }

    @Override
    public boolean add(ParameterIndex parameter, SortedCandidates candidates, PiecewiseQuadratic pieces) {
        return sumsOf(parameter).add(parameter, candidates, pieces);
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector collector) {
        return sumsOf(parameter).addAll(parameter, low, high, collector);
    }

    @Override
    public boolean isFlat(ParameterIndex parameter, double from, double to) {
        return flatStretches.isFlat(parameter, from, to);
    }

    @Override
    public void sumGram(double[] sums) {
        gramRows.sum(sums);
    }

    @Override
    public void follow(PreActivations.Update update, ParameterIndex parameter, double change) {
        z.follow(update, parameter, change);
        forget();
    }

    /** Recomputes everything from the current parameters, without rounding errors of earlier moves. */
    void recompute() {
        z.recompute();
        forget();
    }

    private void forget() {
        if (walkSums != null) {
            walkSums.forget();
        }
        if (squaredSums != null) {
            squaredSums.forget();
        }
    }
}
