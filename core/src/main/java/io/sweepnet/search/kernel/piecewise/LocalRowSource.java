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

/** Rows in this JVM, whose pre-activations follow the search. */
final class LocalRowSource implements RowSource {

    private final Architecture architecture;
    private final PreActivations z;
    private final FlatStretches plateaus;

    /** Null for other losses. */
    private final SquaredErrorSums squaredRows;

    /** Null where all is squared errors of units that do not jump: its columns would be of no use. */
    private final WalkSums walkedRows;

    /** Null where the output layer is like any other. */
    private final GramRows gramRows;

    /** @param tables their rows, of one table or of shards */
    LocalRowSource(SearchPosition point, List<Dataset> tables, Loss loss, Workers workers) {
        this.architecture = point.architecture();
        RowTiles rows = new RowTiles(tables);
        double[] parameters = point.parameters();
        PreActivationErrors bounds = point.bounds();
        double[][] targets = rows.targets(loss.targetColumns(architecture.outputSize()));
        double[] weights = rows.weights();
        this.z = new PreActivations(architecture, rows, parameters, workers);
        this.plateaus = new FlatStretches(architecture, parameters, z, weights, bounds);
        boolean isSquared = ResidualPieceLoss.isSquare(loss);
        this.walkedRows = isSquared && !point.canJump()
                ? null
                : new WalkSums(
                        architecture, parameters, z, bounds, weights, () -> rowLoss(bounds, targets, loss), workers);
        WeightedTargets table = isSquared ? new WeightedTargets(rows, targets, weights) : null;
        this.squaredRows =
                isSquared ? new SquaredErrorSums(architecture, parameters, z, targets, table, bounds, workers) : null;
        this.gramRows = OutputGram.serves(architecture, loss) ? new GramRows(architecture, z, table, workers) : null;
    }

    private static PieceLoss rowLoss(PreActivationErrors bounds, double[][] targets, Loss loss) {
        return loss.residualPieces()
                .<PieceLoss>map(pieces -> ResidualPieceLoss.of(pieces, targets))
                .orElseGet(() -> new DecisionPieceLoss(bounds, targets[0]));
    }

    private ParallelRowSums sumsOf(ParameterIndex parameter) {
        return squaredRows != null && HingeLoops.areStraightFrom(architecture, parameter.layer())
                ? squaredRows
                : walkedRows;
    }

    @Override
    public boolean add(ParameterIndex parameter, SortedCandidates line, PiecewiseQuadratic pieces) {
        return sumsOf(parameter).add(parameter, line, pieces);
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceCollector sink) {
        return sumsOf(parameter).addAll(parameter, low, high, sink);
    }

    @Override
    public boolean isFlat(ParameterIndex parameter, double from, double to) {
        return plateaus.isFlat(parameter, from, to);
    }

    @Override
    public void sumGram(double[] sums) {
        gramRows.sum(sums);
    }

    @Override
    public void follow(PreActivations.Update how, ParameterIndex parameter, double by) {
        z.follow(how, parameter, by);
        forget();
    }

    /** Computes everything as it is at the current parameters, whatever led here. */
    void computeAnew() {
        z.computeAnew();
        forget();
    }

    private void forget() {
        if (walkedRows != null) {
            walkedRows.forget();
        }
        if (squaredRows != null) {
            squaredRows.forget();
        }
    }
}
