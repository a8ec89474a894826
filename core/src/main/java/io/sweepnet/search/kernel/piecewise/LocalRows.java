package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.Arrays;

/** Rows in this JVM, whose pre-activations follow the search. */
final class LocalRows implements TableRows {

    private final Architecture architecture;
    private final PreActivations z;
    private final Plateaus plateaus;

    /** Null for other losses. */
    private final SquaredRows squaredRows;

    /** Null where all is squared errors of units that do not jump: its columns would be of no use. */
    private final WalkedRows walkedRows;

    /** Null where the output layer is like any other. */
    private final GramRows gramRows;

    LocalRows(SearchPoint point, Dataset dataset, Loss loss, Workers workers) {
        this.architecture = point.architecture();
        double[] parameters = point.parameters();
        ErrorBounds bounds = point.bounds();
        double[] weights = new double[dataset.rows()];
        Arrays.setAll(weights, dataset::weight);
        this.z = new PreActivations(architecture, dataset, parameters, workers);
        this.plateaus = new Plateaus(architecture, parameters, z, weights, bounds);
        boolean isSquared = loss instanceof SquaredLoss;
        this.walkedRows = isSquared && !point.canJump()
                ? null
                : new WalkedRows(
                        architecture, parameters, z, bounds, weights, () -> rowLoss(bounds, dataset, loss), workers);
        SquaredTable table = isSquared ? new SquaredTable(dataset, z.tiles()) : null;
        this.squaredRows = isSquared
                ? new SquaredRows(architecture, parameters, z, dataset.targets(), table, bounds, workers)
                : null;
        this.gramRows = OutputGram.serves(architecture, loss) ? new GramRows(architecture, z, table, workers) : null;
    }

    private static RowLoss rowLoss(ErrorBounds bounds, Dataset dataset, Loss loss) {
        return loss instanceof ZeroOneLoss
                ? new ZeroOneRows(bounds, dataset.targets()[0])
                : ResidualRows.of(loss, dataset.targets());
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
