package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.List;

/** Rows in this JVM, whose pre-activations follow the search. */
final class LocalRows implements TableSums {

    private final Architecture architecture;
    private final PreActivations z;
    private final Plateaus plateaus;

    /** Null for other losses. */
    private final SquaredRows squaredRows;

    /** Null where all is squared errors of units that do not jump: its columns would be of no use. */
    private final WalkedRows walkedRows;

    /** Null where the output layer is like any other. */
    private final GramRows gramRows;

    /** @param tables their rows, of one table or of shards */
    LocalRows(SearchPoint point, List<Dataset> tables, Loss loss, Workers workers) {
        this.architecture = point.architecture();
        TiledRows rows = new TiledRows(tables);
        double[] parameters = point.parameters();
        ErrorBounds bounds = point.bounds();
        double[][] targets = rows.targets(loss.targetColumns(architecture.outputSize()));
        double[] weights = rows.weights();
        this.z = new PreActivations(architecture, rows, parameters, workers);
        this.plateaus = new Plateaus(architecture, parameters, z, weights, bounds);
        boolean isSquared = ResidualRows.isSquare(loss);
        this.walkedRows = isSquared && !point.canJump()
                ? null
                : new WalkedRows(
                        architecture, parameters, z, bounds, weights, () -> rowLoss(bounds, targets, loss), workers);
        SquaredTable table = isSquared ? new SquaredTable(rows, targets, weights) : null;
        this.squaredRows =
                isSquared ? new SquaredRows(architecture, parameters, z, targets, table, bounds, workers) : null;
        this.gramRows = OutputGram.serves(architecture, loss) ? new GramRows(architecture, z, table, workers) : null;
    }

    private static RowLoss rowLoss(ErrorBounds bounds, double[][] targets, Loss loss) {
        return loss.residualPieces()
                .<RowLoss>map(pieces -> ResidualRows.of(pieces, targets))
                .orElseGet(() -> new ZeroOneRows(bounds, targets[0]));
    }

    private RowSums sumsOf(ParameterIndex parameter) {
        return squaredRows != null && Bends.areStraightFrom(architecture, parameter.layer()) ? squaredRows : walkedRows;
    }

    @Override
    public boolean add(ParameterIndex parameter, CandidateLine line, PieceSums pieces) {
        return sumsOf(parameter).add(parameter, line, pieces);
    }

    @Override
    public boolean addAll(ParameterIndex parameter, double low, double high, PieceSink sink) {
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
    public void follow(SearchPoint.Follow how, ParameterIndex parameter, double by) {
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
